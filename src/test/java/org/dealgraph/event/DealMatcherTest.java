package org.dealgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.api.IntakeKey;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealFilter.AmountRange;
import org.dealgraph.graph.DealFilter.Extra;
import org.dealgraph.graph.DealFilter.Range;
import org.dealgraph.graph.DealFilter.Role;
import org.dealgraph.graph.DealOrder;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.Ranked;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Stage;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter of subscriptions lets through what the list of deals lists. */
@ExtendWith(Neo4jTest.class)
class DealMatcherTest {

    private static final DealFilter ALL = DealFilter.all();
    private static ApplicationContext context;
    private static List<Deal> deals;

    @BeforeAll
    static void fill(GraphStore store) {
        context = RunningApplication.on(store, (IntakeKey) () -> "none");
        context.getBean(Intake.class)
                .take(RunningApplication.read(Map.of(
                        "oracle.txt",
                        "Oracle contract\n\nOpenAI has signed a contract to buy $300 billion of computing power from Oracle.",
                        "anthropic.txt",
                        "Amazon invests\n\nAmazon is investing $5 billion in Anthropic, the companies said on April 20, 2026.",
                        "nebius.txt",
                        "Nebius deal\n\nMicrosoft will pay Nebius $17.4 billion over five years for computing capacity.",
                        "talks.txt",
                        "Meta talks\n\nMeta is in talks to spend $10 billion on computing capacity from Google.")));
        deals = listed(store, ALL);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    static Stream<DealFilter> filters() {
        return Stream.of(
                ALL,
                filter("oracle", null, null, null, null, null),
                filter("Nebius Microsoft", null, null, null, null, null),
                filter("nobody", null, null, null, null, null),
                filter(null, List.of(List.of("openai")), null, null, null, null),
                filter(null, List.of(List.of("openai"), List.of("oracle")), null, null, null, null),
                filter(null, List.of(List.of("openai"), List.of("nebius")), null, null, null, null),
                filter(null, List.of(List.of("oracle")), Set.of(Role.FROM), null, null, null),
                filter(null, List.of(List.of("oracle")), Set.of(Role.TO), null, null, null),
                filter(null, null, null, Set.of(ClaimKind.INVEST), null, null),
                filter(null, null, null, null, Set.of(Stage.TALKS), null),
                filter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new AmountRange(new Range<>(new BigDecimal("17000000000"), null), "USD")),
                filter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new AmountRange(new Range<>(null, new BigDecimal("17000000000")), "USD")),
                filter(null, null, null, null, null, new AmountRange(new Range<>(null, null), "EUR")),
                extra(new Extra(Set.of(Instrument.EQUITY, Instrument.WARRANT), null, null)),
                extra(new Extra(null, true, null)),
                extra(new Extra(null, false, null)),
                published(new Range<>(LocalDate.of(2026, 5, 1), null)),
                published(new Range<>(null, LocalDate.of(2026, 4, 30))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_matches_what_it_lists(DealFilter filter, GraphStore store) {
        DealMatcher matcher = context.getBean(DealMatcher.class);
        assertThat(deals.stream().filter(deal -> matcher.matches(filter, deal)).toList())
                .isEqualTo(listed(store, filter));
    }

    @Test
    void the_filters_tell_deals_apart() {
        DealMatcher matcher = context.getBean(DealMatcher.class);
        assertThat(deals).hasSizeGreaterThanOrEqualTo(4);
        assertThat(filters()
                        .map(f -> deals.stream()
                                .filter(d -> matcher.matches(f, d))
                                .count())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /** Fails where a condition is added to the filter and not here. Of the tiers of sources a deal alone says nothing. */
    @Test
    void every_condition_of_the_filter_is_known_here() {
        assertThat(Arrays.stream(Extra.class.getRecordComponents()).map(c -> c.getName()))
                .containsExactlyInAnyOrder("instruments", "unflagged", "tiers");
        assertThat(Arrays.stream(DealFilter.class.getRecordComponents()).map(c -> c.getName()))
                .containsExactlyInAnyOrder(
                        "text",
                        "parties",
                        "roles",
                        "kinds",
                        "stages",
                        "counted",
                        "amount",
                        "megawatts",
                        "products",
                        "sites",
                        "agreed",
                        "published",
                        "extra");
    }

    private static List<Deal> listed(GraphStore store, DealFilter filter) {
        DealRepository repository = new DealRepository(store.queries());
        return store.read(tx -> repository.list(tx, filter, DealOrder.PUBLISHED, true, null, 100)).stream()
                .map(Ranked::value)
                .sorted(Comparator.comparing(Deal::id))
                .toList();
    }

    private static DealFilter extra(Extra extra) {
        return new DealFilter(null, null, null, null, null, null, null, null, null, null, null, null, extra);
    }

    private static DealFilter published(Range<LocalDate> range) {
        return new DealFilter(null, null, null, null, null, null, null, null, null, null, null, range);
    }

    private static DealFilter filter(
            @Nullable String text,
            @Nullable List<List<String>> parties,
            @Nullable Set<Role> roles,
            @Nullable Set<ClaimKind> kinds,
            @Nullable Set<Stage> stages,
            @Nullable AmountRange amount) {
        return new DealFilter(text, parties, roles, kinds, stages, null, amount, null, null, null, null, null);
    }
}
