package org.dealgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campus, cluster or power plant.
 *
 * @param id registry id
 * @param name as the press writes it
 * @param aliases other surface forms
 * @param ambiguous forms that need context
 * @param kind what sort of site
 * @param locality town or county, or null
 * @param region state or province, or null
 * @param country ISO 3166 code, or null
 * @param ownedBy organization ids
 * @param operatedBy organization ids
 * @param poweredBy organization ids
 * @param source address that says so, or null
 */
public record Site(
        String id,
        String name,
        List<String> aliases,
        List<String> ambiguous,
        Kind kind,
        @Nullable String locality,
        @Nullable String region,
        @Nullable String country,
        List<String> ownedBy,
        List<String> operatedBy,
        List<String> poweredBy,
        @Nullable String source) {

    /** Sorts of site. */
    public enum Kind {
        CAMPUS,
        CLUSTER,
        PLANT
    }
}
