package org.dealgraph.model;

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
        @Nullable String source) {}
