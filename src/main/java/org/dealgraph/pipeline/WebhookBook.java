package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dealgraph.access.SigningSecrets;
import org.dealgraph.fetch.Poster;
import org.dealgraph.graph.DeliveryRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.graph.WebhookRepository;
import org.dealgraph.graph.WebhookRepository.Standing;
import org.dealgraph.model.Delivery;
import org.dealgraph.model.Webhook;
import org.dealgraph.model.Webhook.Form;
import org.dealgraph.model.Webhook.Secret;
import org.dealgraph.model.WebhookState;
import org.dealgraph.pipeline.Refusal.Code;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** The webhooks: who may change them does so once and on the record. What they are sent is the work of others. */
@Singleton
public final class WebhookBook {

    /** How many webhooks one watch can have. */
    public static final int MOST = 20;

    /** The version of the messages that new webhooks get. */
    public static final int PAYLOAD = 1;

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int ID_BYTES = 6;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final Audit audit;
    private final GraphStore store;
    private final WebhookRepository repository;
    private final DeliveryRepository deliveries;
    private final RevisionRepository revisions;
    private final WatchBook watches;
    private final SigningSecrets secrets;
    private final Poster poster;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    WebhookBook(
            Audit audit,
            GraphStore store,
            WebhookRepository repository,
            DeliveryRepository deliveries,
            RevisionRepository revisions,
            WatchBook watches,
            SigningSecrets secrets,
            Poster poster) {
        this.audit = audit;
        this.store = store;
        this.repository = repository;
        this.deliveries = deliveries;
        this.revisions = revisions;
        this.watches = watches;
        this.secrets = secrets;
        this.poster = poster;
    }

    /** Every webhook, or those of one watch. */
    public List<Standing> list(@Nullable String watch) {
        return store.read(repository::listAll).stream()
                .filter(s -> watch == null || s.webhook().watch().equals(watch))
                .toList();
    }

    public Optional<Standing> find(String id) {
        return store.read(tx -> repository.find(tx, id));
    }

    /** At most {@code first} attempts to deliver with numbers below {@code before}, latest first. */
    public List<Delivery> listDeliveries(String webhook, long before, int first) {
        return store.read(tx -> deliveries.list(tx, webhook, before, first));
    }

    /** At most {@code first} dead letters of a webhook, in the order of the log. */
    public List<Delivery> listDead(String webhook, int first) {
        return store.read(tx -> deliveries.listDead(tx, webhook, 0, first));
    }

    /**
     * Adds a webhook to a watch.
     *
     * @param after number of the revision after which it begins; null for now
     */
    public Carried add(Order order, String watch, String address, Form form, @Nullable Long after) {
        return audit.carryOut(order, tx -> {
            watches.get(tx, watch);
            long there = repository.listAll(tx).stream()
                    .filter(s -> s.webhook().watch().equals(watch))
                    .count();
            if (there >= MOST) {
                throw new Refusal(Code.TOO_LARGE, null, "a watch has at most " + MOST + " webhooks");
            }
            String id = "h-" + random(ID_BYTES);
            Webhook webhook = new Webhook(
                    id,
                    watch,
                    usable(address),
                    form,
                    PAYLOAD,
                    List.of(secret(id, 1)),
                    true,
                    null,
                    null,
                    null,
                    order.by(),
                    now());
            repository.save(tx, webhook, WebhookState.after(cursor(tx, after)));
            return Effect.onThing(id);
        });
    }

    /** Has messages sent elsewhere, or in another form; null leaves it. */
    public Carried change(Order order, String id, @Nullable String address, @Nullable Form form) {
        return change(
                order,
                id,
                was -> was.to(address == null ? was.address() : usable(address), form == null ? was.form() : form),
                state -> state.from(state.cursor()));
    }

    /** Has messages signed with a new secret, and for some time with the last one too. */
    public Carried rotate(Order order, String id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new Refusal(Code.BAD_INPUT, "overlapHours", "from 0 to " + LONGEST_OVERLAP.toHours() + " hours");
        }
        return change(
                order,
                id,
                was -> {
                    Secret last = was.secrets().getFirst();
                    Secret until = new Secret(last.generation(), last.check(), last.created(), now().plus(overlap));
                    return was.with(List.of(secret(id, last.generation() + 1), until));
                },
                state -> state);
    }

    /** Has messages sent again, from where they stopped, or no more. */
    public Carried enable(Order order, String id, boolean enabled) {
        return change(
                order, id, was -> was.enabled(enabled, null), state -> enabled ? state.from(state.cursor()) : state);
    }

    /** Has a test message sent, once. */
    public Carried test(Order order, String id) {
        return change(order, id, was -> was.tested(random(ID_BYTES)), state -> state);
    }

    /** Has everything after a revision sent, once more where it was sent already. */
    public Carried replay(Order order, String id, long after) {
        return audit.carryOut(order, tx -> {
            Standing was = get(tx, id);
            repository.save(tx, was.webhook(), was.state().from(cursor(tx, after)));
            return Effect.onThing(id);
        });
    }

    /** Has each dead letter sent once more. */
    public Carried retryDead(Order order, String id) {
        return change(order, id, was -> was.again(random(ID_BYTES)), state -> state);
    }

    /** Removes a webhook with its log and its dead letters. */
    public Carried remove(Order order, String id) {
        return audit.carryOut(order, tx -> {
            get(tx, id);
            repository.remove(tx, id);
            return Effect.onThing(id);
        });
    }

    /** The newest secret of a webhook. */
    public Optional<String> findSecret(String id) {
        return find(id).flatMap(
                        s -> secrets.find(id, s.webhook().secrets().getFirst().generation()));
    }

    private Carried change(
            Order order, String id, Function<Webhook, Webhook> change, Function<WebhookState, WebhookState> state) {
        return audit.carryOut(order, tx -> {
            Standing was = get(tx, id);
            repository.save(tx, change.apply(was.webhook()), state.apply(was.state()));
            return Effect.onThing(id);
        });
    }

    private Standing get(TransactionContext tx, String id) {
        return repository
                .find(tx, id)
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "id", "there is no webhook with this id"));
    }

    private String usable(String address) {
        String trimmed = address.strip();
        if (trimmed.length() > LONGEST_ADDRESS) {
            throw new Refusal(Code.BAD_INPUT, "address", "an address has at most " + LONGEST_ADDRESS + " characters");
        }
        poster.refusal(trimmed).ifPresent(why -> {
            throw new Refusal(Code.BAD_INPUT, "address", "messages cannot be posted there: " + why);
        });
        return trimmed;
    }

    private long cursor(TransactionContext tx, @Nullable Long after) {
        long last = revisions.last(tx);
        if (after != null && (after < 0 || after > last)) {
            throw new Refusal(Code.BAD_INPUT, "after", "the cursor of an event, from 0 to " + last);
        }
        return after == null ? last : after;
    }

    private Secret secret(String id, int generation) {
        String secret = secrets.find(id, generation)
                .orElseThrow(() -> new Refusal(
                        Code.CONFLICT,
                        null,
                        "this server has no key to make secrets from: the operator sets DEALGRAPH_WEBHOOKS_KEY"));
        return new Secret(generation, SigningSecrets.check(secret), now(), null);
    }

    private String random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
