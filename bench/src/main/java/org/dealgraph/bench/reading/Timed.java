package org.dealgraph.bench.reading;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads texts one after another on one thread and tells the speed and what is held after a full collection. */
final class Timed {

    private static final int WARM_UP = 2;
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1 << 20;

    private Timed() {}

    /** Prints "speed", characters a second of the thread's own time in the best round, and "held", megabytes after a full collection. */
    static void run(List<String> texts, int rounds, Consumer<String> reader) {
        for (int i = 0; i < Math.min(WARM_UP, rounds - 1); i++) {
            texts.forEach(reader);
        }
        double best = 0;
        for (int i = 0; i < rounds; i++) {
            long start = cpu();
            texts.forEach(reader);
            best = Math.max(best, Texts.characters(texts) * NANOS / (cpu() - start));
        }
        System.out.printf(Locale.ROOT, "speed %.0f%n", best);
        System.out.printf(Locale.ROOT, "held %.1f%n", held());
    }

    /** Time of this thread on a processor: other work on the machine does not count. */
    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static double held() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
