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
        PAYWALL("it holds only the beginning of an article behind a paywall"),
        /** A question about cookies or privacy stands where the article would. */
        CONSENT("it is a consent page, not an article"),
        /** A check for robots, an error page or a page that only scripts can fill. */
        BLOCKED("it is an error page or a check for robots, not an article"),
        /** Nothing but navigation, or no words at all. */
        NO_TEXT("it holds no article text"),
        /** An image, an archive, a PDF: not text. */
        NOT_TEXT("it is not text: give a .txt, .html, feed .xml or corpus .json file"),
        /** Larger or deeper than any article. */
        TOO_LARGE("it is larger or deeper than an article can be");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
