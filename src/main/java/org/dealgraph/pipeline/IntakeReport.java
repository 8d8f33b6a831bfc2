package org.dealgraph.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What came of taking in one document.
 *
 * @param name how to name it to a person
 * @param outcome what happened
 * @param reason why it could not be read, else null
 * @param article id of the article version, or null where there is none
 * @param claims how many claims it states
 * @param revisions how many changes of deals followed
 */
public record IntakeReport(
        String name,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String article,
        int claims,
        int revisions) {

    /** What can happen. */
    public enum Outcome {
        TAKEN,
        KNOWN,
        UNREADABLE
    }
}
