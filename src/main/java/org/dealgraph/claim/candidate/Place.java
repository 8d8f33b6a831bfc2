package org.dealgraph.claim.candidate;

/** Where a word stands that a candidate is judged by. */
public enum Place {
    // in the text
    MANNER,
    IN_TEXT,
    // beside the anchor
    LEFT,
    LEFT_SECOND,
    LEFT_TWO,
    LEFT_NEAR,
    RIGHT,
    RIGHT_SECOND,
    RIGHT_TWO,
    RIGHT_NEAR,
    VERB_BEFORE,
    VERB_AFTER,
    IN_SENTENCE,
    SENTENCE_BEFORE,
    IN_TITLE,
    OF_ANCHOR,
    // beside the giving side
    FROM_INNER,
    FROM_INNER_TWO,
    FROM_OUTER,
    FROM_OUTER_TWO,
    FROM_VERB,
    FROM_VERB_NEXT,
    FROM_VERB_LAST,
    FROM_PREPOSITION,
    FROM_ROLE,
    FROM_FORM,
    FROM_AWAY,
    // beside the other side
    TO_INNER,
    TO_INNER_TWO,
    TO_OUTER,
    TO_OUTER_TWO,
    TO_VERB,
    TO_VERB_NEXT,
    TO_VERB_LAST,
    TO_PREPOSITION,
    TO_ROLE,
    TO_FORM,
    TO_AWAY,
    // of both
    ORDER,
    ORDER_VERB,
    // the sorts of the parties
    FROM_TYPE,
    TO_TYPE,
    TYPES,
    TYPES_OF_ANCHOR,
    TYPES_ORDER,
    TYPES_BESIDE;

    private static final Place[] ALL = values();
    private static final int SIDE = FROM_AWAY.ordinal() - FROM_INNER.ordinal() + 1;

    /** The same place beside the other side. */
    Place on(boolean to) {
        return to ? ALL[ordinal() + SIDE] : this;
    }
}
