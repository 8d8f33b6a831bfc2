package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.dealgraph.fetch.Outcome.Fetched;
import org.dealgraph.fetch.Outcome.NotModified;
import org.dealgraph.fetch.Outcome.Refusal;
import org.dealgraph.fetch.Outcome.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/xml";
    private static final int SMALL = 64 << 10;

    private FaultServer server;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
        fetcher = new Fetcher(settings(Duration.ofSeconds(20)), Proxies.none(), Resolver.system());
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private static FetchSettings settings(Duration time) {
        return new FetchSettings("Dealgraph", "mailto:desk@example.org", true, time, SMALL, 5, Duration.ZERO, true);
    }

    @Test
    void brings_the_body_and_what_to_ask_with_the_next_time() {
        server.answer("/feed", OK + "\r\nETag: \"7\"\r\nLast-Modified: Tue, 21 Apr 2026 10:00:00 GMT", "<rss/>");

        Fetched fetched = (Fetched) fetcher.fetch(server.at("/feed"));

        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(fetched.contentType()).isEqualTo("text/xml");
        assertThat(fetched.conditions()).isEqualTo(new Conditions("\"7\"", "Tue, 21 Apr 2026 10:00:00 GMT"));
    }

    @Test
    void says_who_asks_and_what_it_has() {
        server.answer("/feed", "HTTP/1.1 304 Not Modified", "");

        Outcome outcome = fetcher.fetch(server.at("/feed"), new Conditions("\"7\"", "Tue, 21 Apr 2026 10:00:00 GMT"));

        assertThat(outcome).isInstanceOf(NotModified.class);
        assertThat(server.requests().getLast().headers())
                .containsEntry("If-None-Match", "\"7\"")
                .containsEntry("If-Modified-Since", "Tue, 21 Apr 2026 10:00:00 GMT")
                .containsEntry("User-Agent", "Dealgraph/0.1 (+mailto:desk@example.org)");
    }

    @Test
    void unpacks_gzip_and_brotli() throws IOException {
        byte[] brotli = {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};
        server.answer("/gzip", OK + "\r\nContent-Encoding: gzip", gzip("hello".getBytes(StandardCharsets.UTF_8)));
        server.answer("/brotli", OK + "\r\nContent-Encoding: br", brotli);
        server.answer("/liar", OK + "\r\nContent-Encoding: gzip", "hello");

        for (String path : List.of("/gzip", "/brotli", "/liar")) {
            assertThat(((Fetched) fetcher.fetch(server.at(path))).body())
                    .as(path)
                    .asString()
                    .isEqualTo("hello");
        }
    }

    @Test
    void follows_redirects_and_tells_which_are_for_good() {
        server.answer("/old", "HTTP/1.1 301 Moved\r\nLocation: /new", "");
        server.answer("/new", "HTTP/1.1 302 Found\r\nLocation: today", "");
        server.answer("/today", OK, "news");

        Fetched fetched = (Fetched) fetcher.fetch(server.at("/old"));

        assertThat(fetched.found()).isEqualTo(server.at("/today"));
        assertThat(fetched.moved()).isEqualTo(server.at("/new"));
    }

    @ParameterizedTest
    @CsvSource({
        "/reset, CONNECTION",
        "/silent, CONNECTION",
        "/garbage, PROTOCOL",
        "/truncated, BROKEN_BODY",
        "/chunks, BROKEN_BODY",
        "/gzip, BROKEN_BODY",
        "/gzip-cut, BROKEN_BODY",
        "/coding, BROKEN_BODY",
        "/endless, TOO_LARGE",
        "/huge, TOO_LARGE",
        "/bomb, TOO_LARGE",
        "/loop, REDIRECTS",
        "/spiral-0, REDIRECTS",
        "/gone, NOT_THERE",
        "/busy, SERVER",
        "/fault, SERVER"
    })
    void names_the_fault(String path, Failure failure) throws IOException {
        faults();

        Outcome outcome = fetcher.fetch(server.at(path));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed ->
                                assertThat(failed.reason()).as(failed.detail()).isEqualTo(failure));
    }

    private void faults() throws IOException {
        byte[] zeros = gzip(new byte[20 * SMALL]);
        server.on("/reset", (request, socket, out) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        });
        server.raw("/silent", "");
        server.raw("/garbage", "SSH-2.0-OpenSSH_9.6\r\n\r\n");
        server.raw("/truncated", OK + "\r\nContent-Length: 100\r\n\r\n<rss>");
        server.raw("/chunks", OK + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\nnonsense\r\n");
        server.answer("/gzip", OK + "\r\nContent-Encoding: gzip", new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3});
        server.answer(
                "/gzip-cut", OK + "\r\nContent-Encoding: gzip", java.util.Arrays.copyOf(gzip(new byte[5000]), 20));
        server.answer("/coding", OK + "\r\nContent-Encoding: rot13", "uryyb");
        server.answer("/bomb", OK + "\r\nContent-Encoding: gzip", zeros);
        server.raw("/huge", OK + "\r\nContent-Length: 99999999999\r\n\r\n" + "x".repeat(2 * SMALL));
        server.on("/endless", (request, socket, out) -> {
            FaultServer.write(out, OK + "\r\n\r\n");
            while (true) {
                FaultServer.write(out, "x".repeat(1000));
            }
        });
        server.answer("/loop", "HTTP/1.1 301 Moved\r\nLocation: /loop", "");
        for (int i = 0; i < 10; i++) {
            server.answer("/spiral-" + i, "HTTP/1.1 302 Found\r\nLocation: /spiral-" + (i + 1), "");
        }
        server.answer("/gone", "HTTP/1.1 410 Gone", "");
        server.answer("/busy", "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120", "");
        server.answer("/fault", "HTTP/1.1 503 Service Unavailable", "");
    }

    @Test
    void passes_on_how_long_a_server_asks_to_wait() throws IOException {
        faults();

        assertThat(((Failed) fetcher.fetch(server.at("/busy"))).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stalled-head", "/stalled-body", "/drip"})
    void ends_in_time_however_slow_the_server(String path) {
        server.on("/stalled-head", (request, socket, out) -> server.stall());
        server.on("/stalled-body", (request, socket, out) -> {
            FaultServer.write(out, OK + "\r\nContent-Length: 10\r\n\r\nabc");
            server.stall();
        });
        server.on("/drip", (request, socket, out) -> {
            FaultServer.write(out, OK + "\r\n\r\n");
            for (int i = 0; i < 10_000; i++) {
                FaultServer.write(out, "x");
                Thread.sleep(20);
            }
        });
        try (Fetcher hasty = new Fetcher(settings(Duration.ofMillis(400)), Proxies.none(), Resolver.system())) {
            assertThat(hasty.fetch(server.at(path)))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Failure.TIMEOUT));
        }
    }

    @Test
    void trusts_no_connection_that_is_not_what_it_claims() {
        Outcome outcome = fetcher.fetch(server.at("/feed").replace("http://", "https://"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isIn(Failure.TLS, Failure.CONNECTION));
    }

    @Test
    void takes_a_body_whatever_its_type_claims_to_be() {
        server.answer("/feed", "HTTP/1.1 200 OK\r\nContent-Type: image/png", "<rss/>");

        assertThat(fetcher.fetch(server.at("/feed"))).isInstanceOf(Fetched.class);
    }

    @Test
    void asks_for_nothing_that_robots_forbid() {
        server.answer("/robots.txt", "HTTP/1.1 200 OK", "User-agent: dealgraph\nDisallow: /private");
        server.answer("/private/feed", OK, "secret");

        Outcome outcome = fetcher.fetch(server.at("/private/feed"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refusal.ROBOTS));
        assertThat(server.paths()).containsExactly("/robots.txt");
    }

    @Test
    void asks_for_the_rules_once() {
        server.answer("/robots.txt", "HTTP/1.1 200 OK", "User-agent: *\nDisallow:");
        server.answer("/feed", OK, "news");

        fetcher.fetch(server.at("/feed"));
        fetcher.fetch(server.at("/feed"));

        assertThat(server.paths()).containsExactly("/robots.txt", "/feed", "/feed");
    }

    @Test
    void stays_away_where_the_rules_cannot_be_had() {
        server.answer("/robots.txt", "HTTP/1.1 503 Service Unavailable", "");
        server.answer("/feed", OK, "news");

        assertThat(fetcher.fetch(server.at("/feed"))).isInstanceOf(Refused.class);
    }

    @Test
    void sends_a_host_one_request_at_a_time() throws Exception {
        server.answer("/feed", OK, "news");
        List<Callable<Outcome>> asks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asks.add(() -> fetcher.fetch(server.at("/feed")));
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Outcome> answer : threads.invokeAll(asks)) {
                assertThat(answer.get()).isInstanceOf(Fetched.class);
            }
        }

        assertThat(server.mostAtOnce()).isEqualTo(1);
        assertThat(server.paths()).filteredOn("/robots.txt"::equals).hasSize(1);
    }

    @Test
    void is_not_held_up_by_a_host_that_never_answers() throws Exception {
        server.answer("/feed", OK, "news");
        try (FaultServer dead = new FaultServer();
                Fetcher hasty = new Fetcher(settings(Duration.ofSeconds(3)), Proxies.none(), Resolver.system());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            dead.on("/robots.txt", (request, socket, out) -> dead.stall());
            Future<Outcome> stuck = threads.submit(() -> hasty.fetch(dead.at("/feed")));
            for (int i = 0; i < 50; i++) {
                assertThat(hasty.fetch(server.at("/feed"))).isInstanceOf(Fetched.class);
            }
            assertThat(stuck.get())
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Failure.TIMEOUT));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/",
                        "http://192.168.1.1:8080/",
                "ftp://example.org/", "file:///etc/passwd", "http://example.org:25/", "http://metadata.google.internal/"
            })
    void follows_no_redirect_off_the_public_web(String target) {
        server.answer("/feed", "HTTP/1.1 302 Found\r\nLocation: " + target, "");

        assertThat(fetcher.fetch(server.at("/feed"))).isInstanceOf(Refused.class);
    }

    @Test
    void refuses_a_name_that_leads_inside_at_the_moment_of_connecting() throws Exception {
        Resolver rebinding =
                host -> List.of(InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("127.0.0.1"));
        try (Fetcher open = new Fetcher(FetchSettings.standard(), Proxies.none(), rebinding)) {
            assertThat(open.fetch("http://rebind.example.org/"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Refusal.PRIVATE));
        }
    }

    @Test
    void refuses_loopback_unless_told_otherwise() {
        try (Fetcher open = new Fetcher(FetchSettings.standard(), Proxies.from(Map.of()), Resolver.system())) {
            assertThat(open.fetch(server.at("/feed"))).isInstanceOf(Refused.class);
        }
        assertThat(server.requests()).isEmpty();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
