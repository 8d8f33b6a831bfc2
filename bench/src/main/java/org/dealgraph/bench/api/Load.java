package org.dealgraph.bench.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Asks over some connections at once for some seconds, each as soon as it has its answer. */
final class Load {

    static final int CONNECTIONS = 16;

    private Load() {}

    /** One connection's turn: the n-th request. */
    interface Turn extends AutoCloseable {
        void ask(int n) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** Opens a connection. */
    interface Opening {
        Turn open() throws Exception;
    }

    /**
     * What was measured.
     *
     * @param rate answers a second
     * @param median milliseconds
     * @param late milliseconds that one in a hundred took longer than
     */
    record Measured(double rate, double median, double late) {}

    static Measured run(Opening opening, AtomicInteger numbers, double seconds) throws Exception {
        AtomicReference<Throwable> fault = new AtomicReference<>();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        List<List<Long>> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            List<Long> times = new ArrayList<>();
            all.add(times);
            threads.add(Thread.ofPlatform().start(() -> {
                try (Turn turn = opening.open()) {
                    for (long start = System.nanoTime(); start < end; ) {
                        turn.ask(numbers.getAndIncrement());
                        long now = System.nanoTime();
                        times.add(now - start);
                        start = now;
                    }
                } catch (Throwable e) {
                    fault.set(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (fault.get() != null) {
            throw new IllegalStateException("could not measure", fault.get());
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long[] sorted = all.stream().flatMap(List::stream).mapToLong(Long::longValue).sorted().toArray();
        return new Measured(
                sorted.length / took, sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    /** The median of several runs by their rates, so that one pause of the machine does not decide. */
    static Measured middle(List<Measured> runs) {
        Measured[] sorted = runs.toArray(Measured[]::new);
        Arrays.sort(sorted, java.util.Comparator.comparingDouble(Measured::rate));
        return sorted[sorted.length / 2];
    }
}
