package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealgraph.graph.DealFilter.AmountRange;
import org.dealgraph.graph.DealFilter.Range;
import org.dealgraph.graph.DealFilter.Role;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Neo4jTest.class)
class DealRepositoryTest {

    private static final SourcedClaim ACME = Sample.spend("d-1", "a-1", "Acme", "Zeta", 38);
    private static final SourcedClaim BETA = Sample.spend("d-2", "a-1", "Beta", "Zeta", 100);
    private static final SourcedClaim GAMMA = Sample.spend("d-3", "a-1", "Zeta", "Gamma", 5);

    private final GraphStore store;
    private final DealRepository deals;
    private final ClaimRepository claims;

    DealRepositoryTest(GraphStore store) {
        this.store = store;
        this.deals = new DealRepository(store.queries());
        this.claims = new ClaimRepository(store.queries());
    }

    @BeforeEach
    void three_deals() {
        store.run(tx -> {
            new ArticleRepository(store.queries()).save(tx, Sample.article("a-1"), Sample.RECORDING);
            claims.save(
                    tx,
                    List.of(Sample.blocked(ACME, "k-1"), Sample.blocked(BETA, "k-2"), Sample.blocked(GAMMA, "k-2")),
                    Sample.RECORDING);
            List<String> old = deals.list(tx, DealFilter.all(), DealOrder.ID, false, null, 1000).stream()
                    .map(deal -> deal.value().id())
                    .toList();
            deals.replace(
                    tx,
                    old,
                    List.of(
                            Sample.deal(ACME, "2026-03-01"),
                            Sample.deal(BETA, "2026-05"),
                            Sample.deal(GAMMA, null, new TermLink(TermLink.Kind.ADDS_TO, "d-1", List.of("d-3")))));
        });
    }

    @Test
    void a_deal_is_found_without_loss_by_its_id_and_by_a_member_claim() {
        SourcedClaim second = Sample.spend("d-1b", "a-1", "Acme", "Zeta", 38);
        Deal whole = Sample.deal(
                "d-1",
                null,
                Stream.of(Sample.deal(ACME, "2026-03-01"), Sample.deal(second, "2026-03-02"))
                        .flatMap(deal -> deal.terms().stream())
                        .toList());
        store.run(tx -> {
            claims.save(tx, List.of(Sample.blocked(second, "k-1")), Sample.RECORDING);
            deals.replace(tx, List.of(), List.of(whole));
        });
        assertThat(store.<Optional<Deal>>read(tx -> deals.findById(tx, "d-1"))).contains(whole);
        assertThat(store.<Optional<Deal>>read(tx -> deals.findById(tx, "d-1b"))).contains(whole);
        assertThat(store.<Optional<Deal>>read(tx -> deals.findById(tx, "d-0"))).isEmpty();
        assertThat(store.<List<SourcedClaim>>read(tx -> claims.listByDeal(tx, "d-1")))
                .containsExactly(ACME, second);
    }

    @Test
    void deals_are_found_by_the_blocks_and_claims_they_rest_on() {
        assertThat(ids(store.read(tx -> deals.listInBlocks(tx, List.of("k-2")))))
                .containsExactly("d-2", "d-3");
        store.run(tx -> claims.retire(tx, List.of("d-2"), "withdrawn", Sample.RECORDING.at()));
        assertThat(ids(store.read(tx -> deals.listInBlocks(tx, List.of("k-2")))))
                .containsExactly("d-2", "d-3");
        assertThat(ids(store.read(tx -> deals.listByClaims(tx, List.of("d-3", "d-1")))))
                .containsExactly("d-1", "d-3");
        assertThat(ids(store.read(tx -> deals.listByIds(tx, List.of("d-3", "d-9")))))
                .containsExactly("d-3");
    }

    @Test
    void replacing_leaves_nothing_of_what_was_there() {
        store.run(tx -> deals.replace(tx, List.of("d-1", "d-2", "d-3"), List.of()));
        assertThat(count("MATCH (n:Deal|Term) RETURN count(n)")).isZero();
        assertThat(count("MATCH (:Claim)-[r:SUPPORTS]->() RETURN count(r)")).isZero();
        assertThat(store.<Optional<SourcedClaim>>read(tx -> claims.find(tx, "d-1")))
                .isPresent();
    }

    @Test
    void saving_the_same_again_changes_nothing() {
        long nodes = count("MATCH (n) RETURN count(n)");
        long edges = count("MATCH ()-[r]->() RETURN count(r)");
        three_deals();
        three_deals();
        assertThat(count("MATCH (n) RETURN count(n)")).isEqualTo(nodes);
        assertThat(count("MATCH ()-[r]->() RETURN count(r)")).isEqualTo(edges);
    }

    @Test
    void a_term_keeps_the_links_that_lead_to_it_when_its_deal_is_replaced_or_it_moves() {
        String links = "MATCH (:Term {id: 'd-3'})-[r:ADDS_TO]->(:Term {id: 'd-1'}) RETURN count(r)";
        store.run(tx -> deals.replace(tx, List.of(), List.of(Sample.deal(ACME, "2026-03-02"))));
        assertThat(count(links)).isEqualTo(1);
        Deal moved = Sample.deal("d-2", null, Sample.deal(ACME, "2026-03-02").terms());
        store.run(tx -> deals.replace(tx, List.of("d-1"), List.of(moved)));
        assertThat(count(links)).isEqualTo(1);
        assertThat(count("MATCH (:Deal)-[r:HAS_TERM]->(:Term {id: 'd-1'}) RETURN count(r)"))
                .isEqualTo(1);
        assertThat(store.<Optional<Deal>>read(tx -> deals.findById(tx, "d-1"))).contains(moved);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("all", filter(null, null, null, null, null, null, null), "d-1 d-2 d-3"),
                Arguments.of("party", filter(null, List.of("acme", "beta"), null, null, null, null, null), "d-1 d-2"),
                Arguments.of("role", filter(null, List.of("zeta"), Set.of(Role.FROM), null, null, null, null), "d-3"),
                Arguments.of(
                        "roles", filter(null, List.of("zeta"), Set.of(Role.TO), null, null, null, null), "d-1 d-2"),
                Arguments.of("kind", filter(null, null, null, Set.of(ClaimKind.LEND), null, null, null), ""),
                Arguments.of("stage", filter(null, null, null, null, Set.of(Stage.AGREED), null, null), "d-1 d-2 d-3"),
                Arguments.of(
                        "at least", filter(null, null, null, null, null, amount("38", null, "USD"), null), "d-1 d-2"),
                Arguments.of(
                        "at most", filter(null, null, null, null, null, amount(null, "38", "USD"), null), "d-1 d-3"),
                Arguments.of("currency", filter(null, null, null, null, null, amount(null, null, "EUR"), null), ""),
                Arguments.of("text", filter("ZETA acme", null, null, null, null, null, null), "d-1"),
                Arguments.of("no text", filter("!!", null, null, null, null, null, null), ""),
                Arguments.of("text and party", filter("zeta", List.of("gamma"), null, null, null, null, null), "d-3"),
                Arguments.of(
                        "month", filter(null, null, null, null, null, null, days("2026-05-20", "2026-05-21")), "d-2"),
                Arguments.of("before", filter(null, null, null, null, null, null, days(null, "2026-04-30")), "d-1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void a_filter_lets_through_what_it_names(String name, DealFilter filter, String expected) {
        List<Ranked<Deal>> found = store.read(tx -> deals.list(tx, filter, DealOrder.ID, false, null, 10));
        assertThat(found.stream().map(deal -> deal.value().id()).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
        assertThat(store.<Long>read(tx -> deals.count(tx, filter))).isEqualTo(found.size());
    }

    @ParameterizedTest
    @CsvSource({
        "AGREED,false,d-1 d-2 d-3",
        "AGREED,true,d-2 d-1 d-3",
        "PUBLISHED,false,d-1 d-2 d-3",
        "PUBLISHED,true,d-2 d-1 d-3",
        "AMOUNT,false,d-3 d-1 d-2",
        "AMOUNT,true,d-2 d-1 d-3",
        "ID,false,d-1 d-2 d-3"
    })
    void an_order_puts_what_it_does_not_know_last(DealOrder order, boolean descending, String expected) {
        assertThat(walk(order, descending, 1)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"AGREED,true,7", "AMOUNT,false,3", "PUBLISHED,true,1", "ID,false,4"})
    void pages_show_every_deal_once(DealOrder order, boolean descending, int size) {
        List<Deal> many = new ArrayList<>();
        store.run(tx -> {
            List<SourcedClaim> more = IntStream.range(0, 20)
                    .mapToObj(i -> Sample.spend("m-" + i, "a-1", "Many", "Zeta", i % 3))
                    .toList();
            claims.save(tx, more.stream().map(Sample::blocked).toList(), Sample.RECORDING);
            more.forEach(claim ->
                    many.add(Sample.deal(claim, many.size() % 4 == 0 ? null : "2026-0" + (1 + many.size() % 5))));
            deals.replace(tx, List.of(), many);
        });
        List<String> expected = Stream.concat(
                        Stream.of("d-1", "d-2", "d-3"), many.stream().map(Deal::id))
                .sorted()
                .toList();
        assertThat(walk(order, descending, size).stream().sorted().toList()).isEqualTo(expected);
    }

    @Test
    void the_latest_are_the_same_as_the_dated_ones_by_publication() {
        List<Ranked<Deal>> first = store.read(tx -> deals.listLatest(tx, null, 1));
        List<Ranked<Deal>> rest =
                store.read(tx -> deals.listLatest(tx, first.getFirst().cursor(), 10));
        assertThat(Stream.concat(first.stream(), rest.stream()).toList())
                .isEqualTo(store.<List<Ranked<Deal>>>read(
                        tx -> deals.list(tx, DealFilter.all(), DealOrder.PUBLISHED, true, null, 2)));
    }

    private List<String> walk(DealOrder order, boolean descending, int size) {
        List<String> seen = new ArrayList<>();
        @Nullable Cursor after = null;
        List<Ranked<Deal>> page;
        do {
            Cursor from = after;
            page = store.read(tx -> deals.list(tx, DealFilter.all(), order, descending, from, size));
            page.forEach(deal -> seen.add(deal.value().id()));
            after = page.isEmpty() ? null : page.getLast().cursor();
        } while (!page.isEmpty());
        return seen;
    }

    private long count(String cypher) {
        return store.<Long>read(tx -> tx.run(cypher).single().get(0).asLong());
    }

    private static List<String> ids(List<Deal> found) {
        assertThat(found).isSortedAccordingTo(Comparator.comparing(Deal::id));
        return found.stream().map(Deal::id).toList();
    }

    private static DealFilter filter(
            @Nullable String text,
            @Nullable List<String> parties,
            @Nullable Set<Role> roles,
            @Nullable Set<ClaimKind> kinds,
            @Nullable Set<Stage> stages,
            @Nullable AmountRange amount,
            @Nullable Range<LocalDate> published) {
        return new DealFilter(
                text,
                parties == null ? null : List.of(parties),
                roles,
                kinds,
                stages,
                null,
                amount,
                null,
                null,
                null,
                null,
                published);
    }

    private static AmountRange amount(@Nullable String from, @Nullable String to, String currency) {
        return new AmountRange(new Range<>(billions(from), billions(to)), currency);
    }

    private static @Nullable BigDecimal billions(@Nullable String number) {
        return number == null ? null : new BigDecimal(number).movePointRight(9);
    }

    private static Range<LocalDate> days(@Nullable String from, @Nullable String to) {
        return new Range<>(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
