package org.dealgraph.claim.text;

import org.dealgraph.model.Span;

/**
 * A sentence, heading or list item.
 *
 * @param index position in its {@link Prose}
 * @param paragraph index of the paragraph it stands in
 * @param span from its first to its last token
 * @param first index of its first token
 * @param end one past its last token
 * @param kind what it is
 */
public record Sentence(int index, int paragraph, Span span, int first, int end, Kind kind) {

    /** Sorts of sentence. */
    public enum Kind {
        PLAIN,
        /** A line of its own without a closing point. */
        HEADING,
        /** What follows a bullet or a number at the start of a line. */
        ITEM
    }

    public int tokens() {
        return end - first;
    }
}
