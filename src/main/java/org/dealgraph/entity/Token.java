package org.dealgraph.entity;

/**
 * A word of a name.
 *
 * @param raw folded, as written
 * @param concept what it is read as: the lexicon's word, else itself
 * @param sort what it says
 * @param capitals whether the source writes it in capitals alone, as abbreviations are
 */
record Token(String raw, String concept, Sort sort, boolean capitals) {

    /** What a word of a name says, and so how much it weighs. */
    enum Sort {
        WEAK(0.12),
        FREQUENT(0.6),
        SECTOR(0.7),
        PLACE(0.8),
        NUMBER(0.9),
        NAME(1.0);

        private final double weight;

        Sort(double weight) {
            this.weight = weight;
        }
    }

    double weight() {
        return sort.weight;
    }

    boolean weak() {
        return sort == Sort.WEAK;
    }
}
