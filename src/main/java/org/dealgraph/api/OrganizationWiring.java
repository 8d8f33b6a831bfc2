package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Link;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Organization;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The fields of organizations. */
@Singleton
final class OrganizationWiring implements TopicWiring {

    private final Catalogue catalogue;
    private final DealLists deals;

    OrganizationWiring(Catalogue catalogue, DealLists deals) {
        this.catalogue = catalogue;
        this.deals = deals;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
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
                        .dataFetcher("deals", Wirings.with(Organization.class, this::deals))
                        .dataFetcher("standing", Wirings.with(Organization.class, this::standing)));
        wiring.type(
                "Standing",
                type -> type.dataFetcher(
                        "organization",
                        Wirings.with(Standing.class, (env, s) -> Loaders.organization(env, s.organization()))));
    }

    private @Nullable Object group(DataFetchingEnvironment env, Organization organization) {
        String group = catalogue.groupOf(organization.id(), Moments.of(env).day());
        return group.equals(organization.id()) ? null : Loaders.organization(env, group);
    }

    private List<Standing> standing(DataFetchingEnvironment env, Organization organization) {
        LocalDate day = Moments.of(env).day();
        return Stream.concat(
                        organization.partOf().stream()
                                .filter(link -> day == null || link.stands(day))
                                .map(link -> Standing.of("PART_OF", link)),
                        organization.memberOf().stream()
                                .filter(link -> day == null || link.stands(day))
                                .map(link -> Standing.of("MEMBER_OF", link)))
                .toList();
    }

    /** A standing edge as the schema has it. */
    record Standing(
            String kind,
            String organization,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            @Nullable String source) {

        static Standing of(String kind, Link link) {
            return new Standing(kind, link.target(), link.from(), link.to(), link.source());
        }
    }

    private Object deals(DataFetchingEnvironment env, Organization organization) {
        List<String> kinds = env.getArgument("kinds");
        Set<ClaimKind> wanted =
                kinds == null ? null : kinds.stream().map(ClaimKind::valueOf).collect(Collectors.toSet());
        Moment moment = Moments.of(env);
        LocalDate day = moment.day();
        return Moments.at(
                moment,
                deals.page(
                        env,
                        "NEWEST",
                        DealFilter.ofParties(catalogue.listGroup(organization.id(), day))
                                .withKinds(wanted),
                        null,
                        moment));
    }
}
