package org.dealgraph.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A standing edge of the registry: subsidiary of, member of, made by, offers, runs on.
 *
 * @param target id of the entity it leads to
 * @param from when it began, or null where not known
 * @param to when it ended, or null while it stands
 * @param source address that says so, or null where none was checked
 */
public record Link(
        String target,
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        @Nullable String source) {

    /** Whether it stood on a day, or stands now where that is null. */
    public boolean stands(@Nullable LocalDate on) {
        if (on == null) {
            return to == null;
        }
        return (from == null || !from.earliest().isAfter(on))
                && (to == null || !to.latest().isBefore(on));
    }
}
