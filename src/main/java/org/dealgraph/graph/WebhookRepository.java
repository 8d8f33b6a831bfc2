package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.Watch;
import org.dealgraph.model.Webhook;
import org.dealgraph.model.WebhookState;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * Webhooks, how far each has come, and who delivers to it. One process at a time holds a webhook, until it gives it up or
 * its time is over; what another process wrote in between is noticed by the number of changes.
 */
@Singleton
public final class WebhookRepository {

    private final Queries queries;

    public WebhookRepository(Queries queries) {
        this.queries = queries;
    }

    /**
     * A webhook as it stands.
     *
     * @param state how far it has come
     * @param changes how often it was changed by other than its deliveries
     * @param watch what it is about, or null where that is gone
     * @param holder which process delivers to it, or null
     * @param until when that ends unless it is heard of again
     */
    public record Standing(
            Webhook webhook,
            WebhookState state,
            long changes,
            @Nullable Watch watch,
            @Nullable String holder,
            Instant until) {

        /** Whether a process may hold it at a time. */
        public boolean isFreeFor(String process, Instant now) {
            return holder == null || holder.equals(process) || until.isBefore(now);
        }
    }

    /** Saves a webhook that was changed by a person. */
    public void save(TransactionContext tx, Webhook webhook, WebhookState state) {
        queries.execute(
                tx,
                Statement.WEBHOOK_SAVE,
                new Row()
                        .with("id", webhook.id())
                        .with("watch", webhook.watch())
                        .with("body", Json.write(webhook))
                        .with("state", Json.write(state)));
    }

    public Optional<Standing> find(TransactionContext tx, String id) {
        return queries.find(tx, Statement.WEBHOOK_FIND, new Row().with("id", id), WebhookRepository::read);
    }

    /** Every webhook, by id. */
    public List<Standing> listAll(TransactionContext tx) {
        return queries.list(tx, Statement.WEBHOOK_LIST, new Row(), WebhookRepository::read);
    }

    /** Removes a webhook with its log and its dead letters. */
    public void remove(TransactionContext tx, String id) {
        queries.execute(tx, Statement.WEBHOOK_DELETE, new Row().with("id", id));
    }

    /** Holds a webhook until a moment, unless another process does; as it then stands. */
    public Optional<Standing> hold(TransactionContext tx, String id, String holder, Instant now, Instant until) {
        return queries.find(
                tx,
                Statement.WEBHOOK_HOLD,
                new Row()
                        .with("id", id)
                        .with("holder", holder)
                        .with("now", now.toEpochMilli())
                        .with("until", until.toEpochMilli()),
                WebhookRepository::read);
    }

    /** Holds what one holds for longer. */
    public void holdOn(TransactionContext tx, Collection<String> ids, String holder, Instant until) {
        queries.execute(
                tx,
                Statement.WEBHOOK_HOLD_ON,
                new Row().with("ids", List.copyOf(ids)).with("holder", holder).with("until", until.toEpochMilli()));
    }

    /** Gives a webhook up, for any process to hold. */
    public void release(TransactionContext tx, String id, String holder) {
        queries.execute(tx, Statement.WEBHOOK_RELEASE, new Row().with("id", id).with("holder", holder));
    }

    /**
     * Saves how far its holder has come; false, and nothing is saved, where another process holds or changed it.
     *
     * @param changes that the holder knows of
     * @param disabled the webhook where the holder disabled it, else null
     */
    public boolean advance(
            TransactionContext tx,
            String id,
            String holder,
            long changes,
            WebhookState state,
            @Nullable Webhook disabled) {
        return queries.number(
                        tx,
                        Statement.WEBHOOK_ADVANCE,
                        new Row()
                                .with("id", id)
                                .with("holder", holder)
                                .with("changes", changes)
                                .with("state", Json.write(state))
                                .with("body", disabled == null ? null : Json.write(disabled)))
                > 0;
    }

    private static Standing read(Record row) {
        return new Standing(
                Json.read(row.get("body").asString(), Webhook.class),
                Json.read(row.get("state").asString(), WebhookState.class),
                row.get("changes").asLong(),
                row.get("watch").isNull() ? null : Json.read(row.get("watch").asString(), Watch.class),
                row.get("holder").isNull() ? null : row.get("holder").asString(),
                Instant.ofEpochMilli(row.get("until").asLong(0)));
    }
}
