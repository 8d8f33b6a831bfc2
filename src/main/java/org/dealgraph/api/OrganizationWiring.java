package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Organization;
import org.jspecify.annotations.Nullable;

/** The fields of organizations. */
@Singleton
final class OrganizationWiring {

    private final Catalogue catalogue;
    private final DealLists deals;

    OrganizationWiring(Catalogue catalogue, DealLists deals) {
        this.catalogue = catalogue;
        this.deals = deals;
    }

    void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Organization",
                type -> Wirings.identified(type, Organization.class, "Organization", Organization::id)
                        .dataFetcher("key", Wirings.of(Organization.class, Organization::id))
                        .dataFetcher(
                                "types",
                                Wirings.of(
                                        Organization.class,
                                        o -> o.types().stream().sorted().toList()))
                        .dataFetcher("verified", Wirings.of(Organization.class, Organization::verified))
                        .dataFetcher("group", Wirings.with(Organization.class, this::group))
                        .dataFetcher("deals", Wirings.with(Organization.class, this::deals)));
    }

    private @Nullable Object group(DataFetchingEnvironment env, Organization organization) {
        String group = catalogue.groupOf(organization.id(), null);
        return group.equals(organization.id()) ? null : Loaders.organization(env, group);
    }

    private Object deals(DataFetchingEnvironment env, Organization organization) {
        List<String> kinds = env.getArgument("kinds");
        Set<ClaimKind> wanted =
                kinds == null ? null : kinds.stream().map(ClaimKind::valueOf).collect(Collectors.toSet());
        return deals.page(
                env,
                "NEWEST",
                DealFilter.ofParties(catalogue.listGroup(organization.id())).withKinds(wanted));
    }
}
