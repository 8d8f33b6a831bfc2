package org.dealgraph.bench.polling;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dealgraph.model.Source;
import org.dealgraph.pipeline.poll.Polling;

/**
 * Polls a thousand feeds on loopback, of which one in twenty changes from round to round, by the whole pipeline and by a
 * bare client in turns: {@code PollingBenchmark HOME [ROUNDS]}. Twelve rounds are an hour of polls every five minutes; the
 * heap after each says whether memory stays flat. Then one host of fifty stalls, and the others' time is compared.
 */
public final class PollingBenchmark {

    private static final int FEEDS = 1_000;
    private static final int HOSTS = 50;
    private static final int CHANGING = 20;
    private static final long STALL = 400;

    private PollingBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        Path folder = Files.createTempDirectory("dealgraph-bench-");
        try (Publishers publishers = new Publishers(FEEDS, HOSTS, CHANGING)) {
            publishers.write(folder.resolve("sources"));
            try (ApplicationContext context = ApplicationContext.builder()
                    .properties(Map.of(
                            "dealgraph.home", args[0],
                            "neo4j.data", folder.resolve("data").toString(),
                            "dealgraph.poll.sources", folder.resolve("sources").toString(),
                            "dealgraph.fetch.loopback", true))
                    .banner(false)
                    .start()) {
                run(publishers, context.getBean(Polling.class), rounds);
            }
        }
    }

    private static void run(Publishers publishers, Polling polling, int rounds) throws InterruptedException {
        BareReader bare = new BareReader();
        List<Source> sources = polling.sources();
        System.out.printf(Locale.ROOT, "first round, every page read: %.1f s%n", seconds(polling, sources));
        bare.poll(publishers.addresses());
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            publishers.nextEdition();
            double ours = seconds(polling, sources);
            long start = System.nanoTime();
            bare.poll(publishers.addresses());
            double theirs = (System.nanoTime() - start) / 1e9;
            ratios.add(theirs / ours);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,.0f against %,.0f feeds a second, %.2f of it; heap %d MB%n",
                    round,
                    FEEDS / ours,
                    FEEDS / theirs,
                    theirs / ours,
                    heap());
        }
        Collections.sort(ratios);
        System.out.printf(Locale.ROOT, "median: %.2f of a bare client's speed%n", ratios.get(ratios.size() / 2));
        String bad = publishers.addresses().getFirst().replaceFirst("/feed/.*", "");
        List<Source> good =
                sources.stream().filter(source -> !source.address().startsWith(bad)).toList();
        double alone = seconds(polling, good);
        publishers.stall(STALL);
        double beside = othersDone(polling, sources, bad);
        System.out.printf(
                Locale.ROOT,
                "49 good hosts: %.2f s by themselves, %.2f s beside one that stalls, %+.0f %%%n",
                alone,
                beside,
                100 * (beside / alone - 1));
    }

    private static double seconds(Polling polling, List<Source> sources) throws InterruptedException {
        long start = System.nanoTime();
        polling.once(sources, state -> {});
        return (System.nanoTime() - start) / 1e9;
    }

    /** When the last source of the other hosts was done. */
    private static double othersDone(Polling polling, List<Source> sources, String bad) throws InterruptedException {
        long start = System.nanoTime();
        long[] last = {start};
        polling.once(sources, state -> {
            if (!state.address().startsWith(bad)) {
                last[0] = System.nanoTime();
            }
        });
        return (last[0] - start) / 1e9;
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
