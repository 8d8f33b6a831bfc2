package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Organization;
import org.dealgraph.model.SourcedClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class ClaimRepositoryTest {

    private final GraphStore store;
    private final ClaimRepository claims;
    private final OrganizationRepository organizations;

    ClaimRepositoryTest(GraphStore store) {
        this.store = store;
        this.claims = new ClaimRepository(store.queries());
        this.organizations = new OrganizationRepository(store.queries());
    }

    @BeforeEach
    void article() {
        store.run(tx -> new ArticleRepository(store.queries()).save(tx, Sample.article("a-1"), Sample.RECORDING));
    }

    @Test
    void what_was_saved_is_found_without_loss_and_twice_is_once() {
        SourcedClaim claim = Sample.spend("c-lossless", "a-1", "Acme", "Zeta", 38);
        save(Sample.blocked(claim, "b-1", "b-2"));
        save(Sample.blocked(claim, "b-1", "b-2"));
        assertThat(store.<Optional<SourcedClaim>>read(tx -> claims.find(tx, "c-lossless")))
                .contains(claim);
        assertThat(edges("c-lossless"))
                .containsExactlyInAnyOrder("STATES a-1", "FROM acme", "TO zeta", "IN_BLOCK b-1", "IN_BLOCK b-2");
    }

    @Test
    void a_party_that_no_registry_holds_is_a_provisional_organization_whichever_claim_comes_first() {
        var first = Sample.blocked(Sample.spend("c-p1", "a-1", "Newco Inc", "Zeta", "new:newco", "zeta", 1));
        var second = Sample.blocked(Sample.spend("c-p2", "a-1", "NEWCO", "Zeta", "new:newco", "zeta", 2));
        save(first);
        save(second);
        Organization seen =
                store.read(tx -> organizations.find(tx, "new:newco")).orElseThrow();
        assertThat(seen).isEqualTo(Organization.provisional("new:newco", "NEWCO"));
        save(first);
        assertThat(store.<Optional<Organization>>read(tx -> organizations.find(tx, "new:newco")))
                .contains(seen);
    }

    @Test
    void a_new_resolution_takes_the_place_of_the_old() {
        save(Sample.blocked(Sample.spend("c-r", "a-1", "Oldname", "Zeta", "new:oldname", "zeta", 1), "b-old"));
        save(Sample.blocked(Sample.spend("c-r", "a-1", "Oldname", "Zeta", "acme", "zeta", 1), "b-new"));
        assertThat(edges("c-r"))
                .containsExactlyInAnyOrder("STATES a-1", "FROM acme", "TO zeta", "IN_BLOCK b-new", "WAS state");
        assertThat(store.<Long>write(tx -> organizations.settleProvisional(tx, List.of("new:oldname", "acme"))))
                .isEqualTo(1);
        assertThat(store.<Optional<Organization>>read(tx -> organizations.find(tx, "new:oldname")))
                .isEmpty();
    }

    @Test
    void blocks_are_connected_through_claims_however_far() {
        save(
                Sample.blocked(Sample.spend("c-1", "a-1", "A", "B", 1), "k-1", "k-2"),
                Sample.blocked(Sample.spend("c-2", "a-1", "B", "C", 1), "k-2", "k-3"),
                Sample.blocked(Sample.spend("c-3", "a-1", "C", "D", 1), "k-3", "k-4"),
                Sample.blocked(Sample.spend("c-4", "a-1", "X", "Y", 1), "k-9"));
        assertThat(store.<SortedSet<String>>read(tx -> claims.listConnectedBlocks(tx, List.of("k-1"))))
                .containsExactly("k-1", "k-2", "k-3", "k-4");
        assertThat(store.<SortedSet<String>>read(tx -> claims.listConnectedBlocks(tx, List.of("k-unheard"))))
                .containsExactly("k-unheard");
        assertThat(ids(store.read(tx -> claims.listInBlocks(tx, List.of("k-2", "k-3")))))
                .containsExactly("c-1", "c-2", "c-3");
    }

    @Test
    void a_retired_claim_stays_and_is_in_no_block_until_it_is_restored() {
        save(Sample.blocked(Sample.spend("c-out", "a-1", "A", "B", 1), "r-1", "r-2"));
        assertThat(store.<Long>write(tx -> claims.retire(tx, List.of("c-out"), "withdrawn", Sample.RECORDING.at())))
                .isEqualTo(1);
        assertThat(store.<Long>write(tx -> claims.retire(tx, List.of("c-out"), "again", Sample.RECORDING.at())))
                .isZero();
        assertThat(store.<List<SourcedClaim>>read(tx -> claims.listInBlocks(tx, List.of("r-1"))))
                .isEmpty();
        assertThat(store.<SortedSet<String>>read(tx -> claims.listConnectedBlocks(tx, List.of("r-1"))))
                .containsExactly("r-1");
        assertThat(ids(store.read(tx -> claims.listByArticle(tx, "a-1")))).doesNotContain("c-out");
        assertThat(store.<Optional<SourcedClaim>>read(tx -> claims.find(tx, "c-out")))
                .isPresent();
        assertThat(store.<SortedSet<String>>read(tx -> claims.listBlocks(tx, List.of("c-out"))))
                .containsExactly("r-1", "r-2");
        assertThat(store.<Long>write(tx -> claims.restore(tx, List.of("c-out"), Sample.RECORDING.at())))
                .isEqualTo(1);
        assertThat(ids(store.read(tx -> claims.listInBlocks(tx, List.of("r-1")))))
                .containsExactly("c-out");
    }

    @Test
    void claims_are_listed_by_organization_and_found_by_their_words() {
        save(
                Sample.blocked(Sample.spend("c-w1", "a-1", "Wordy", "Zeta", 7)),
                Sample.blocked(Sample.spend("c-w2", "a-1", "Zeta", "Wordy", 8)));
        assertThat(ids(store.read(tx -> claims.list(tx, ClaimFilter.ofParty("wordy"), "", 10))))
                .containsExactly("c-w1", "c-w2");
        assertThat(ids(store.read(tx -> claims.list(tx, ClaimFilter.ofParty("wordy"), "c-w1", 10))))
                .containsExactly("c-w2");
        assertThat(store.<List<Ranked<SourcedClaim>>>read(
                        tx -> claims.search(tx, "wordy committing 7", ClaimFilter.all(), 0, 10)))
                .extracting(hit -> hit.value().claim().id())
                .containsExactly("c-w1");
        assertThat(ids(store.read(tx -> claims.listByIds(tx, List.of("c-w2", "c-w0")))))
                .containsExactly("c-w2");
        assertThat(ids(store.read(tx -> claims.list(tx, ClaimFilter.all(), "c-w", 1))))
                .containsExactly("c-w1");
    }

    @Test
    void the_best_are_the_same_whether_all_matches_are_looked_at_or_only_the_first_of_them() {
        List<BlockedClaim> many = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            String id = "c-t" + (1_000 - i);
            String from = i % 90 == 0 ? "Tied tied" : "Tied";
            String to = i < 300 ? "Zeta" : "Zeta and sons and more sons";
            many.add(Sample.blocked(Sample.spend(id, "a-1", from, to, "tied", "zeta", i + 1)));
        }
        store.run(tx -> claims.save(tx, many, Sample.RECORDING));
        List<String> retired = List.of("c-t1000", "c-t999", "c-t600");
        store.run(tx -> claims.retire(tx, retired, "withdrawn", Sample.RECORDING.at()));
        ClaimFilter every = new ClaimFilter(null, null, EnumSet.allOf(ClaimKind.class));
        for (int skip : List.of(0, 1, 3, 4, 5, 20, 290, 440, 446, 447, 500)) {
            assertThat(found("tied", ClaimFilter.all(), skip, 7))
                    .as("after %d", skip)
                    .isEqualTo(found("tied", every, skip, 7))
                    .hasSize(Math.clamp(447 - skip, 0, 7))
                    .doesNotContainAnyElementsOf(retired);
        }
        assertThat(found("tied 17", ClaimFilter.all(), 0, 7)).containsExactly("c-t984");
        assertThat(found("nobody says this", ClaimFilter.all(), 0, 7)).isEmpty();
    }

    private List<String> found(String text, ClaimFilter filter, int skip, int first) {
        return store.<List<Ranked<SourcedClaim>>>ask(tx -> claims.search(tx, text, filter, skip, first)).stream()
                .map(hit -> hit.value().claim().id())
                .toList();
    }

    @Test
    void claims_without_their_article_are_refused_and_nothing_is_saved() {
        assertThatThrownBy(() -> save(
                        Sample.blocked(Sample.spend("c-ok", "a-1", "A", "B", 1)),
                        Sample.blocked(Sample.spend("c-orphan", "a-none", "A", "B", 1))))
                .isInstanceOf(GraphException.class)
                .hasMessage("could not save 1 of 2 claims: their article is not in the graph");
        assertThat(store.<Optional<SourcedClaim>>read(tx -> claims.find(tx, "c-ok")))
                .isEmpty();
    }

    private void save(BlockedClaim... blocked) {
        store.run(tx -> claims.save(tx, List.of(blocked), Sample.RECORDING));
    }

    private static List<String> ids(List<SourcedClaim> found) {
        return found.stream().map(claim -> claim.claim().id()).toList();
    }

    private List<String> edges(String claim) {
        return store.read(tx -> tx.run(
                        "MATCH (:Claim {id: $id})-[r]-(n) RETURN type(r) + ' ' + coalesce(n.id, n.key, 'state') AS edge",
                        Map.<String, Object>of("id", claim))
                .list(row -> row.get("edge").asString()));
    }
}
