package org.dealgraph.claim.corpus;

/** Right, read and gold counts, and what follows from them. */
public record Tally(int right, int read, int gold) {

    /** Nothing counted. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** The sum of two. */
    public Tally plus(Tally other) {
        return new Tally(right + other.right, read + other.read, gold + other.gold);
    }

    /** Share of what was read that is right; 0 where nothing was read. */
    public double precision() {
        return read == 0 ? 0 : (double) right / read;
    }

    /** Share of the gold claims that were read. */
    public double recall() {
        return gold == 0 ? 0 : (double) right / gold;
    }

    /** Harmonic mean of the two. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
