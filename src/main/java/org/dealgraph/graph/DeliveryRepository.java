package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.dealgraph.model.Delivery;
import org.neo4j.driver.TransactionContext;

/** The log of attempts to deliver, of which the latest are kept, and the dead letters, which are kept until they go. */
@Singleton
public final class DeliveryRepository {

    private final Queries queries;

    public DeliveryRepository(Queries queries) {
        this.queries = queries;
    }

    /** Appends attempts to the log of a webhook, of which then only the last so many are kept. */
    public void append(TransactionContext tx, String webhook, List<Delivery> deliveries, int kept) {
        if (deliveries.isEmpty()) {
            return;
        }
        queries.execute(
                tx,
                Statement.DELIVERY_APPEND,
                new Row()
                        .with(
                                "rows",
                                deliveries.stream()
                                        .map(d -> row(id(webhook, d.number()), d))
                                        .toList()));
        long last = deliveries.getLast().number();
        queries.execute(
                tx,
                Statement.DELIVERY_FORGET,
                new Row().with("first", id(webhook, 0)).with("before", id(webhook, Math.max(0, last - kept + 1))));
    }

    /** At most {@code first} attempts with numbers below {@code before}, latest first. */
    public List<Delivery> list(TransactionContext tx, String webhook, long before, int first) {
        return queries.list(
                tx,
                Statement.DELIVERY_LIST,
                new Row()
                        .with("above", id(webhook, 0))
                        .with("below", id(webhook, before))
                        .with("first", first),
                Queries.body(Delivery.class));
    }

    /** Keeps the last attempts of messages that were given up. */
    public void bury(TransactionContext tx, Collection<Delivery> letters) {
        if (!letters.isEmpty()) {
            queries.execute(
                    tx,
                    Statement.LETTER_SAVE,
                    new Row()
                            .with(
                                    "rows",
                                    letters.stream()
                                            .map(d -> row(id(d.webhook(), d.event()), d))
                                            .toList()));
        }
    }

    /** At most {@code first} dead letters of a webhook after a revision, in the order of the log. */
    public List<Delivery> listDead(TransactionContext tx, String webhook, long after, int first) {
        return queries.list(
                tx,
                Statement.LETTER_LIST,
                new Row()
                        .with("above", id(webhook, after))
                        .with("below", webhook + "0")
                        .with("first", first),
                Queries.body(Delivery.class));
    }

    /** Forgets dead letters, which were delivered after all. */
    public void dig(TransactionContext tx, String webhook, Collection<Long> events) {
        if (!events.isEmpty()) {
            queries.execute(
                    tx,
                    Statement.LETTER_DELETE,
                    new Row()
                            .with(
                                    "ids",
                                    events.stream().map(e -> id(webhook, e)).toList()));
        }
    }

    /** In the order of the numbers; a slash is followed by the digit 0 in the order of characters. */
    private static String id(String webhook, long number) {
        return "%s/%019d".formatted(webhook, number);
    }

    private static java.util.Map<String, @org.jspecify.annotations.Nullable Object> row(String id, Delivery delivery) {
        return new Row().with("id", id).with("body", Json.write(delivery)).map();
    }
}
