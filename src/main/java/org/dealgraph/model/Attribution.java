package org.dealgraph.model;

import org.jspecify.annotations.Nullable;

/**
 * Who says so.
 *
 * @param voice the kind of speaker
 * @param reliesOn the outlet, filing or company it rests on as the text names it, or null; articles that rest on one
 *     outlet's report are one source
 */
public record Attribution(Voice voice, @Nullable String reliesOn) {

    /** The kinds of speaker, most reliable first. */
    public enum Voice {
        FILING,
        PARTY,
        NAMED_OUTLET,
        UNNAMED_SOURCES,
        AUTHOR
    }

    /** The article's own voice. */
    public static Attribution author() {
        return new Attribution(Voice.AUTHOR, null);
    }
}
