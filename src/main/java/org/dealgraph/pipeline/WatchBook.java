package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.WatchRepository;
import org.dealgraph.graph.WebhookRepository;
import org.dealgraph.model.Watch;
import org.dealgraph.pipeline.Refusal.Code;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** The watches: who may change them does so once and on the record. */
@Singleton
public final class WatchBook {

    /** How many watches there can be. */
    public static final int MOST = 10_000;

    private static final int LONGEST_NAME = 100;
    private static final int ID_BYTES = 6;

    private final Audit audit;
    private final GraphStore store;
    private final WatchRepository repository;
    private final WebhookRepository webhooks;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    WatchBook(Audit audit, GraphStore store, WatchRepository repository, WebhookRepository webhooks) {
        this.audit = audit;
        this.store = store;
        this.repository = repository;
        this.webhooks = webhooks;
    }

    /** Every watch, in the order of their names. */
    public List<Watch> listAll() {
        return store.read(repository::listAll);
    }

    /** The watch with an id. */
    public Optional<Watch> find(String id) {
        return store.read(tx -> repository.find(tx, id));
    }

    /** The watch with an id, or with a name in whatever case. */
    public Optional<Watch> findByIdOrName(String text) {
        return find(text)
                .or(() -> listAll().stream()
                        .filter(watch -> watch.name().equalsIgnoreCase(text.strip()))
                        .findFirst());
    }

    /** Adds a watch of the one who orders it; its id is the thing of the effect. */
    public Carried add(Order order, String name, Map<String, List<String>> filter) {
        return audit.carryOut(order, tx -> {
            List<Watch> all = repository.listAll(tx);
            if (all.size() >= MOST) {
                throw new Refusal(Code.TOO_LARGE, null, "there are " + all.size() + " watches already");
            }
            Instant now = now();
            Watch watch = new Watch(id(), unlike(all, name, null), order.by(), now, now, filter, null);
            repository.put(tx, watch);
            return Effect.onThing(watch.id());
        });
    }

    /** Gives a watch another name or another filter; null leaves it as it is. */
    public Carried change(Order order, String id, @Nullable String name, @Nullable Map<String, List<String>> filter) {
        return audit.carryOut(order, tx -> {
            Watch was = get(tx, id);
            repository.put(
                    tx,
                    new Watch(
                            id,
                            name == null ? was.name() : unlike(repository.listAll(tx), name, id),
                            was.owner(),
                            was.created(),
                            now(),
                            filter == null ? was.filter() : filter,
                            was.mail()));
            return Effect.onThing(id);
        });
    }

    /** Removes a watch, and its webhooks. */
    public Carried remove(Order order, String id) {
        return audit.carryOut(order, tx -> {
            get(tx, id);
            webhooks.listAll(tx).stream()
                    .map(standing -> standing.webhook())
                    .filter(webhook -> webhook.watch().equals(id))
                    .forEach(webhook -> webhooks.remove(tx, webhook.id()));
            repository.remove(tx, id);
            return Effect.onThing(id);
        });
    }

    /** The watch with an id, within a transaction; refuses where there is none. */
    Watch get(TransactionContext tx, String id) {
        return repository
                .find(tx, id)
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "id", "there is no watch with this id"));
    }

    private static String unlike(List<Watch> all, String wanted, @Nullable String self) {
        String name = wanted.strip();
        boolean plain = name.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        if (name.isEmpty() || name.length() > LONGEST_NAME || !plain) {
            throw new Refusal(Code.BAD_INPUT, "name", "a name is one line of 1 to " + LONGEST_NAME + " characters");
        }
        if (all.stream().anyMatch(w -> !w.id().equals(self) && w.name().equalsIgnoreCase(name))) {
            throw new Refusal(Code.CONFLICT, "name", "there is a watch of this name already");
        }
        return name;
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return "w-" + HexFormat.of().formatHex(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
