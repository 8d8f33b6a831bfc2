package org.dealgraph.bench.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dealgraph.answer.loop.Cycles;
import org.dealgraph.answer.loop.Digraph;
import org.dealgraph.answer.loop.FlowFilter;
import org.dealgraph.answer.loop.FlowGraph;
import org.dealgraph.answer.loop.Loops;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Moment;
import org.dealgraph.pipeline.Inquiries;
import org.dealgraph.pipeline.Inquiry;
import org.jgrapht.Graph;
import org.jgrapht.alg.cycle.HawickJamesSimpleCycles;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * What each answer takes, asked over HTTP with other variables each time, beside the plain Cypher that fetches the rows it
 * rests on; then every loop up to length five, beside JGraphT's enumeration on the same graph in memory. One connection, one
 * question at a time, the two sides in turn.
 */
public final class AnswerBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 5;

    private final Driver driver;
    private final Wire wire;

    private AnswerBenchmark(Driver driver, URI server) throws IOException {
        this.driver = driver;
        this.wire = new Wire(server);
    }

    /** Arguments: the folder of the graph, how often each question is asked, rounds of the loops, and the questions (all where absent). */
    public static void main(String[] args) throws Exception {
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        List<Question> questions = args.length > 3
                ? Arrays.stream(args[3].split(",")).map(Question::valueOf).toList()
                : List.of(Question.values());
        try (ApplicationContext context = ApiBenchmark.start(Path.of(args[0]))) {
            new Filling(context).fill(new Market(Market.DEALS));
            URI server = context.getBean(EmbeddedServer.class).start().getURI();
            AnswerBenchmark benchmark = new AnswerBenchmark(context.getBean(GraphStore.class).driver(), server);
            if (times > 0) {
                benchmark.answers(questions, times);
            }
            if (rounds > 0) {
                loops(context.getBean(Inquiries.class).at(Moment.NOW), rounds);
            }
            System.out.println("load of the machine " + ApiBenchmark.load());
        }
    }

    private void answers(List<Question> questions, int times) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%-16s%12s%12s%12s%12s%10s%10s%9s%n",
                "question", "first ms", "cypher ms", "answer ms", "p95 ms", "rows", "bytes", "x cypher");
        for (Question question : questions) {
            double first = millis(() -> ask(question, 0));
            int each = question == Question.LOOPS ? Math.max(3, times / 20) : times;
            List<Double> rows = new ArrayList<>();
            List<Double> answers = new ArrayList<>();
            long fetched = 0;
            long bytes = 0;
            for (int n = 1; n <= 2 * each; n++) {
                int nth = n;
                long[] size = new long[2];
                double fetching = millis(() -> size[0] = fetch(question, nth));
                double answering = millis(() -> size[1] = ask(question, nth));
                if (n > each) {
                    rows.add(fetching);
                    answers.add(answering);
                    fetched += size[0];
                    bytes += size[1];
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-16s%12.1f%12.2f%12.2f%12.2f%10d%10d%9.2f%n",
                    question.name().toLowerCase(Locale.ROOT),
                    first,
                    at(rows, 0.5),
                    at(answers, 0.5),
                    at(answers, 0.95),
                    fetched / each,
                    bytes / each,
                    at(answers, 0.5) / at(rows, 0.5));
        }
    }

    private long ask(Question question, int n) throws IOException {
        Map<String, Object> variables = new LinkedHashMap<>(question.variables(n));
        variables.put("n", n);
        byte[] answer = wire.post(JSON.writeValueAsBytes(Map.of("query", question.query, "variables", variables)));
        String text = new String(answer, StandardCharsets.UTF_8);
        if (text.contains("\"errors\"")) {
            throw new IllegalStateException("could not answer " + question + ": " + text);
        }
        return answer.length;
    }

    private long fetch(Question question, int n) {
        try (Session session = driver.session()) {
            return session.executeRead(tx ->
                            tx.run(question.cypher, question.variables(n)).list(r -> r.asMap()))
                    .size();
        }
    }

    /** Every loop up to {@link #LONGEST}: counted alone, and found, scored and the best kept as the answer does. */
    private static void loops(Inquiry inquiry, int rounds) throws Exception {
        FlowGraph flows = inquiry.flows(FlowFilter.everything());
        Digraph digraph = flows.digraph();
        Graph<Integer, DefaultEdge> peer = peer(digraph);
        List<Double> counting = new ArrayList<>();
        List<Double> answering = new ArrayList<>();
        List<Double> enumerating = new ArrayList<>();
        long[] found = new long[3];
        for (int round = 0; round <= rounds; round++) {
            double own = millis(() -> found[0] = Arrays.stream(Cycles.count(digraph, LONGEST)).sum());
            double answer = millis(() -> found[1] =
                    Loops.of(flows, new Loops.Question(LONGEST, Set.of(), 20, 0, 1)).found());
            double other = millis(() -> {
                HawickJamesSimpleCycles<Integer, DefaultEdge> cycles = new HawickJamesSimpleCycles<>(peer);
                cycles.setPathLimit(LONGEST);
                return found[2] = cycles.countSimpleCycles();
            });
            if (round > 0) {
                counting.add(own);
                answering.add(answer);
                enumerating.add(other);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "loops up to %d of %,d organizations and %,d flows: %,d counted in %.0f ms, %,d scored and the best told in %.0f ms, "
                        + "%,d by JGraphT in %.0f ms: %.2f and %.2f times%n",
                LONGEST,
                digraph.size(),
                digraph.edges(),
                found[0],
                at(counting, 0.5),
                found[1],
                at(answering, 0.5),
                found[2],
                at(enumerating, 0.5),
                at(counting, 0.5) / at(enumerating, 0.5),
                at(answering, 0.5) / at(enumerating, 0.5));
    }

    private static Graph<Integer, DefaultEdge> peer(Digraph digraph) {
        Graph<Integer, DefaultEdge> peer = new DefaultDirectedGraph<>(DefaultEdge.class);
        for (int node = 0; node < digraph.size(); node++) {
            peer.addVertex(node);
        }
        for (int from = 0; from < digraph.size(); from++) {
            for (int to : digraph.next()[from]) {
                peer.addEdge(from, to);
            }
        }
        return peer;
    }

    private static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) (sorted.size() * share));
    }
}
