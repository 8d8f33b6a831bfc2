package org.dealgraph.output.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.dealgraph.event.DealEvent;
import org.dealgraph.event.EventFilter;
import org.dealgraph.event.EventQuery;
import org.dealgraph.event.EventReceiver;
import org.dealgraph.event.EventSubscription;
import org.dealgraph.graph.WebhookRepository.Standing;
import org.dealgraph.model.Delivery;
import org.dealgraph.model.Delivery.Outcome;
import org.dealgraph.model.Webhook;
import org.dealgraph.model.WebhookState;
import org.dealgraph.output.webhook.Sender.Attempt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deliveries to one webhook, one after another in the order of the log. While a message waits for its next attempt,
 * nothing else is sent to its receiver and no thread is held; that is the circuit too: the attempt that succeeds closes it.
 */
final class Lane implements EventReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
    private static final int GONE = 410;
    private static final int MOST_UNSAVED = 200;
    private static final int MOST_LETTERS = 1_000;
    private static final long PASSED = 1_000;

    private final Standing held;
    private final EventFilter filter;
    private final Progress progress;
    private final Works works;
    private final Clock clock = Clock.systemUTC();
    private @Nullable EventSubscription subscription;
    private boolean stopped;

    Lane(Standing held, EventFilter filter, Progress progress, Works works) {
        this.held = held;
        this.filter = filter;
        this.progress = progress;
        this.works = works;
    }

    /** Whether this is how the webhook stands still. */
    boolean isOf(Standing now) {
        return held.changes() == now.changes() && Objects.equals(held.watch(), now.watch());
    }

    void start() {
        works.later(Duration.ZERO, this::go);
    }

    /** What was asked for out of turn, then the log from where it stopped, as soon as that is due. */
    private void go() {
        try {
            if (isStopped()) {
                return;
            }
            outOfTurn();
            Instant due = progress.state().due();
            Instant now = clock.instant();
            if (due != null && now.isBefore(due)) {
                works.later(Duration.between(now, due), this::go);
            } else {
                listen();
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "could not deliver to webhook {}, and will try again: {}",
                    held.webhook().id(),
                    e.getMessage());
            works.later(AFTER_A_FAULT, this::go);
        }
    }

    private synchronized void listen() {
        if (!stopped) {
            long after = progress.state().cursor();
            subscription = works.feed().subscribe(new EventQuery(filter, after, Long.MAX_VALUE), this);
        }
    }

    @Override
    public void take(DealEvent event) throws InterruptedException {
        if (isStopped()) {
            throw new InterruptedException("stopped");
        }
        Webhook webhook = held.webhook();
        Message message = works.writer().of(event, webhook.form());
        Attempt attempt = works.sender().send(webhook, message);
        if (attempt.taken()) {
            WebhookState was = progress.state();
            note(message, attempt, Outcome.DELIVERED, null, was.delivered(event.number()));
            if (progress.waiting() >= MOST_UNSAVED) {
                flush();
            }
        } else if (isStopped()) {
            throw new InterruptedException("stopped while it was sent");
        } else {
            refused(message, attempt);
        }
    }

    private void refused(Message message, Attempt attempt) {
        WebhookState was = progress.state();
        if (attempt.reply().status() == GONE) {
            disable(message, attempt, "the receiver answered 410 Gone");
            return;
        }
        Instant since = was.failingSince();
        if (since != null && since.plus(works.settings().giveUp()).isBefore(attempt.at())) {
            disable(message, attempt, "nothing was taken since " + since);
            return;
        }
        int failures = was.attemptsOf(message.event()) + 1;
        Optional<Duration> pause =
                works.retries().after(failures, attempt.reply().retryAfter());
        if (pause.isEmpty()) {
            note(message, attempt, Outcome.DEAD, null, was.dead(message.event(), attempt.at()));
            LOG.warn(
                    "gave up delivering {} to webhook {}: {}",
                    message.id(),
                    held.webhook().id(),
                    attempt.reason());
            flush();
            return;
        }
        Instant due = clock.instant().plus(pause.get());
        note(message, attempt, Outcome.FAILED, due, was.failed(message.event(), attempt.at(), due));
        flush();
        rest();
        works.later(pause.get(), this::go);
    }

    private void disable(Message message, Attempt attempt, String why) {
        LOG.warn("webhook {} is disabled: {}", held.webhook().id(), why);
        note(message, attempt, Outcome.DISABLED, null, progress.state().noted());
        progress.disable(held.webhook().enabled(false, why));
        flush();
        halt();
    }

    private void note(Message message, Attempt attempt, Outcome outcome, @Nullable Instant due, WebhookState next) {
        progress.note(delivery(message, attempt, outcome, due), next);
    }

    private Delivery delivery(Message message, Attempt attempt, Outcome outcome, @Nullable Instant due) {
        WebhookState was = progress.state();
        return new Delivery(
                held.webhook().id(),
                was.logged() + 1,
                message.id(),
                message.event(),
                was.attemptsOf(message.event()) + 1,
                attempt.at(),
                attempt.millis(),
                attempt.reply().status(),
                outcome,
                outcome == Outcome.DELIVERED ? null : attempt.reason(),
                due);
    }

    /** A test, and dead letters; each is tried once. */
    private void outOfTurn() {
        Webhook webhook = held.webhook();
        WebhookState was = progress.state();
        String test = webhook.test();
        String again = webhook.again();
        if (test != null && !test.equals(was.tested())) {
            Message message = works.writer().test(test, webhook.form());
            Attempt attempt = works.sender().send(webhook, message);
            note(message, attempt, attempt.taken() ? Outcome.DELIVERED : Outcome.DEAD, null, was.noted());
        }
        if (again != null && !again.equals(was.again())) {
            works.dead(webhook.id(), MOST_LETTERS).forEach(this::revive);
        }
        progress.set(progress.state().did(test, again));
        flush();
    }

    private void revive(Delivery letter) {
        Optional<DealEvent> event = works.history().find(letter.event());
        if (event.isEmpty() || isStopped()) {
            return;
        }
        Message message = works.writer().of(event.get(), held.webhook().form());
        Attempt attempt = works.sender().send(held.webhook(), message);
        if (attempt.taken()) {
            progress.revive(delivery(message, attempt, Outcome.DELIVERED, null));
        } else {
            note(message, attempt, Outcome.DEAD, null, progress.state().noted());
        }
    }

    @Override
    public void end(End end, long cursor) {
        synchronized (this) {
            subscription = null;
        }
        if (end != End.CLOSED && !isStopped()) {
            works.later(AFTER_A_FAULT, this::go);
        }
    }

    /** Saves what is new, and ends where the webhook is another's or another. */
    void flush() {
        if (!progress.flush()) {
            halt();
        }
    }

    /** Notes, once in a while, that much of the log was not for this webhook. */
    void pass(long least) {
        @Nullable EventSubscription listening;
        synchronized (this) {
            listening = subscription;
        }
        if (listening != null) {
            progress.pass(listening.reached(), least);
        }
    }

    void pass() {
        pass(PASSED);
    }

    /** Ends, and saves how far it came. */
    void stop() {
        pass(1);
        halt();
        progress.flush();
    }

    private synchronized void rest() {
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
        }
    }

    private synchronized void halt() {
        stopped = true;
        rest();
    }

    synchronized boolean isStopped() {
        return stopped;
    }
}
