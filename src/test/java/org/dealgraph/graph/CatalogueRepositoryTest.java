package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dealgraph.model.Link;
import org.dealgraph.model.Model;
import org.dealgraph.model.Organization;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class CatalogueRepositoryTest {

    private static final Registry FIRST = new Registry(
            List.of(organization("group", null), organization("unit", "group"), organization("foundry", null)),
            List.of(product("family", null), product("chip", "family")),
            List.of(new Model("model", "Model", List.of(), List.of(), "unit", null, "https://example.org/model")),
            List.of(new Platform(
                    "platform",
                    "Platform",
                    List.of(),
                    List.of(),
                    "unit",
                    List.of(link("model")),
                    List.of(link("chip")),
                    List.of("zone-1"))),
            List.of(new Site(
                    "campus",
                    "Campus",
                    List.of(),
                    List.of(),
                    Site.Kind.CAMPUS,
                    null,
                    "Ohio",
                    "US",
                    List.of("group"),
                    List.of("unit"),
                    List.of(),
                    null)),
            List.of(
                    new Region("us", "United States", Region.Kind.COUNTRY, null, null),
                    new Region("us-oh", "Ohio", Region.Kind.STATE, "us", null),
                    new Region("zone-1", "zone-1", Region.Kind.CLOUD_REGION, "us-oh", "unit")));

    private final GraphStore store;
    private final CatalogueRepository catalogue;

    CatalogueRepositoryTest(GraphStore store) {
        this.store = store;
        this.catalogue = new CatalogueRepository(store.queries());
    }

    @Test
    void the_graph_holds_the_registry_and_follows_it() {
        assertThat(save(FIRST)).isTrue();
        List<String> edges = edges();
        assertThat(edges)
                .containsExactlyInAnyOrder(
                        "unit PART_OF group",
                        "chip VARIANT_OF family",
                        "chip FABRICATED_BY foundry",
                        "family FABRICATED_BY foundry",
                        "model DEVELOPED_BY unit",
                        "platform OPERATED_BY unit",
                        "platform OFFERS model",
                        "platform RUNS_ON chip",
                        "platform AVAILABLE_IN zone-1",
                        "campus OWNED_BY group",
                        "campus OPERATED_BY unit",
                        "campus IN us-oh",
                        "us-oh PART_OF us",
                        "zone-1 PART_OF us-oh",
                        "zone-1 OPERATED_BY unit");
        assertThat(save(FIRST)).isFalse();
        assertThat(edges()).isEqualTo(edges);
        keep_an_organization_that_claims_name();
        assertThat(edges()).containsExactlyInAnyOrder("chip FABRICATED_BY foundry", "us-oh PART_OF us");
    }

    private void keep_an_organization_that_claims_name() {
        OrganizationRepository organizations = new OrganizationRepository(store.queries());
        store.run(tx -> {
            new ArticleRepository(store.queries()).save(tx, Sample.article("a-1"), Sample.RECORDING);
            new ClaimRepository(store.queries())
                    .save(
                            tx,
                            List.of(Sample.blocked(
                                    Sample.spend("c-1", "a-1", "Unit", "Foundry", "unit", "foundry", 1))),
                            Sample.RECORDING);
        });
        Registry second = new Registry(
                List.of(organization("foundry", null)),
                List.of(product("chip", null)),
                List.of(),
                List.of(),
                List.of(),
                FIRST.regions().subList(0, 2));
        assertThat(save(second)).isTrue();
        assertThat(store.<Optional<Organization>>read(tx -> organizations.find(tx, "group")))
                .isEmpty();
        assertThat(store.<Optional<Organization>>read(tx -> organizations.find(tx, "unit")))
                .contains(organization("unit", "group"));
        OrganizationFilter provisional = new OrganizationFilter(null, false, null);
        assertThat(store.<List<Organization>>read(tx -> organizations.list(tx, provisional, "", "", 10)))
                .extracting(Organization::id)
                .containsExactly("unit");
    }

    @Test
    void a_standing_edge_has_its_dates_and_source() {
        save(FIRST);
        assertThat(store.<List<String>>read(
                        tx -> tx.run("MATCH (:Organization)-[r:PART_OF]->() RETURN r.since + ' ' + r.source AS edge")
                                .list(row -> row.get("edge").asString())))
                .containsExactly("2024-Q3 https://example.org/link");
    }

    private boolean save(Registry registry) {
        return store.<Boolean>write(tx -> catalogue.save(tx, registry));
    }

    private List<String> edges() {
        return store.read(tx -> tx.run("""
                        MATCH (a)-[r]->(b)
                        WHERE NOT a:Claim AND NOT a:Article AND NOT a:Source AND NOT type(r) STARTS WITH 'MIGRATED'
                        RETURN a.id + ' ' + type(r) + ' ' + b.id AS edge ORDER BY edge""").list(row -> row.get("edge").asString()));
    }

    private static Organization organization(String id, @Nullable String partOf) {
        Organization o = Sample.organization(id, id);
        return new Organization(
                o.id(),
                o.name(),
                null,
                o.types(),
                o.aliases(),
                o.ambiguous(),
                o.brands(),
                o.descriptions(),
                null,
                null,
                null,
                o.tickers(),
                o.people(),
                partOf == null ? List.of() : List.of(link(partOf)),
                o.memberOf(),
                o.identifiers());
    }

    private static Product product(String id, @Nullable String family) {
        return new Product(
                id,
                id,
                List.of(),
                List.of(),
                Product.Kind.CHIP,
                family,
                List.of(),
                List.of(),
                List.of(link("foundry")),
                List.of(),
                List.of(),
                null);
    }

    private static Link link(String target) {
        return new Link(target, PartialDate.parse("2024-Q3"), null, "https://example.org/link");
    }
}
