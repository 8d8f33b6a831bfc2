package org.dealgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealFilter.AmountRange;
import org.dealgraph.graph.DealFilter.Extra;
import org.dealgraph.graph.DealFilter.Range;
import org.dealgraph.graph.DealFilter.Role;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Power;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the index finds is what asking every filter finds, and it asks few others. */
class FilterIndexTest {

    private static final List<String> PARTIES = List.of("openai", "oracle", "amazon", "new:x", "new:y");
    private static final List<String> PRODUCTS = List.of("gb200", "tpu-v7", "trainium-2");
    private static final List<String> SITES = List.of("abilene", "rainier");
    private static final List<String> WORDS = List.of("power", "Compute", "économie", "grid deal", "oracle", "…");
    private static final List<String> DATES = List.of("2026", "2026-Q2", "2026-05", "2026-05-03", "2027-01-01");

    private final DealMatcher matcher = new DealMatcher(Catalogue.load(Path.of("ingest")));
    private final FilterIndex index = new FilterIndex(matcher);
    private final Random random = new Random(8);

    @Test
    void finds_what_asking_every_filter_finds() {
        List<EventSubscription> subscriptions = new ArrayList<>();
        for (int n = 0; n < 2_000; n++) {
            EventSubscription subscription = listen(filter());
            subscriptions.add(subscription);
            index.add(subscription);
        }
        int matches = 0;
        for (int n = 1; n <= 500; n++) {
            DealEvent event = event(n);
            Set<EventSubscription> expected = new HashSet<>();
            subscriptions.stream()
                    .filter(s -> s.query().filter().matches(event, matcher))
                    .forEach(expected::add);
            assertThat(index.matching(event)).as(event.toString()).isEqualTo(expected);
            matches += expected.size();
            if (n % 10 == 0) {
                EventSubscription gone = subscriptions.remove(random.nextInt(subscriptions.size()));
                index.remove(gone);
                index.remove(gone);
                assertThat(index.contains(gone)).isFalse();
            }
        }
        assertThat(matches).as("so that the test tells something").isGreaterThan(10_000);
        assertThat(index.size()).isEqualTo(subscriptions.size());
        assertThat(index.all()).containsExactlyInAnyOrderElementsOf(subscriptions);
        subscriptions.forEach(index::remove);
        assertThat(index.isEmpty()).isTrue();
        assertThat(index.candidates(event(1))).isEmpty();
    }

    @Test
    void asks_few_filters_that_do_not_match() {
        List<EventFilter> unlike = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            unlike.add(of(null, null, null, new AmountRange(range(n, n + 1), "USD"), null, null, null));
            unlike.add(of(null, null, null, null, range(n, null), null, null));
            unlike.add(of("word" + n + " a", null, null, null, null, null, null));
            unlike.add(of(null, null, null, null, null, List.of("product-" + n), null));
            unlike.add(of(null, null, null, null, null, null, List.of("site-" + n)));
            unlike.add(of(null, List.of(List.of("openai")), null, null, null, List.of("product-" + n), null));
        }
        unlike.forEach(filter -> index.add(listen(filter)));
        DealEvent event = event(
                1,
                deal(
                        "a word7",
                        List.of("openai"),
                        Money.of(Interval.stated(BigDecimal.valueOf(5)), "USD"),
                        power(3),
                        "product-9",
                        "site-2"));
        assertThat(index.candidates(event).stream().map(Listeners::filter).toList())
                .containsExactlyInAnyOrderElementsOf(unlike.stream()
                        .filter(filter -> filter.matches(event, matcher))
                        .toList())
                .hasSize(2 + 4 + 1 + 1 + 1 + 1);
    }

    private static EventFilter of(
            @Nullable String text,
            @Nullable List<List<String>> parties,
            @Nullable Set<ClaimKind> kinds,
            @Nullable AmountRange amount,
            @Nullable Range<BigDecimal> megawatts,
            @Nullable List<String> products,
            @Nullable List<String> sites) {
        return new EventFilter(
                new DealFilter(text, parties, null, kinds, null, null, amount, megawatts, products, sites, null, null),
                null,
                null);
    }

    private static Range<BigDecimal> range(@Nullable Integer from, @Nullable Integer to) {
        return new Range<>(from == null ? null : BigDecimal.valueOf(from), to == null ? null : BigDecimal.valueOf(to));
    }

    /** Never started, so that it asks no feed. */
    @SuppressWarnings("NullAway")
    private static EventSubscription listen(EventFilter filter) {
        return new EventSubscription(new EventQuery(filter, 0, Long.MAX_VALUE), new Deaf(), null, 1);
    }

    private static final class Deaf implements EventReceiver {
        @Override
        public void take(DealEvent event) {}

        @Override
        public void end(End end, long cursor) {}
    }

    private <T> @Nullable T maybe(int oneIn, Supplier<T> value) {
        return random.nextInt(oneIn) == 0 ? value.get() : null;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        Set<E> some = EnumSet.noneOf(type);
        for (E value : type.getEnumConstants()) {
            if (random.nextInt(3) > 0) {
                some.add(value);
            }
        }
        return some;
    }

    private <T> List<T> upToTwo(List<T> values) {
        return random.nextInt(12) == 0 ? List.of() : List.of(any(values), any(values));
    }

    private Range<BigDecimal> numbers() {
        return range(maybe(2, () -> random.nextInt(10)), maybe(2, () -> random.nextInt(10)));
    }

    private Range<LocalDate> days() {
        return new Range<>(
                maybe(2, () -> PartialDate.parse(any(DATES)).earliest()),
                maybe(2, () -> PartialDate.parse(any(DATES)).latest()));
    }

    private EventFilter filter() {
        return new EventFilter(
                new DealFilter(
                        maybe(6, () -> any(WORDS)),
                        maybe(4, () -> List.of(upToTwo(PARTIES), upToTwo(PARTIES))),
                        maybe(8, () -> some(Role.class)),
                        maybe(3, () -> some(ClaimKind.class)),
                        maybe(6, () -> some(Stage.class)),
                        maybe(8, random::nextBoolean),
                        maybe(4, () -> new AmountRange(numbers(), random.nextBoolean() ? "USD" : "EUR")),
                        maybe(5, this::numbers),
                        maybe(8, () -> upToTwo(PRODUCTS)),
                        maybe(8, () -> upToTwo(SITES)),
                        maybe(8, this::days),
                        maybe(8, this::days),
                        new Extra(maybe(8, () -> some(Instrument.class)), maybe(8, random::nextBoolean), null)),
                maybe(6, () -> some(Revision.Kind.class)),
                maybe(6, () -> some(Revision.Cause.class)));
    }

    private static Power power(int megawatts) {
        return new Power(Interval.stated(BigDecimal.valueOf(megawatts)), Power.Measure.UNSTATED, Power.Layer.COMPUTE);
    }

    private Interval interval() {
        BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(9));
        return switch (random.nextInt(3)) {
            case 0 -> Interval.atLeast(value);
            case 1 -> Interval.upTo(value);
            default -> Interval.stated(value);
        };
    }

    /** Of two terms at times, of which each may have what the other lacks. */
    private @Nullable Deal deal() {
        if (random.nextInt(5) == 0) {
            return null;
        }
        Deal one = single();
        List<Term> terms = new ArrayList<>(one.terms());
        if (random.nextBoolean()) {
            terms.addAll(single().terms());
        }
        List<String> parties = terms.stream()
                .flatMap(term -> Stream.concat(term.from().stream(), term.to().stream()))
                .distinct()
                .toList();
        return new Deal(one.id(), one.id(), one.title(), parties, terms, one.claims(), one.agreed(), one.published());
    }

    private Deal single() {
        return deal(
                any(WORDS) + " for " + any(WORDS),
                List.of(any(PARTIES), any(PARTIES)),
                maybe(2, () -> Money.of(interval(), random.nextInt(4) == 0 ? "EUR" : "USD")),
                maybe(2, () -> new Power(interval(), Power.Measure.UNSTATED, Power.Layer.COMPUTE)),
                maybe(2, () -> any(PRODUCTS)),
                maybe(2, () -> any(SITES)));
    }

    private Deal deal(
            String title,
            List<String> parties,
            @Nullable Money money,
            @Nullable Power power,
            @Nullable String product,
            @Nullable String site) {
        @Nullable PartialDate agreed = maybe(2, () -> PartialDate.parse(any(DATES)));
        Term term = new Term(
                "t",
                any(List.of(ClaimKind.values())),
                List.of(parties.getFirst()),
                List.of(parties.getLast()),
                List.of(),
                new Claim.Subject(
                        money, power, null, product, null, maybe(2, () -> any(List.of(Instrument.values()))), site),
                new Claim.Schedule(agreed, null, null, null),
                false,
                any(List.of(Stage.values())),
                random.nextBoolean() ? Set.of() : Set.of(Flag.CONDITIONAL),
                List.of(),
                List.of("c"),
                List.of(),
                List.of(),
                1,
                agreed,
                random.nextBoolean(),
                List.of(),
                List.of());
        return new Deal(
                "d", "d", title, parties.stream().distinct().toList(), List.of(term), List.of("c"), agreed, agreed);
    }

    private DealEvent event(int n) {
        @Nullable Deal before = deal();
        @Nullable
        Deal after = before == null ? deal("new", List.of("openai", "new:y"), null, null, null, null) : deal();
        return DealEvent.of(new Revision(
                n,
                "d",
                any(List.of(Revision.Kind.values())),
                any(List.of(Revision.Cause.values())),
                Instant.EPOCH,
                before == null ? null : Json.write(before),
                after == null ? null : Json.write(after),
                List.of("c")));
    }

    private static DealEvent event(int n, Deal deal) {
        return DealEvent.of(new Revision(
                n, "d", Revision.Kind.ADDED, Revision.Cause.NEWS, Instant.EPOCH, null, Json.write(deal), List.of("c")));
    }
}
