package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dealgraph.fetch.FaultServer.Script;
import org.dealgraph.fetch.Outcome.Fetched;
import org.dealgraph.fetch.Outcome.Refused;
import org.junit.jupiter.api.Test;

/** A thousand addresses on twenty hosts, every one of which fails in its own way before it answers. */
class FaultsTest {

    private static final int HOSTS = 20;
    private static final int EACH = 50;
    private static final int TRIES = 4;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void brings_every_good_body_once_through_every_fault() throws Exception {
        List<FaultServer> servers = new ArrayList<>();
        Map<String, AtomicInteger> arrived = new ConcurrentHashMap<>();
        FetchSettings settings =
                new FetchSettings("Dealgraph", null, true, Duration.ofSeconds(20), 32 << 10, 5, Duration.ZERO, true);
        try (Fetcher fetcher = new Fetcher(settings, Proxies.none(), Resolver.system());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int host = 0; host < HOSTS; host++) {
                FaultServer server = server();
                servers.add(server);
                for (int feed = 0; feed < EACH; feed++) {
                    String address = server.at("/feed-" + feed);
                    all.add(threads.submit(() -> poll(fetcher, address, arrived)));
                }
                all.add(threads.submit(
                        () -> assertThat(fetcher.fetch(server.at("/private/a"))).isInstanceOf(Refused.class)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            for (FaultServer server : servers) {
                server.close();
            }
        }

        assertThat(arrived)
                .hasSize(HOSTS * EACH)
                .allSatisfy((body, times) -> assertThat(times).hasValue(1));
        assertThat(servers).allSatisfy(server -> {
            assertThat(server.mostAtOnce()).isEqualTo(1);
            assertThat(server.paths()).noneMatch(path -> path.startsWith("/private"));
        });
    }

    /** As a poll does: again until it answers, and then only if it changed. */
    private static void poll(Fetcher fetcher, String address, Map<String, AtomicInteger> arrived) {
        Conditions conditions = Conditions.none();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (fetcher.fetch(address, conditions) instanceof Fetched fetched) {
                String body = new String(fetched.body(), StandardCharsets.UTF_8);
                arrived.computeIfAbsent(address + " " + body, key -> new AtomicInteger())
                        .incrementAndGet();
                conditions = fetched.conditions();
            }
        }
    }

    private static FaultServer server() throws IOException {
        FaultServer server = new FaultServer();
        server.answer("/robots.txt", OK.strip(), "User-agent: *\nDisallow: /private");
        for (int feed = 0; feed < EACH; feed++) {
            server.on("/feed-" + feed, faultyOnce(feed));
        }
        return server;
    }

    /** The first request meets a fault, the next ones an answer that stays the same. */
    private static Script faultyOnce(int feed) {
        AtomicInteger asked = new AtomicInteger();
        String body = "<rss><channel><title>" + feed + "</title></channel></rss>";
        return (request, socket, out) -> {
            if (asked.getAndIncrement() == 0) {
                FaultServer.write(out, fault(feed));
                out.close();
            } else if ("\"1\"".equals(request.headers().get("If-None-Match"))) {
                FaultServer.write(out, "HTTP/1.1 304 Not Modified\r\n\r\n");
            } else {
                FaultServer.write(out, OK + "ETag: \"1\"\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            }
        };
    }

    private static String fault(int feed) {
        return switch (feed % 9) {
            case 0 -> "";
            case 1 -> "nonsense\r\n\r\n";
            case 2 -> OK + "Content-Length: 1000\r\n\r\n<rss>";
            case 3 -> OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n";
            case 4 -> OK + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b\u0008\u0000";
            case 5 -> OK + "Content-Length: 70000\r\n\r\n" + "x".repeat(70_000);
            case 6 -> "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n";
            case 7 -> "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";
            default -> "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
        };
    }
}
