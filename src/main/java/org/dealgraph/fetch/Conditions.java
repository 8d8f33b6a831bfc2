package org.dealgraph.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What was kept of the last answer, so that an unchanged page need not be sent again.
 *
 * @param etag as the server wrote it, or null
 * @param lastModified as the server wrote it, or null
 */
public record Conditions(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing is known yet. */
    public static Conditions none() {
        return new Conditions(null, null);
    }
}
