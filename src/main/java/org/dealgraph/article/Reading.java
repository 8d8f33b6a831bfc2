package org.dealgraph.article;

import org.dealgraph.model.Article;
import org.jspecify.annotations.Nullable;

/** What reading a document came to. */
public sealed interface Reading {

    /** An article. Its language may be another than English: it is kept, and left unread by the claim stage. */
    record Read(Article article) implements Reading {}

    /**
     * No article.
     *
     * @param why the kind of page
     * @param address which one
     * @param rest what could be read all the same, such as the first paragraph before a wall; or null
     */
    record Unread(Why why, String address, @Nullable Article rest) implements Reading {

        /** With nothing to read. */
        public Unread(Why why, String address) {
            this(why, address, null);
        }
    }

    /** Why a document is not taken for an article. */
    enum Why {
        /** Only the beginning is shown to those who do not pay or sign in. */
        PAYWALL,
        /** A question about cookies or privacy stands where the article would. */
        CONSENT,
        /** A check for robots, an error page or a page that only scripts can fill. */
        BLOCKED,
        /** Nothing but navigation, or no words at all. */
        NO_TEXT,
        /** An image, an archive, a PDF: not text. */
        NOT_TEXT,
        /** Larger or deeper than any article. */
        TOO_LARGE
    }
}
