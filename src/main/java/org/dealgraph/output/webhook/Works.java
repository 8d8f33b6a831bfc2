package org.dealgraph.output.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.dealgraph.event.EventFeed;
import org.dealgraph.event.EventHistory;
import org.dealgraph.graph.DeliveryRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Delivery;

/** What every lane works with. */
@Singleton
final class Works implements AutoCloseable {

    private final EventFeed feed;
    private final EventHistory history;
    private final MessageWriter writer;
    private final Sender sender;
    private final WebhookSettings settings;
    private final Retries retries;
    private final GraphStore store;
    private final DeliveryRepository deliveries;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhooks").factory());

    Works(
            EventFeed feed,
            EventHistory history,
            MessageWriter writer,
            Sender sender,
            WebhookSettings settings,
            GraphStore store,
            DeliveryRepository deliveries) {
        this.feed = feed;
        this.history = history;
        this.writer = writer;
        this.sender = sender;
        this.settings = settings;
        this.retries =
                new Retries(settings.pauses(), () -> ThreadLocalRandom.current().nextDouble());
        this.store = store;
        this.deliveries = deliveries;
    }

    EventFeed feed() {
        return feed;
    }

    EventHistory history() {
        return history;
    }

    MessageWriter writer() {
        return writer;
    }

    Sender sender() {
        return sender;
    }

    WebhookSettings settings() {
        return settings;
    }

    Retries retries() {
        return retries;
    }

    /** The dead letters of a webhook, in the order of the log. */
    List<Delivery> dead(String webhook, int most) {
        return store.read(tx -> deliveries.listDead(tx, webhook, 0, most));
    }

    /** Has work done after a pause, on a thread of its own; nothing once this is closed. */
    void later(Duration pause, Runnable work) {
        try {
            timer.schedule(
                    () -> Thread.ofVirtual().name("webhook").start(work), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            timer.purge();
        }
    }

    @Override
    @PreDestroy
    public void close() {
        timer.shutdownNow();
    }
}
