package org.dealgraph.bench.reading;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the reader and the peer one after the other, each in a process of its own, on the same texts, and prints the ratios:
 * {@code ReadingBenchmark INGEST LIBRARIES PEERS}. The heap of each is the smallest of a ladder at which one round passes.
 */
public final class ReadingBenchmark {

    private static final int ROUNDS = 5;
    private static final List<Integer> LADDER =
            List.of(24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096);

    private final String ingest;

    private ReadingBenchmark(String ingest) {
        this.ingest = ingest;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ReadingBenchmark benchmark = new ReadingBenchmark(args[0]);
        String bench = System.getProperty("java.class.path").split(File.pathSeparator)[0];
        String own = bench + File.pathSeparator + args[1] + "/*";
        String peer = bench + File.pathSeparator + args[2] + "/*"
                + File.pathSeparator + jackson(args[1]);
        Map<String, Double> ours = benchmark.measure(Reader.class, own, 1024);
        Map<String, Double> theirs = benchmark.measure(CoreNlp.class, peer, 6144);
        System.out.printf(
                Locale.ROOT,
                "speed: %,.0f against %,.0f characters a second, %.1f times%n",
                ours.get("speed"),
                theirs.get("speed"),
                ours.get("speed") / theirs.get("speed"));
        System.out.printf(
                Locale.ROOT,
                "held after a full collection: %.0f against %.0f MB, %.2f of it%n",
                ours.get("held"),
                theirs.get("held"),
                ours.get("held") / theirs.get("held"));
        int least = benchmark.smallest(Reader.class, own, ours.get("held"));
        int leastOfPeer = benchmark.smallest(CoreNlp.class, peer, theirs.get("held"));
        System.out.printf(
                Locale.ROOT,
                "smallest heap that passes: %d against %d MB, %.2f of it%n",
                least,
                leastOfPeer,
                (double) least / leastOfPeer);
    }

    /** The peer needs a JSON parser for the corpus and nothing else of ours. */
    private static String jackson(String libraries) {
        StringBuilder path = new StringBuilder();
        File[] files = new File(libraries).listFiles((folder, name) -> name.startsWith("jackson-"));
        for (File file : files == null ? new File[0] : files) {
            path.append(file).append(File.pathSeparator);
        }
        return path.toString();
    }

    private Map<String, Double> measure(Class<?> main, String path, int heap) throws IOException, InterruptedException {
        Map<String, Double> figures = new HashMap<>();
        Process process = start(main, path, heap, ROUNDS);
        try (var lines = process.inputReader()) {
            lines.lines().map(line -> line.split(" ")).filter(words -> words.length == 2).forEach(words -> {
                if (words[0].equals("speed") || words[0].equals("held")) {
                    figures.put(words[0], Double.parseDouble(words[1]));
                }
            });
        }
        if (process.waitFor() != 0) {
            throw new IOException("could not finish: " + main.getSimpleName());
        }
        return figures;
    }

    private int smallest(Class<?> main, String path, double held) throws IOException, InterruptedException {
        for (int heap : LADDER) {
            if (heap >= held) {
                Process process = start(main, path, heap, 1);
                process.inputReader().lines().forEach(line -> {});
                if (process.waitFor() == 0) {
                    return heap;
                }
            }
        }
        throw new IOException("could not finish in any heap: " + main.getSimpleName());
    }

    private Process start(Class<?> main, String path, int heap, int rounds) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                path,
                main.getName(),
                ingest,
                String.valueOf(rounds)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
