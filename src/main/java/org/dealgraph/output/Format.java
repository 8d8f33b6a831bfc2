package org.dealgraph.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which the same entries are given. */
public enum Format {
    ATOM("application/atom+xml"),
    RSS("application/rss+xml"),
    JSON("application/feed+json"),
    ICS("text/calendar"),
    OPML("text/x-opml");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** The media type, without a character set. */
    public String type() {
        return type;
    }

    /** How its addresses end. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> ofSuffix(String suffix) {
        return Arrays.stream(values()).filter(f -> f.suffix().equals(suffix)).findFirst();
    }
}
