package org.dealgraph.bench.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;

/**
 * Two thousand subscribers of a hundred topics: first two hundred events a second, of which each is for twenty, while fifty
 * are cut off and come back by their cursor; then thousands of events at once, beside graphql-ws on Node.
 */
public final class FanOutBenchmark {

    private static final int SUBSCRIBERS = 2_000;
    private static final int TOPICS = 100;
    private static final int EACH = SUBSCRIBERS / TOPICS;
    private static final int BATCH = 10;
    private static final int PAUSE = 50;
    private static final int CUTS = 50;
    private static final int DEAF = 20;
    private static final int BURST = 10_000;
    private static final long LOW = (1L << 40) - 1;
    private static final String OWN =
            "{\"query\":\"subscription Events($party: ID!, $after: String) { dealEvents(filter: {parties: [$party]}, after: $after) { cursor kind deal { id title } } }\",\"variables\":{\"party\":\"new:fan-%d\",\"after\":\"%d\"}}";
    private static final String NODE =
            "{\"query\":\"subscription Events($topic: Int!) { dealEvents(topic: $topic) { cursor kind deal { id title } } }\",\"variables\":{\"topic\":%d}}";

    private final GraphStore store;
    private final RevisionRepository revisions;
    private final Deal pattern;

    private FanOutBenchmark(ApplicationContext context) {
        this.store = context.getBean(GraphStore.class);
        this.revisions = context.getBean(RevisionRepository.class);
        DealRepository deals = context.getBean(DealRepository.class);
        this.pattern = store.read(tx -> deals.listLatest(tx, null, 1)).getFirst().value();
    }

    /** Arguments: the folder of a graph that ApiBenchmark has filled, and seconds of the steady part. */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        try (ApplicationContext context = ApiBenchmark.start(Path.of(args[0]))) {
            URI server = context.getBean(EmbeddedServer.class).start().getURI();
            new FanOutBenchmark(context).run(server, seconds);
        }
    }

    private void run(URI server, int seconds) throws Exception {
        long last = store.<Long>read(revisions::last);
        System.out.printf("%,d MB held before%n", ApiBenchmark.held());
        try (Listeners listeners = new Listeners(
                server, SUBSCRIBERS, last, n -> OWN.formatted((n >> 40) % TOPICS, n & LOW), FanOutBenchmark::next)) {
            System.out.printf("%,d MB held with %,d subscribers%n", ApiBenchmark.held(), SUBSCRIBERS);
            last = steady("steady", listeners, last, seconds);
            last = beside(server, listeners, last, Math.max(20, seconds));
            listeners.heard.set(0);
            last = append(last, BURST);
            double took = listeners.await((long) BURST * EACH, 120);
            report("dealgraph, at once", listeners, (long) BURST * EACH, took);
            System.out.printf("%,d MB held after%n", ApiBenchmark.held());
        }
        Optional<Node> node = Node.start("", "fanout.mjs");
        if (node.isPresent()) {
            try (Node started = node.get();
                    Listeners listeners = new Listeners(
                            started.address, SUBSCRIBERS, 0, n -> NODE.formatted((n >> 40) % TOPICS), FanOutBenchmark::next)) {
                while (listening(started.address) < SUBSCRIBERS) {
                    Thread.sleep(100);
                }
                publish(started.address, 1, 1_000);
                listeners.await(1_000L * EACH, 60);
                listeners.heard.set(0);
                publish(started.address, 1_001, BURST);
                double took = listeners.await((long) BURST * EACH, 120);
                report("graphql-ws on Node, at once", listeners, (long) BURST * EACH, took);
            }
        }
        System.out.println("load of the machine " + ApiBenchmark.load());
    }

    /** The same while some who take everything at length do not read. */
    private long beside(URI server, Listeners listeners, long from, int seconds) throws Exception {
        String wide = IntStream.range(0, 40)
                .mapToObj(i -> "d" + i + ": deal { id title slug parties { id name } terms { id text } }")
                .collect(Collectors.joining(" "));
        List<Deaf> deaf = new ArrayList<>();
        for (int i = 0; i < DEAF; i++) {
            deaf.add(new Deaf(server, "subscription { dealEvents { cursor " + wide + " } }"));
        }
        listeners.heard.set(0);
        long last = steady("steady beside " + DEAF + " who do not read", listeners, from, seconds);
        Map<String, Integer> ends = new TreeMap<>();
        for (Deaf each : deaf) {
            ends.merge(each.closed().map(String::valueOf).orElse("hung up"), 1, Integer::sum);
            each.close();
        }
        System.out.println("who did not read was ended with " + ends);
        return last;
    }

    private long steady(String what, Listeners listeners, long from, int seconds) throws Exception {
        Random random = new Random(3);
        long last = from;
        int rounds = seconds * 1_000 / PAUSE;
        long begin = System.nanoTime();
        for (int round = 1; round <= rounds; round++) {
            long before = last;
            last = append(last, BATCH);
            listeners.committed(before + 1, last);
            if (round % Math.max(1, rounds / CUTS) == 0) {
                listeners.cut(random.nextInt(SUBSCRIBERS));
            }
            long rest = PAUSE * (long) round - (System.nanoTime() - begin) / 1_000_000;
            Thread.sleep(Math.max(0, rest));
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long wanted = (last - from) * EACH;
        listeners.await(wanted, 30);
        double[] delays = listeners.delays();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d events in %.1f s, %,d of %,d deliveries, %d wrong, %d cut off; from commit to heard %.0f ms (median), %.0f ms (p99)%n",
                what, last - from, took, listeners.heard.get(), wanted, listeners.wrong.get(), CUTS, delays[0], delays[1]);
        return last;
    }

    private static void report(String who, Listeners listeners, long wanted, double took) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d of %,d deliveries in %.2f s, %,.0f a second, %d wrong%n",
                who, listeners.heard.get(), wanted, took, listeners.heard.get() / took, listeners.wrong.get());
    }

    /** The cursor of a subscriber's topic that follows a cursor. */
    private static long next(long subscriberAndCursor) {
        long topic = (subscriberAndCursor >> 40) % TOPICS;
        long after = subscriberAndCursor & LOW;
        return after + 1 + Math.floorMod(topic - after - 1, TOPICS);
    }

    /** Appends changes; the one of number n is for topic n modulo the number of topics. */
    private long append(long last, int count) {
        List<Revision> changes = new ArrayList<>();
        for (long n = last + 1; n <= last + count; n++) {
            String body = Json.write(pattern)
                    .replace(pattern.parties().getFirst(), "new:fan-" + n % TOPICS)
                    .replace(pattern.parties().getLast(), "new:fan-other");
            changes.add(new Revision(
                    0, pattern.id(), Revision.Kind.AMENDED, Revision.Cause.NEWS, Instant.now(), body, body, List.of()));
        }
        List<Revision> appended = store.write(tx -> revisions.append(tx, changes));
        return appended.getLast().number();
    }

    private static int listening(URI node) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return Integer.parseInt(client.send(
                            HttpRequest.newBuilder(node).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        }
    }

    private static void publish(URI address, int from, int count) throws IOException, InterruptedException {
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
                .send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"from\":%d,\"count\":%d,\"topics\":%d}".formatted(from, count, TOPICS)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
