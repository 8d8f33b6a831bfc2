package org.dealgraph.output.webhook;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dealgraph.api.Filters;
import org.dealgraph.graph.DeliveryRepository;
import org.dealgraph.graph.GraphSettings;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.WebhookRepository;
import org.dealgraph.graph.WebhookRepository.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to every webhook that is enabled, for as long as the server runs. Of several servers of one database each
 * webhook has one that holds it; where that falls silent, another takes it over. An embedded graph has one server only,
 * which needs not wait for another.
 */
@Singleton
final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final int RENEWALS = 3;

    /** Later than any lease ends. */
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final GraphStore store;
    private final WebhookRepository repository;
    private final DeliveryRepository deliveries;
    private final Filters filters;
    private final Works works;
    private final WebhookSettings settings;
    private final boolean alone;
    private final String holder = UUID.randomUUID().toString();
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Lane> lanes = new HashMap<>();
    private Instant renewed = Instant.EPOCH;
    private boolean stopped;

    Webhooks(
            GraphStore store,
            WebhookRepository repository,
            DeliveryRepository deliveries,
            Filters filters,
            Works works,
            WebhookSettings settings,
            GraphSettings graph) {
        this.store = store;
        this.repository = repository;
        this.deliveries = deliveries;
        this.filters = filters;
        this.works = works;
        this.settings = settings;
        this.alone = graph.server().isEmpty();
    }

    @EventListener
    void start(ServerStartupEvent event) {
        if (settings.enabled()) {
            works.writer().serveAt(event.getSource().getURI().toString());
            works.later(Duration.ZERO, this::look);
            works.later(settings.flush(), this::flush);
        }
    }

    /** Looks again and again which webhooks there are, and how. */
    private void look() {
        try {
            Map<String, Standing> now = store.read(repository::listAll).stream()
                    .collect(Collectors.toMap(s -> s.webhook().id(), s -> s));
            drop(now);
            now.values().stream()
                    .filter(s -> s.webhook().enabled() && s.watch() != null)
                    .forEach(this::serve);
            renew();
        } catch (RuntimeException e) {
            LOG.warn("could not look for webhooks, and will try again: {}", e.getMessage());
        } finally {
            works.later(settings.look(), this::look);
        }
    }

    private synchronized void drop(Map<String, Standing> now) {
        lanes.entrySet().removeIf(entry -> {
            Standing standing = now.get(entry.getKey());
            Lane lane = entry.getValue();
            lane.pass();
            boolean same = standing != null && standing.webhook().enabled() && lane.isOf(standing);
            if (!same) {
                lane.stop();
            }
            return !same || lane.isStopped();
        });
    }

    private synchronized void serve(Standing seen) {
        String id = seen.webhook().id();
        Instant now = clock.instant();
        Instant over = alone ? ALWAYS : now;
        boolean wanted = !stopped && !lanes.containsKey(id) && seen.isFreeFor(holder, over);
        if (!wanted || !works.sender().canSign(seen.webhook())) {
            return;
        }
        Optional<Standing> held = store.write(tx -> repository.hold(tx, id, holder, over, now.plus(settings.lease())));
        held.filter(standing -> standing.webhook().enabled() && standing.watch() != null)
                .ifPresent(standing -> {
                    Lane lane = lane(standing);
                    lanes.put(id, lane);
                    lane.start();
                });
    }

    private Lane lane(Standing held) {
        Progress progress = new Progress(store, repository, deliveries, holder, settings.kept(), held);
        return new Lane(held, filters.events(Objects.requireNonNull(held.watch())), progress, works);
    }

    private synchronized void renew() {
        Instant now = clock.instant();
        if (!alone
                && !lanes.isEmpty()
                && renewed.plus(settings.lease().dividedBy(RENEWALS)).isBefore(now)) {
            List<String> held = List.copyOf(lanes.keySet());
            store.run(tx -> repository.holdOn(tx, held, holder, now.plus(settings.lease())));
            renewed = now;
        }
    }

    private void flush() {
        try {
            listLanes().forEach(Lane::flush);
        } catch (RuntimeException e) {
            LOG.warn("could not save how far webhooks have come, and will try again: {}", e.getMessage());
        } finally {
            works.later(settings.flush(), this::flush);
        }
    }

    private synchronized List<Lane> listLanes() {
        return List.copyOf(lanes.values());
    }

    @EventListener
    synchronized void stop(ShutdownEvent event) {
        stopped = true;
        try {
            lanes.values().forEach(Lane::stop);
            if (!lanes.isEmpty()) {
                store.run(tx -> lanes.keySet().forEach(id -> repository.release(tx, id, holder)));
            }
        } catch (RuntimeException e) {
            LOG.warn("could not save how far webhooks have come: {}", e.getMessage());
        }
        lanes.clear();
        works.close();
    }
}
