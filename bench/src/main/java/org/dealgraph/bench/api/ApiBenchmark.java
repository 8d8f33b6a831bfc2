package org.dealgraph.bench.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dealgraph.api.IntakeKey;
import org.dealgraph.graph.GraphStore;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * What the API answers in a second at sixteen connections, beside the raw driver and beside a Node server, all on one
 * database: five shapes of question, each asked of all in turn, several rounds.
 *
 * <p>The raw driver has no HTTP, no GraphQL and no JSON to write: it is the floor. It reads the same fields by plain Cypher,
 * one managed read transaction a question.
 */
public final class ApiBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Driver driver;
    private final URI server;
    private final Optional<Node> node;
    private final double seconds;
    private final int rounds;
    private final AtomicInteger numbers = new AtomicInteger();

    private ApiBenchmark(Driver driver, URI server, Optional<Node> node, double seconds, int rounds) {
        this.driver = driver;
        this.server = server;
        this.node = node;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** Arguments: the folder of the graph, seconds a measurement, rounds, and the shapes (all where absent); -Dsides names sides. */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 5;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        try (ApplicationContext context = start(data)) {
            new Filling(context).fill(new Market(Market.DEALS));
            if (seconds > 0) {
                URI server = context.getBean(EmbeddedServer.class).start().getURI();
                GraphStore store = context.getBean(GraphStore.class);
                try (Closing<Node> node = new Closing<>(Node.start(
                        Files.readString(password(data)), "server.mjs", store.uri().toString(), "neo4j"))) {
                    List<Shape> shapes = args.length > 3
                            ? List.of(args[3].split(",")).stream().map(Shape::valueOf).toList()
                            : List.of(Shape.values());
                    new ApiBenchmark(store.driver(), server, node.value(), seconds, rounds).run(shapes);
                }
            }
        }
    }

    static ApplicationContext start(Path data) {
        return ApplicationContext.builder()
                .properties(Map.of(
                        "dealgraph.home", System.getProperty("dealgraph.home", "."),
                        "neo4j.data", data.toString(),
                        "dealgraph.access.local-per-minute", Integer.MAX_VALUE,
                        "micronaut.server.port", -1))
                .singletons((IntakeKey) () -> "the key of this benchmark")
                .banner(false)
                .start();
    }

    static Path password(Path data) throws IOException {
        try (var files = Files.walk(data, 2)) {
            return files.filter(f -> f.getFileName().toString().contains("password"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("could not find the password of the graph"));
        }
    }

    private record Closing<T extends AutoCloseable>(Optional<T> value) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            if (value.isPresent()) {
                value.get().close();
            }
        }
    }

    private void run(List<Shape> shapes) throws Exception {
        System.out.printf("%,d MB held before the first question%n", held());
        for (Shape shape : shapes) {
            show(shape);
        }
        System.out.printf("%,d MB held after the first questions%n", held());
        System.out.printf(
                Locale.ROOT, "%-14s%-12s%10s%12s%10s%12s%n", "shape", "who", "req/s", "median ms", "p99 ms", "x raw req/s");
        for (Shape shape : shapes) {
            Map<String, Load.Opening> sides = sides(shape);
            Map<String, List<Load.Measured>> measured = new LinkedHashMap<>();
            for (Load.Opening side : sides.values()) {
                Load.run(side, numbers, seconds / 2);
            }
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Load.Opening> side : sides.entrySet()) {
                    measured.computeIfAbsent(side.getKey(), k -> new ArrayList<>())
                            .add(Load.run(side.getValue(), numbers, seconds));
                }
            }
            List<Load.Measured> floors = measured.getOrDefault("raw driver", List.of());
            double floor = floors.isEmpty() ? Double.NaN : Load.middle(floors).rate();
            measured.forEach((who, runs) -> {
                Load.Measured m = Load.middle(runs);
                System.out.printf(
                        Locale.ROOT,
                        "%-14s%-12s%10.0f%12.2f%10.2f%12.2f%n",
                        shape.name().toLowerCase(Locale.ROOT),
                        who,
                        m.rate(),
                        m.median(),
                        m.late(),
                        m.rate() / floor);
            });
        }
        System.out.printf("%,d MB held after the last; load of the machine %s%n", held(), load());
    }

    static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).strip() : "unknown";
    }

    static long held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private Map<String, Load.Opening> sides(Shape shape) {
        Map<String, Load.Opening> sides = new LinkedHashMap<>();
        sides.put("raw driver", () -> raw(shape));
        sides.put("dealgraph", () -> asking(server, shape, shape.query, true));
        sides.put("cached", () -> asking(server, shape, shape.query, false));
        node.ifPresent(n -> sides.put("node", () -> asking(n.address, shape, shape.node, true)));
        String only = System.getProperty("sides");
        if (only != null) {
            sides.keySet().retainAll(List.of(only.split(",")));
        }
        return sides;
    }

    private Load.Turn raw(Shape shape) {
        return n -> {
            try (Session session = driver.session()) {
                session.executeRead(tx ->
                        tx.run(shape.cypher, shape.variables(n)).list(r -> r.asMap()));
            }
        };
    }

    private static Load.Turn asking(URI address, Shape shape, String query, boolean changing) throws IOException {
        Wire wire = new Wire(address);
        byte[] same = body(shape, query, 1);
        return new Load.Turn() {
            @Override
            public void ask(int n) throws IOException {
                wire.post(changing ? body(shape, query, n) : same);
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    /** The n-th request; its operation has a name of its own, so that an answer to equal variables is not kept either. */
    private static byte[] body(Shape shape, String query, int n) throws IOException {
        Map<String, Object> variables = new LinkedHashMap<>(shape.variables(n));
        variables.keySet().removeIf(name -> !query.contains("$" + name));
        if (query.equals(shape.query)) {
            variables.put("n", n);
        }
        return JSON.writeValueAsBytes(Map.of("query", query, "variables", variables));
    }

    /** Prints the start of each side's answer, and that it is one. */
    private void show(Shape shape) throws Exception {
        try (Session session = driver.session()) {
            var rows = session.executeRead(tx -> tx.run(shape.cypher, shape.variables(1)).list(r -> r.asMap()));
            System.out.println(shape + " raw: " + rows.size() + " rows " + cut(String.valueOf(rows)));
        }
        System.out.println(shape + " own: " + first(server, shape, shape.query));
        if (node.isPresent()) {
            System.out.println(shape + " node: " + first(node.get().address, shape, shape.node));
        }
    }

    private static String first(URI address, Shape shape, String query) throws IOException {
        try (Wire wire = new Wire(address)) {
            String text = new String(wire.post(body(shape, query, 1)), StandardCharsets.UTF_8);
            if (text.contains("\"errors\"")) {
                throw new IllegalStateException("could not answer " + shape + ": " + cut(text));
            }
            return text.length() + " characters " + cut(text);
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }
}
