package org.dealgraph.fetch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.dealgraph.fetch.FaultServer.Script;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Servers that never come to an end, each in its own way: every fetch ends by itself, within its bounds of time and size.
 * The bounds are small here; {@code -Ddealgraph.bounds=real} tries those of the product, and looks at the clock.
 */
class FetchBoundsTest {

    private static final boolean REAL = "real".equals(System.getProperty("dealgraph.bounds"));
    private static final Duration TIME = REAL ? Duration.ofSeconds(30) : Duration.ofSeconds(3);
    private static final int SIZE = REAL ? 15 << 20 : 1 << 20;
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    @Timeout(value = 120, unit = SECONDS)
    void every_fetch_ends_within_its_time_and_size() throws Exception {
        Map<String, Future<Ended>> all = new LinkedHashMap<>();
        FetchSettings settings = new FetchSettings("Dealgraph", null, true, TIME, SIZE, 8, Duration.ZERO, true);
        Resolver silent = host -> {
            try {
                Thread.sleep(Duration.ofMinutes(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        try (Servers servers = new Servers();
                Fetcher fetcher = new Fetcher(settings, Proxies.none(), silent);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Map.Entry<String, Script> endless : endless().entrySet()) {
                FaultServer server = servers.open();
                server.on("/", endless.getValue());
                all.put(endless.getKey(), threads.submit(ended(fetcher, server.at("/"))));
            }
            FaultServer slowRules = servers.open();
            slowRules.on("/robots.txt", Objects.requireNonNull(endless().get("drips")));
            all.put("drips its robots.txt", threads.submit(ended(fetcher, slowRules.at("/"))));
            FaultServer leadingOn = servers.open();
            for (int hop = 0; hop < 12; hop++) {
                leadingOn.on(
                        hop == 0 ? "/" : "/" + hop,
                        slowly("HTTP/1.1 302 Found\r\nLocation: /" + (hop + 1) + "\r\nContent-Length: 0\r\n\r\n"));
            }
            all.put("leads on slowly", threads.submit(ended(fetcher, leadingOn.at("/"))));
            all.put("has a name that nobody knows", threads.submit(ended(fetcher, "http://nobody.example.org/")));
            for (Map.Entry<String, Future<Ended>> one : all.entrySet()) {
                Ended ended = one.getValue().get();
                assertThat(ended.outcome())
                        .as(one.getKey())
                        .isInstanceOfSatisfying(
                                Failed.class,
                                failed -> assertThat(failed.reason())
                                        .as("%s: %s", one.getKey(), failed.detail())
                                        .isIn(
                                                Failure.TIMEOUT,
                                                Failure.TOO_LARGE,
                                                Failure.PROTOCOL,
                                                Failure.CONNECTION,
                                                Failure.UNKNOWN_HOST,
                                                Failure.REDIRECTS));
                if (REAL) {
                    assertThat(ended.time()).as(one.getKey()).isLessThan(TIME.plus(SLACK));
                }
            }
        }
    }

    private record Ended(Outcome outcome, Duration time) {}

    private static Callable<Ended> ended(Fetcher fetcher, String address) {
        return () -> {
            long start = System.nanoTime();
            Outcome outcome = fetcher.fetch(address);
            return new Ended(outcome, Duration.ofNanos(System.nanoTime() - start));
        };
    }

    private static Map<String, Script> endless() {
        Map<String, Script> all = new LinkedHashMap<>();
        all.put("says nothing", (request, socket, out) -> forever(() -> {}));
        all.put("drips", (request, socket, out) -> {
            FaultServer.write(out, OK + "Content-Length: 100000\r\n\r\n");
            forever(() -> FaultServer.write(out, "x"));
        });
        all.put("drips its head", (request, socket, out) -> {
            FaultServer.write(out, OK);
            forever(() -> FaultServer.write(out, "X: y\r\n"));
        });
        all.put("has a head without end", (request, socket, out) -> {
            FaultServer.write(out, OK);
            always(() -> FaultServer.write(out, "X: " + "y".repeat(1_000) + "\r\n"));
        });
        all.put("has a line without end", (request, socket, out) -> {
            FaultServer.write(out, OK + "X: ");
            always(() -> FaultServer.write(out, "y".repeat(10_000)));
        });
        all.put("has a body without end", (request, socket, out) -> {
            FaultServer.write(out, OK + "\r\n");
            always(() -> FaultServer.write(out, "y".repeat(10_000)));
        });
        all.put("has chunks without end", (request, socket, out) -> {
            FaultServer.write(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
            always(() -> FaultServer.write(out, "A\r\n0123456789\r\n"));
        });
        all.put("has a chunk of any size", (request, socket, out) -> {
            FaultServer.write(out, OK + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n");
            always(() -> FaultServer.write(out, "y".repeat(10_000)));
        });
        all.put("has chunks with notes without end", (request, socket, out) -> {
            FaultServer.write(out, OK + "Transfer-Encoding: chunked\r\n\r\n1;");
            always(() -> FaultServer.write(out, "note".repeat(1_000)));
        });
        all.put("sends a bomb", (request, socket, out) -> {
            FaultServer.write(out, OK + "Content-Encoding: gzip\r\n\r\n");
            out.write(bomb(64 << 20));
        });
        all.put("sends a bomb in a bomb", (request, socket, out) -> {
            FaultServer.write(out, OK + "Content-Encoding: gzip, gzip\r\n\r\n");
            out.write(packed(bomb(256 << 20)));
        });
        all.put(
                "asks to wait on and on",
                (request, socket, out) -> always(() -> FaultServer.write(out, "HTTP/1.1 100 Continue\r\n\r\n")));
        all.put(
                "hints on and on",
                (request, socket, out) ->
                        always(() -> FaultServer.write(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")));
        return all;
    }

    /** Answers after a while. */
    private static Script slowly(String answer) {
        return (request, socket, out) -> {
            Thread.sleep(TIME.dividedBy(4));
            FaultServer.write(out, answer);
        };
    }

    private interface Step {
        void take() throws IOException;
    }

    /** Ends when the other side has gone. */
    private static void forever(Step step) throws IOException, InterruptedException {
        while (true) {
            step.take();
            Thread.sleep(50);
        }
    }

    private static void always(Step step) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            step.take();
        }
    }

    private static byte[] bomb(int size) throws IOException {
        return packed(new byte[size]);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** Closed all together. */
    private static final class Servers implements AutoCloseable {

        private final java.util.List<FaultServer> open = new java.util.ArrayList<>();

        FaultServer open() throws IOException {
            FaultServer server = new FaultServer();
            open.add(server);
            return server;
        }

        @Override
        public void close() throws IOException {
            for (FaultServer server : open) {
                server.close();
            }
        }
    }
}
