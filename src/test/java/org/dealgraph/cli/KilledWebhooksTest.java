package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dealgraph.graph.GraphSettings;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.Revision.Kind;
import org.dealgraph.model.Stage;
import org.dealgraph.output.Told;
import org.dealgraph.output.webhook.Receiver;
import org.dealgraph.output.webhook.Receiver.Got;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed at random moments of its deliveries and started again. The moments are counted in messages that
 * arrived; {@code -Ddealgraph.deliveries=10000 -Ddealgraph.kills=10} asks for the whole measure.
 */
class KilledWebhooksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BUYER = "new:buyer";

    @Test
    @Timeout(1_200)
    void a_server_that_is_killed_while_it_delivers_loses_nothing(@TempDir Path data) throws Exception {
        int deliveries = Integer.getInteger("dealgraph.deliveries", 400);
        int kills = Integer.getInteger("dealgraph.kills", 1);
        fill(data, deliveries);
        Random random = new Random(deliveries);
        try (Receiver receiver = new Receiver()) {
            CompletableFuture<String> secret = new CompletableFuture<>();
            AtomicInteger unverified = new AtomicInteger();
            receiver.answer((got, exchange) -> {
                unverified.addAndGet(isVerified(secret.join(), got) ? 0 : 1);
                exchange.sendResponseHeaders(204, -1);
            });
            for (int kill = 0; kill <= kills; kill++) {
                Process process = serve(data);
                try {
                    JsonNode note = note(process, data);
                    if (kill == 0) {
                        secret.complete(hook(note, receiver.at("/")));
                    }
                    int share = deliveries / (kills + 1);
                    int enough = receiver.all().size() + 1 + random.nextInt(Math.max(1, share));
                    int wanted = kill == kills ? deliveries : 0;
                    await(process, () -> receiver.all().size() >= enough && receiver.distinct() >= wanted);
                } finally {
                    process.destroyForcibly().waitFor();
                    Files.deleteIfExists(data.resolve("server.json"));
                }
            }
            List<Long> cursors =
                    receiver.all().stream().map(KilledWebhooksTest::cursor).toList();
            assertThat(new TreeSet<>(cursors))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, deliveries).boxed().toList());
            assertThat(backwards(cursors)).isLessThanOrEqualTo(kills);
            assertThat(unverified).hasValue(0);
            System.out.printf(
                    "%d messages for %d events over %d kills: %d came twice, none was lost%n",
                    cursors.size(), deliveries, kills, cursors.size() - deliveries);
        }
    }

    private static boolean isVerified(String secret, Got got) {
        try {
            new Webhook(secret).verify(got.body(), got.headers().map());
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            return false;
        }
    }

    /** How often a message came after one with a higher number: once a restart at the most. */
    private static long backwards(List<Long> cursors) {
        return IntStream.range(1, cursors.size())
                .filter(i -> cursors.get(i) <= cursors.get(i - 1))
                .count();
    }

    private static void fill(Path data, int count) {
        try (GraphStore store = GraphStore.open(GraphSettings.embedded(data))) {
            Told told = new Told(store);
            List<Revision> batch = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                batch.add(told.change(
                        Kind.ADDED,
                        Cause.NEWS,
                        null,
                        Told.deal("c-" + i, "Deal " + i, BUYER, 5, Stage.AGREED, "2027")));
                if (batch.size() == 500 || i == count - 1) {
                    told.happened(batch);
                    batch.clear();
                }
            }
        }
    }

    private static Process serve(Path data) throws IOException {
        ProcessBuilder builder = CommandRun.builder(data, "serve", "--no-ledger", "--port", "0");
        builder.environment().put("DEALGRAPH_WEBHOOKS_LOOPBACK", "true");
        builder.environment().put("DEALGRAPH_WEBHOOKS_KEY", "0123456789abcdef0123456789abcdef");
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Process process, Condition condition) throws IOException {
        while (!condition.holds()) {
            assertThat(process.isAlive()).as("the server runs").isTrue();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static JsonNode note(Process process, Path data) throws IOException {
        Path note = data.resolve("server.json");
        await(
                process,
                () -> Files.exists(note)
                        && Files.size(note) > 0
                        && Files.readString(note).endsWith("}"));
        return JSON.readTree(note.toFile());
    }

    private static String hook(JsonNode note, String address) throws Exception {
        String watch = ask(
                        note,
                        "createWatch(name: \"w\", filter: {parties: [\"" + BUYER + "\"]}, idempotencyKey: \"1\")"
                                + " { watch { id } }")
                .at("/createWatch/watch/id")
                .asText();
        return ask(
                        note,
                        "createWebhook(watch: \"" + watch + "\", address: \"" + address
                                + "\", after: \"0\", idempotencyKey: \"2\") { secret }")
                .at("/createWebhook/secret")
                .asText();
    }

    private static JsonNode ask(JsonNode note, String mutation) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(note.path("url").asText() + "/graphql"))
                .header("Authorization", "Bearer " + note.path("key").asText())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", "mutation { " + mutation + " }"))))
                .build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body())
                .path("data");
    }

    private static long cursor(Got got) {
        try {
            return JSON.readTree(got.body()).at("/data/cursor").asLong();
        } catch (IOException e) {
            throw new IllegalStateException(got.body(), e);
        }
    }
}
