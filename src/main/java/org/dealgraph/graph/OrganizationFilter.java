package org.dealgraph.graph;

import java.util.Set;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations a list shows; null lets everything through.
 *
 * @param types has one of these
 * @param verified whether it is in the registry
 * @param country ISO 3166 code of its head office
 */
public record OrganizationFilter(
        @Nullable Set<OrganizationType> types,
        @Nullable Boolean verified,
        @Nullable String country) {

    /** Lets everything through. */
    public static OrganizationFilter all() {
        return new OrganizationFilter(null, null, null);
    }

    Row row() {
        return new Row()
                .with(
                        "types",
                        types == null ? null : types.stream().map(Enum::name).toList())
                .with("verified", verified)
                .with("country", country);
    }
}
