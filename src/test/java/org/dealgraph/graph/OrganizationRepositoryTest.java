package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.model.Organization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class OrganizationRepositoryTest {

    private static final List<Organization> FOUR = List.of(
            Sample.organization("acme", "Acme", "Acme Works", "AW"),
            Sample.organization("beta-1", "Beta"),
            Sample.organization("beta-2", "Beta"),
            Sample.organization("café", "Café & Söhne"));

    private final GraphStore store;
    private final OrganizationRepository organizations;

    OrganizationRepositoryTest(GraphStore store) {
        this.store = store;
        this.organizations = new OrganizationRepository(store.queries());
    }

    @BeforeEach
    void four() {
        store.run(tx -> new CatalogueRepository(store.queries())
                .save(tx, new Registry(FOUR, List.of(), List.of(), List.of(), List.of(), List.of())));
    }

    @Test
    void one_is_found_by_id() {
        assertThat(store.<java.util.Optional<Organization>>read(tx -> organizations.find(tx, "acme")))
                .contains(FOUR.getFirst());
        assertThat(store.<java.util.Optional<Organization>>read(tx -> organizations.find(tx, "new:nobody")))
                .isEmpty();
        assertThat(store.<List<Organization>>read(tx -> organizations.listByIds(tx, List.of("beta-2", "acme"))))
                .containsExactly(FOUR.get(0), FOUR.get(2));
    }

    @Test
    void pages_by_name_show_every_one_once_though_names_are_equal() {
        List<Organization> seen = new ArrayList<>();
        String name = "";
        String id = "";
        while (true) {
            String afterName = name;
            String afterId = id;
            List<Organization> page =
                    store.read(tx -> organizations.list(tx, OrganizationFilter.all(), afterName, afterId, 1));
            if (page.isEmpty()) {
                break;
            }
            seen.addAll(page);
            name = page.getLast().name();
            id = page.getLast().id();
        }
        assertThat(seen).isEqualTo(FOUR);
        assertThat(store.<Long>read(tx -> organizations.count(tx, OrganizationFilter.all())))
                .isEqualTo(4);
    }

    @Test
    void a_filter_asks_for_the_verified() {
        OrganizationFilter provisional = new OrganizationFilter(null, false, null);
        assertThat(store.<List<Organization>>read(tx -> organizations.list(tx, provisional, "", "", 10)))
                .isEmpty();
        assertThat(store.<Long>read(tx -> organizations.count(tx, new OrganizationFilter(null, true, null))))
                .isEqualTo(4);
    }

    @Test
    void names_and_aliases_are_searched_whatever_their_accents() {
        assertThat(search("cafe sohne")).containsExactly("café");
        assertThat(search("acme works")).containsExactly("acme");
        assertThat(search("beta")).containsExactly("beta-1", "beta-2");
        assertThat(search("+beta -acme")).isEmpty();
    }

    private List<String> search(String text) {
        return store.read(tx -> organizations.search(tx, text, 0, 10)).stream()
                .map(hit -> hit.value().id())
                .toList();
    }
}
