package org.dealgraph.pipeline.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dealgraph.fetch.FaultServer;
import org.dealgraph.fetch.FaultServer.Request;
import org.dealgraph.fetch.FaultServer.Script;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Source;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thousand feeds on twenty hosts through the whole pipeline, where feeds and pages fail in every way before they answer. */
@ExtendWith(Neo4jTest.class)
class PollingFaultsTest {

    private static final int HOSTS = 20;
    private static final int EACH = 50;
    private static final int STALLS = 50;
    private static final List<String> WORDS = List.of(
            ("stone river lamp winter garden early quiet paper engine bridge copper meadow window harbour ladder"
                            + " basket morning silver thunder blanket carpet orchard pocket saddle tunnel velvet walnut anchor"
                            + " beacon candle")
                    .split(" "));
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    /** What servers say that feeds are. */
    private static final List<String> TYPES =
            List.of("application/rss+xml", "text/html", "application/pdf", "text/plain; charset=utf-8", "nonsense");

    @Test
    void brings_every_good_article_once_through_every_fault(GraphStore store) throws Exception {
        List<FaultServer> servers = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        try (ApplicationContext context = RunningApplication.on(store)) {
            for (int host = 0; host < HOSTS; host++) {
                FaultServer server = server(host);
                servers.add(server);
                for (int feed = 0; feed < EACH; feed++) {
                    sources.add(Runs.feed("host-%d-feed-%d".formatted(host, feed), server.at("/feed-" + feed)));
                }
            }
            Runs runs = new Runs(context, PATIENCE);
            runs.poll(sources, Duration.ofHours(3));
            List<String> addresses = addresses(store, false);
            assertThat(addresses)
                    .doesNotHaveDuplicates()
                    .hasSize(HOSTS * EACH * 9 / 10)
                    .noneMatch(address -> address.contains("/private/"));
            assertThat(addresses(store, true))
                    .doesNotHaveDuplicates()
                    .hasSize(HOSTS * EACH / 10)
                    .allMatch(address -> address.contains("/private/"));
            assertThat(sources)
                    .allSatisfy(source -> assertThat(runs.saved(source.id()))
                            .satisfies(state -> assertThat(state.articles()).isEqualTo(1))
                            .satisfies(state -> assertThat(state.failures()).isZero()));
        } finally {
            for (FaultServer server : servers) {
                server.close();
            }
        }
        assertThat(servers).allSatisfy(server -> {
            assertThat(server.mostAtOnce()).isEqualTo(1);
            assertThat(server.paths()).noneMatch(path -> path.startsWith("/private"));
        });
    }

    /** Of the articles that were read, or of those that only the feed's words tell of. */
    private static List<String> addresses(GraphStore store, boolean summaries) {
        try (var session = store.driver().session()) {
            return session.run(
                            "MATCH (:Source)-[:PUBLISHED]->(a:Article) WHERE (a.body CONTAINS '\"summary\"') ="
                                    + " $summaries RETURN a.address AS address",
                            Map.of("summaries", summaries))
                    .list(row -> row.get("address").asString());
        }
    }

    private static FaultServer server(int host) throws IOException {
        FaultServer server = new FaultServer();
        server.answer("/robots.txt", OK.strip(), "User-agent: *\nDisallow: /private");
        for (int feed = 0; feed < EACH; feed++) {
            String page = (feed % 10 == 7 ? "/private/" : "/page-") + feed;
            server.on(
                    "/feed-" + feed,
                    faultyOnce(host, feed, feed(server.at(page), host, feed), TYPES.get(feed % TYPES.size())));
            server.on("/page-" + feed, faultyOnce(host, feed + 5, page(host, feed), "text/html"));
        }
        return server;
    }

    private static String feed(String page, int host, int feed) {
        return """
            <rss version="2.0"><channel><title>Feed %2$d</title><item><title>Report %1$d of feed %2$d</title>
            <link>%3$s</link><guid>%1$d-%2$d</guid><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate>
            <description>What desk %1$d wrote in its report %2$d.</description></item></channel></rss>\
            """.formatted(host, feed, page);
    }

    private static String page(int host, int feed) {
        return """
            <html lang="en"><head><title>Report %1$d of feed %2$d</title></head><body><article>
            <h1>Report %1$d of feed %2$d</h1><p>%3$s</p><p>%3$s</p></article></body></html>\
            """.formatted(host, feed, sentence(host * EACH + feed));
    }

    /** No two pages read alike. */
    private static String sentence(int seed) {
        Random random = new Random(seed);
        return "The "
                + random.ints(30, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "))
                + " came to pass.";
    }

    /** The first request meets a fault, the next ones an answer that stays the same. */
    private static Script faultyOnce(int host, int kind, String body, String type) {
        AtomicInteger asked = new AtomicInteger();
        return (request, socket, out) -> {
            if (asked.getAndIncrement() == 0) {
                fail(host, kind, request, socket, out);
                out.close();
            } else if ("\"1\"".equals(request.headers().get("If-None-Match"))) {
                FaultServer.write(out, "HTTP/1.1 304 Not Modified\r\n\r\n");
            } else {
                FaultServer.write(
                        out,
                        OK + "ETag: \"1\"\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                                + "\r\n\r\n" + body);
            }
        };
    }

    /** Two of the servers now and then stall or drip for longer than anybody waits. */
    private static void fail(int host, int kind, Request request, Socket socket, OutputStream out)
            throws IOException, InterruptedException {
        boolean slow = host % 10 == 0;
        if (slow && kind % STALLS == 12) {
            FaultServer.write(out, OK);
            untilGone(socket);
        } else if (slow && kind % STALLS == 13) {
            FaultServer.write(out, OK + "Content-Length: 10000\r\n\r\n");
            for (int drop = 0; drop < 40; drop++) {
                FaultServer.write(out, "x");
                Thread.sleep(PATIENCE.dividedBy(20));
            }
        } else {
            FaultServer.write(out, fault(kind, String.valueOf(request.headers().get("Host"))));
        }
    }

    private static void untilGone(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static String fault(int kind, String host) {
        return switch (kind % 12) {
            case 0 -> "";
            case 1 -> "nonsense\r\n\r\n";
            case 2 -> OK + "Content-Length: 1000\r\n\r\n<rss>";
            case 3 -> OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n";
            case 4 -> OK + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b\u0008\u0000";
            case 5 -> "HTTP/1.1 301 Moved\r\nLocation: ?again\r\nContent-Length: 0\r\n\r\n";
            case 6 -> "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n";
            case 8 -> "HTTP/1.1 302 Found\r\nLocation: https://" + host + "/\r\nContent-Length: 0\r\n\r\n";
            case 9 -> OK + "Content-Type: image/png\r\nContent-Length: 4\r\n\r\n\u0089PNG";
            case 10 -> OK + "Content-Length: 20000000\r\n\r\n" + "<rss>".repeat(1_000);
            case 7 -> "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";
            default -> "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
        };
    }
}
