package org.dealgraph.bench.polling;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.dealgraph.model.Source;
import org.dealgraph.model.SourceState;
import org.dealgraph.pipeline.poll.Polling;
import org.dealgraph.pipeline.poll.PollingRun;

/**
 * Polls a thousand feeds on loopback through months of simulated time by the whole pipeline, graph included, and by a bare
 * client in turns: {@code PollingBenchmark HOME [ROUNDS] [CHANGING]}. In each round every feed is due once; one in CHANGING
 * has a new entry, whose page is fetched, read and taken into the graph. After rounds in which nothing changed and rounds
 * in which that many did, an hour is simulated, in which feeds come due as the rhythm wants it, with the heap after each five
 * minutes; and last one host of fifty stalls, and the others' time is compared.
 */
public final class PollingBenchmark {

    private static final int FEEDS = 1_000;
    private static final int HOSTS = 50;
    private static final int WARMUP = 10;
    private static final long STALL = 400;
    private static final int STALLS = 5;
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    /** After this long every source is due, however rarely it is asked. */
    private static final Duration ALL_DUE = Duration.ofHours(3);

    private final Publishers publishers;
    private final Polling polling;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final BareReader bare = new BareReader();
    private int ended;
    private int endedElsewhere;
    private String slow = "-";
    private long lastElsewhere;

    private PollingBenchmark(Publishers publishers, Polling polling) {
        this.publishers = publishers;
        this.polling = polling;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        int changing = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        Path folder = Files.createTempDirectory("dealgraph-bench-");
        try (Publishers publishers = new Publishers(FEEDS, HOSTS, changing)) {
            publishers.write(folder.resolve("sources"));
            try (ApplicationContext context = ApplicationContext.builder()
                    .properties(Map.of(
                            "dealgraph.home",
                            args[0],
                            "neo4j.data",
                            folder.resolve("data").toString(),
                            "dealgraph.poll.sources",
                            folder.resolve("sources").toString(),
                            "dealgraph.fetch.loopback",
                            true))
                    .banner(false)
                    .start()) {
                new PollingBenchmark(publishers, context.getBean(Polling.class)).run(rounds);
            }
        }
    }

    private void run(int rounds) throws InterruptedException {
        List<Source> sources = polling.sources();
        try (PollingRun run = polling.open(sources, clock(), this::end)) {
            System.out.printf(Locale.ROOT, "first round, every page read: %.1f s%n", round(run, FEEDS));
            bare.poll(publishers.addresses());
            for (int i = 0; i < WARMUP; i++) {
                round(run, FEEDS);
                bare.poll(publishers.addresses());
            }
            compare("nothing changed", run, rounds, false);
            compare("some changed", run, rounds, true);
            hour(run);
            stalled(run, Math.min(rounds, STALLS));
        }
    }

    private void compare(String name, PollingRun run, int rounds, boolean changing) throws InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            if (changing) {
                publishers.nextEdition();
            }
            double ours = round(run, FEEDS);
            long start = System.nanoTime();
            bare.poll(publishers.addresses());
            double theirs = (System.nanoTime() - start) / 1e9;
            ratios.add(theirs / ours);
            own.add(FEEDS / ours);
            others.add(FEEDS / theirs);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, medians of %d rounds: %,.0f against %,.0f feeds a second, %.2f of it; heap %d MB%n",
                name,
                rounds,
                median(own),
                median(others),
                median(ratios),
                heap());
    }

    /** Every feed comes due once; answers with the seconds until as many polls have ended. */
    private double round(PollingRun run, int polls) throws InterruptedException {
        now.updateAndGet(time -> time.plus(ALL_DUE));
        int target = ended + polls;
        long start = System.nanoTime();
        while (ended < target || !run.isIdle()) {
            run.turn(Duration.ofMillis(100));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** An hour in which time jumps to what is due next. */
    private void hour(PollingRun run) throws InterruptedException {
        Instant end = now.get().plus(Duration.ofHours(1));
        Instant next = now.get();
        int before = ended;
        while (now.get().isBefore(end)) {
            if (!now.get().isBefore(next)) {
                publishers.nextEdition();
                System.out.printf(
                        Locale.ROOT,
                        "simulated minute %d: %,d polls, heap %d MB%n",
                        60 - Duration.between(now.get(), end).toMinutes(),
                        ended - before,
                        heap());
                next = next.plus(Duration.ofMinutes(5));
            }
            if (run.isIdle() && run.nextDue().isAfter(now.get())) {
                now.set(run.nextDue());
            }
            run.turn(Duration.ofMillis(100));
        }
    }

    /** How long the other hosts' feeds take beside one that stalls, by turns with rounds in which it does not. */
    private void stalled(PollingRun run, int rounds) throws InterruptedException {
        slow = publishers.addresses().getFirst().replaceFirst("/feed/.*", "/");
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            publishers.stall(0);
            alone.add(elsewhere(run));
            publishers.stall(STALL);
            beside.add(elsewhere(run));
        }
        System.out.printf(
                Locale.ROOT,
                "49 hosts, medians of %d rounds: %.3f s beside one that answers, %.3f s beside one that stalls, %+.0f"
                        + " %%%n",
                rounds,
                median(alone),
                median(beside),
                100 * (median(beside) / median(alone) - 1));
    }

    private double elsewhere(PollingRun run) throws InterruptedException {
        long start = System.nanoTime();
        endedElsewhere = 0;
        round(run, FEEDS);
        if (endedElsewhere != FEEDS - FEEDS / HOSTS) {
            throw new IllegalStateException("could not count the polls of the other hosts: " + endedElsewhere);
        }
        return (lastElsewhere - start) / 1e9;
    }

    private void end(SourceState state) {
        ended++;
        if (!state.address().startsWith(slow)) {
            endedElsewhere++;
            lastElsewhere = System.nanoTime();
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
