package org.dealgraph.event;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealFilter.AmountRange;
import org.dealgraph.graph.DealFilter.Range;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;

/**
 * What it costs to tell for which watches an event is: the index of filters in the heap, without the graph, with the
 * subscription that every watch has. In the package of what it measures.
 */
public final class WatchBenchmark {

    private static final int PARTIES = 1_000;
    private static final int ROUNDS = 5;

    private final DealMatcher matcher;
    private final List<DealEvent> events;

    private WatchBenchmark(DealMatcher matcher, List<DealEvent> events) {
        this.matcher = matcher;
        this.events = events;
    }

    /** Arguments: the folder of the registry, and how many events. */
    public static void main(String[] args) {
        Catalogue catalogue = Catalogue.load(Path.of(args[0]));
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        List<DealEvent> events = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            events.add(event(n));
        }
        WatchBenchmark benchmark = new WatchBenchmark(new DealMatcher(catalogue), events);
        System.out.printf(
                "%-44s %8s %10s %10s %12s %10s %12s%n",
                "watches are about", "watches", "matches", "ms", "us an event", "ns a match", "bytes each");
        for (int watches : new int[] {100, 1_000, 10_000}) {
            benchmark.run("one party each, over a sum", watches, n -> party(n, "new:p-" + n % PARTIES));
        }
        for (int watches : new int[] {100, 1_000, 10_000}) {
            benchmark.run("parties of no event", watches, n -> party(n, "new:none-" + n));
        }
        for (int watches : new int[] {100, 1_000}) {
            benchmark.run("no party, ten filters that many share", watches, n -> sum(n % 10));
        }
        for (int watches : new int[] {100, 1_000, 10_000}) {
            benchmark.run("no party, over a sum each", watches, n -> over(9_000_000 + 1_000L * (n % 1_000) + n / 1_000));
        }
        for (int watches : new int[] {100, 1_000, 10_000}) {
            benchmark.run("no party, between two sums each", watches, n -> sums(1_000L * n, 1_000L * (n + 50)));
        }
        for (int watches : new int[] {100, 1_000, 10_000}) {
            benchmark.run("no party, a product each, of a thousand", watches, n -> product("product-" + n % PARTIES, n));
        }
        for (int watches : new int[] {100, 1_000, 10_000}) {
            benchmark.run("no party, a word each, of a thousand", watches, n -> word("word" + n % PARTIES, n));
        }
        for (int watches : new int[] {100, 1_000}) {
            benchmark.run("kinds and stages that no event has", watches, WatchBenchmark::otherKinds);
        }
    }

    private void run(String what, int watches, IntFunction<EventFilter> filter) {
        long before = held();
        FilterIndex index = new FilterIndex(matcher);
        for (int n = 0; n < watches; n++) {
            index.add(new EventSubscription(
                    new EventQuery(filter.apply(n), 0, Long.MAX_VALUE), Silent.RECEIVER, null, 1_000));
        }
        long bytes = (held() - before) / watches;
        long best = Long.MAX_VALUE;
        long matches = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            matches = 0;
            for (DealEvent event : events) {
                matches += index.matching(event).size();
            }
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
        }
        System.out.printf(
                Locale.ROOT,
                "%-44s %,8d %,10d %,10.1f %,12.2f %10s %,12d%n",
                what,
                watches,
                matches,
                best / 1e6,
                best / 1e3 / events.size(),
                matches == 0 ? "-" : String.format(Locale.ROOT, "%,.0f", (double) best / matches),
                bytes);
        if (index.size() != watches) {
            throw new IllegalStateException("could not keep every watch: " + index.size());
        }
    }

    private enum Silent implements EventReceiver {
        RECEIVER;

        @Override
        public void take(DealEvent event) {}

        @Override
        public void end(End end, long cursor) {}
    }

    private static long held() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static EventFilter party(int n, String party) {
        return filter(null, List.of(List.of(party)), null, 1_000L * (1 + n % 5), null);
    }

    private static EventFilter sum(int n) {
        return over(1_000L * (9_000 + n));
    }

    private static EventFilter over(long thousands) {
        return filter(null, null, null, thousands, null);
    }

    private static EventFilter sums(long from, long to) {
        return filter(null, null, null, from, to);
    }

    private static EventFilter product(String product, int n) {
        return filter(null, null, List.of(product), n, null);
    }

    private static EventFilter word(String word, int n) {
        return filter(word, null, null, n, null);
    }

    /** Each of a combination of its own. */
    private static EventFilter otherKinds(int n) {
        EnumSet<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
        EnumSet<Stage> stages = EnumSet.noneOf(Stage.class);
        for (ClaimKind kind : ClaimKind.values()) {
            if (kind != ClaimKind.SPEND && (n >> kind.ordinal() & 1) == 1) {
                kinds.add(kind);
            }
        }
        stages.add(Stage.values()[n % Stage.values().length]);
        return new EventFilter(
                new DealFilter(null, null, null, kinds, stages, null, null, null, null, null, null, null), null, null);
    }

    private static EventFilter filter(
            String text, List<List<String>> parties, List<String> products, long thousands, Long to) {
        DealFilter deals = new DealFilter(
                text,
                parties,
                null,
                Set.of(ClaimKind.SPEND),
                null,
                null,
                new AmountRange(
                        new Range<>(
                                BigDecimal.valueOf(thousands).movePointRight(3),
                                to == null ? null : BigDecimal.valueOf(to).movePointRight(3)),
                        "USD"),
                null,
                products,
                null,
                null,
                null);
        return new EventFilter(
                deals,
                EnumSet.complementOf(EnumSet.of(Revision.Kind.CORROBORATED)),
                Set.of(Revision.Cause.NEWS, Revision.Cause.JUDGEMENT));
    }

    /** A deal of some party of a thousand, worth up to ten billion dollars. */
    private static DealEvent event(int n) {
        PartialDate day = PartialDate.parse("2026-10-05");
        String party = "new:p-" + n % PARTIES;
        Term term = new Term(
                "t-" + n,
                ClaimKind.SPEND,
                List.of(party),
                List.of("new:seller-" + n % 50),
                List.of(),
                new Claim.Subject(
                        Money.of(Interval.stated(BigDecimal.valueOf(100 + n % 9_900L).movePointRight(6)), "USD"),
                        null,
                        null,
                        "product-" + n % PARTIES,
                        null,
                        null,
                        null),
                new Claim.Schedule(day, null, null, null),
                true,
                Stage.AGREED,
                Set.of(),
                List.of(),
                List.of("c-" + n),
                List.of(),
                List.of(),
                1,
                day,
                true,
                List.of(),
                List.of());
        Deal deal = new Deal(
                "d-" + n, "slug", "A deal word" + n % PARTIES, List.of(party, "new:seller-" + n % 50), List.of(term), List.of("c-" + n), day, day);
        String body = Json.write(deal);
        return DealEvent.of(new Revision(
                n, deal.id(), Revision.Kind.ADDED, Revision.Cause.NEWS, Instant.EPOCH, null, body, List.of("c-" + n)));
    }
}
