package org.dealgraph.model;

import org.jspecify.annotations.Nullable;

/**
 * A country, a state or a cloud region.
 *
 * @param id registry id
 * @param name as written
 * @param kind what sort of region
 * @param partOf id of the region that contains it, or null
 * @param operatedBy organization id for a cloud region, else null
 */
public record Region(
        String id,
        String name,
        Kind kind,
        @Nullable String partOf,
        @Nullable String operatedBy) {

    /** Sorts of region. */
    public enum Kind {
        COUNTRY,
        STATE,
        CLOUD_REGION
    }
}
