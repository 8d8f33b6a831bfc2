package org.dealgraph.briefing;

import java.util.List;

/**
 * A briefing in one format: one text, or the parts of a mail.
 *
 * @param title subject of the mail, title of the page
 * @param format which
 * @param parts one; for {@link Format#MAIL} first the plain text, then the HTML with its style inlined
 * @param tag changes exactly when the bytes do, for conditional requests and for sending no issue twice
 */
public record RenderedBriefing(String title, Format format, List<Part> parts, String tag) {

    public RenderedBriefing {
        parts = List.copyOf(parts);
    }

    /** The text of a format that has one. */
    public String text() {
        return parts.getLast().text();
    }

    /**
     * One text.
     *
     * @param type media type without character set; the text is UTF-8
     * @param text the text itself
     */
    public record Part(String type, String text) {}

    /** The formats. */
    public enum Format {
        MARKDOWN("text/markdown", "md"),
        HTML("text/html", "html"),
        TEXT("text/plain", "txt"),
        MAIL("multipart/alternative", "eml"),
        JSON("application/json", "json");

        private final String type;
        private final String suffix;

        Format(String type, String suffix) {
            this.type = type;
            this.suffix = suffix;
        }

        public String type() {
            return type;
        }

        /** How a file's name ends. */
        public String suffix() {
            return suffix;
        }
    }
}
