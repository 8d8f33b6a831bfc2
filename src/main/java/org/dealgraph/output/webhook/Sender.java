package org.dealgraph.output.webhook;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dealgraph.access.SigningSecrets;
import org.dealgraph.fetch.Poster;
import org.dealgraph.fetch.Poster.Reply;
import org.dealgraph.model.Webhook;
import org.dealgraph.model.Webhook.Secret;

/** Signs messages and posts them. */
@Singleton
final class Sender {

    private static final String AGENT = "Dealgraph-Webhooks/1";
    private static final int MOST_SIGNATURES = 2;

    private final Poster poster;
    private final SigningSecrets secrets;
    private final Clock clock = Clock.systemUTC();

    Sender(Poster poster, SigningSecrets secrets) {
        this.poster = poster;
        this.secrets = secrets;
    }

    /**
     * A post.
     *
     * @param at when it began
     * @param millis how long it took
     */
    record Attempt(Instant at, long millis, Reply reply) {

        boolean taken() {
            return reply.status() >= 200 && reply.status() < 300;
        }

        /** Why it was not taken. */
        String reason() {
            return reply.reason() == null ? "HTTP " + reply.status() : reply.reason();
        }
    }

    /** Whether this server makes the secret that the webhook's holder was given. */
    boolean canSign(Webhook webhook) {
        Secret newest = webhook.secrets().getFirst();
        return find(webhook, newest)
                .map(SigningSecrets::check)
                .filter(newest.check()::equals)
                .isPresent();
    }

    /** Posts a message once. */
    Attempt send(Webhook webhook, Message message) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<String> standing = webhook.secrets().stream()
                .filter(secret -> secret.standsAt(at))
                .limit(MOST_SIGNATURES)
                .flatMap(secret -> find(webhook, secret).stream())
                .toList();
        Map<String, String> headers = Map.of(
                "User-Agent", AGENT,
                "webhook-id", message.id(),
                "webhook-timestamp", Long.toString(at.getEpochSecond()),
                "webhook-signature", Signature.header(standing, message.id(), at.getEpochSecond(), message.body()));
        long began = System.nanoTime();
        Reply reply = poster.post(webhook.address(), headers, message.body());
        return new Attempt(at, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began), reply);
    }

    private Optional<String> find(Webhook webhook, Secret secret) {
        return secrets.find(webhook.id(), secret.generation());
    }
}
