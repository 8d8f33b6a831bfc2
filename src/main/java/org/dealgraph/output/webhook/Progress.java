package org.dealgraph.output.webhook;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.graph.DeliveryRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.WebhookRepository;
import org.dealgraph.graph.WebhookRepository.Standing;
import org.dealgraph.model.Delivery;
import org.dealgraph.model.Delivery.Outcome;
import org.dealgraph.model.Webhook;
import org.dealgraph.model.WebhookState;
import org.jspecify.annotations.Nullable;

/**
 * How far the deliveries to one webhook have come since it was last saved. A message counts as delivered here before it
 * does in the graph, never the other way round, so that a crash repeats some and loses none.
 */
final class Progress {

    private final GraphStore store;
    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final String holder;
    private final int kept;
    private final Standing held;
    private final List<Delivery> logged = new ArrayList<>();
    private final List<Delivery> dead = new ArrayList<>();
    private final List<Long> alive = new ArrayList<>();
    private WebhookState state;
    private @Nullable Webhook disabled;
    private boolean changed;

    Progress(
            GraphStore store,
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            String holder,
            int kept,
            Standing held) {
        this.store = store;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.holder = holder;
        this.kept = kept;
        this.held = held;
        this.state = held.state();
    }

    synchronized WebhookState state() {
        return state;
    }

    /** Attempts that are not saved yet. */
    synchronized int waiting() {
        return logged.size();
    }

    /** Notes an attempt, and the state that it leads to. */
    synchronized void note(Delivery delivery, WebhookState next) {
        logged.add(delivery);
        if (delivery.outcome() == Outcome.DEAD && delivery.event() > 0) {
            dead.add(delivery);
        }
        set(next);
    }

    /** Notes that a message that had been given up was delivered. */
    synchronized void revive(Delivery delivery) {
        logged.add(delivery);
        alive.add(delivery.event());
        set(state.delivered(0));
    }

    synchronized void set(WebhookState next) {
        state = next;
        changed = true;
    }

    /** Notes that nothing up to a revision was for the webhook, where that is at least so many further. */
    synchronized void pass(long number, long least) {
        if (number - state.cursor() >= least) {
            set(state.passed(number));
        }
    }

    synchronized void disable(Webhook webhook) {
        disabled = webhook;
        changed = true;
    }

    /** Saves what is new; false where the webhook is another's now, or another than it was. */
    synchronized boolean flush() {
        if (!changed) {
            return true;
        }
        String id = held.webhook().id();
        boolean saved = store.<Boolean>write(tx -> {
            boolean ours = webhooks.advance(tx, id, holder, held.changes(), state, disabled);
            if (ours) {
                deliveries.append(tx, id, logged, kept);
                deliveries.bury(tx, dead);
                deliveries.dig(tx, id, alive);
            }
            return ours;
        });
        if (saved) {
            logged.clear();
            dead.clear();
            alive.clear();
            changed = false;
        }
        return saved;
    }
}
