package org.dealgraph.output.newsletter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.dealgraph.graph.DispatchRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.IssueRepository;
import org.dealgraph.model.Dispatch;
import org.dealgraph.model.Dispatch.State;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Mailbox;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Suppression;
import org.dealgraph.output.mail.MailException;
import org.dealgraph.output.mail.MailSettings;
import org.dealgraph.output.mail.Outcome;
import org.dealgraph.output.mail.Pace;
import org.dealgraph.output.mail.Postman;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was written down to be sent. Before the words of a mail leave, it is claimed in the graph, and a claim is
 * never given twice: whatever crashes when, an address gets an issue once or, where the crash fell between the claim and
 * the mail server's answer, once or not at all. That it is not known which is told, and nothing is sent again.
 */
@Singleton
public final class Mailing {

    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
    private static final int AT_ONCE = 100;

    /** Waits between attempts where a server says "not now". */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final GraphStore store;
    private final DispatchRepository dispatches;
    private final IssueRepository issues;
    private final Newsletters newsletters;
    private final Letters letters;
    private final MailSettings settings;
    private final Pace pace;
    private final Clock clock;
    private final @Nullable SSLSocketFactory trust;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    Mailing(
            GraphStore store,
            DispatchRepository dispatches,
            IssueRepository issues,
            Newsletters newsletters,
            Letters letters,
            MailSettings settings,
            @Nullable MailTrust trust) {
        this(store, dispatches, issues, newsletters, letters, settings, Clock.systemUTC(), trust);
    }

    Mailing(
            GraphStore store,
            DispatchRepository dispatches,
            IssueRepository issues,
            Newsletters newsletters,
            Letters letters,
            MailSettings settings,
            Clock clock,
            @Nullable MailTrust trust) {
        this.store = store;
        this.dispatches = dispatches;
        this.issues = issues;
        this.newsletters = newsletters;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
        this.trust = trust == null ? null : trust.sockets();
        this.pace = new Pace(settings.perMinute(), System::nanoTime);
    }

    /** Ends a run after the mail that is under way. */
    void stop() {
        stopped.countDown();
    }

    /**
     * Sends at most so many of the mails that are due, at the pace that is set.
     *
     * @return how many were looked at
     * @throws MailException where the mail server is not there or refuses the sender; what is left stays due
     */
    public int run(int most) {
        Instant now = clock.instant();
        long lost = store.write(tx -> dispatches.giveUp(tx, now.minus(settings.unknownAfter())));
        if (lost > 0) {
            LOG.warn(
                    "{} mails were claimed and never accounted for: they may have arrived, and are not sent again",
                    lost);
        }
        if (!settings.isSet()) {
            return 0;
        }
        Run run = new Run();
        try {
            return run.go(most);
        } finally {
            run.postmen.values().forEach(Postman::close);
        }
    }

    /** One run, with the lines that it opened and what it has looked up. */
    private final class Run {

        private final Map<String, Postman> postmen = new HashMap<>();
        private final Map<String, Optional<Issue>> known = new HashMap<>();
        private final Map<String, Map<String, Mailbox>> lists = new HashMap<>();

        int go(int most) {
            int done = 0;
            while (done < most) {
                int left = Math.min(AT_ONCE, most - done);
                List<Dispatch> due = store.read(tx -> dispatches.listDue(tx, clock.instant(), left));
                for (Dispatch dispatch : due) {
                    if (stopped.getCount() == 0) {
                        return done;
                    }
                    take(dispatch);
                    done++;
                }
                if (due.size() < left) {
                    return done;
                }
            }
            return done;
        }

        private void take(Dispatch dispatch) {
            Optional<Issue> issue =
                    known.computeIfAbsent(dispatch.issue(), id -> store.read(tx -> issues.find(tx, id)));
            Optional<Newsletter> newsletter = issue.flatMap(i -> newsletters.find(i.newsletter()));
            Optional<Mailbox> to = newsletter.flatMap(
                    n -> Optional.ofNullable(lists.computeIfAbsent(n.id(), id -> newsletters.subscribers(n))
                            .get(dispatch.recipient())));
            if (to.isEmpty()) {
                settle(dispatch, State.SKIPPED, null, "not on the list any more");
                return;
            }
            Optional<Suppression> against = store.read(
                    tx -> dispatches.findSuppression(tx, newsletter.get().id(), dispatch.recipient()));
            if (against.isPresent()) {
                settle(dispatch, State.SKIPPED, null, against.get().reason().name());
                return;
            }
            send(dispatch, newsletter.get(), issue.orElseThrow(), to.get());
        }

        private void send(Dispatch dispatch, Newsletter newsletter, Issue issue, Mailbox to) {
            Mailbox sender = letters.sender(newsletter);
            Postman postman =
                    postmen.computeIfAbsent(sender.address(), address -> new Postman(settings, sender, trust));
            await(pace.turn());
            AtomicInteger attempts = new AtomicInteger();
            Outcome outcome = postman.send(
                    letters.letter(newsletter, issue, to, clock.instant()),
                    () -> claim(dispatch, newsletter, attempts));
            finish(dispatch, attempts.get(), outcome);
        }
    }

    /** Whether this mail may be sent, by this process and now; where it may, nobody else ever gets that answer. */
    private boolean claim(Dispatch dispatch, Newsletter newsletter, AtomicInteger attempts) {
        attempts.set(store.write(tx -> dispatches
                        .findSuppression(tx, newsletter.id(), dispatch.recipient())
                        .isPresent()
                ? 0
                : dispatches.claim(tx, dispatch, clock.instant()).orElse(0)));
        return attempts.get() > 0;
    }

    private void finish(Dispatch dispatch, int claimed, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent sent -> save(dispatch, claimed, State.SENT, null, sent.reply());
            case Outcome.Unknown unknown -> save(dispatch, claimed, State.UNKNOWN, null, unknown.reply());
            case Outcome.Unclaimed none -> LOG.debug("{} was not sent: it is not to be sent any more", dispatch.id());
            case Outcome.Deferred deferred -> defer(dispatch, claimed, deferred.reply());
            case Outcome.Refused refused -> refuse(dispatch, claimed, refused);
        }
    }

    private void defer(Dispatch dispatch, int claimed, String reply) {
        int attempts = claimed > 0 ? claimed : dispatch.attempts() + 1;
        boolean over = attempts > WAITS.size();
        @Nullable Instant due = over ? null : clock.instant().plus(WAITS.get(attempts - 1));
        State state = over ? State.FAILED : State.DEFERRED;
        if (claimed > 0) {
            save(dispatch, claimed, state, due, reply);
        } else {
            settle(dispatch, state, due, reply);
        }
    }

    private void refuse(Dispatch dispatch, int claimed, Outcome.Refused refused) {
        if (refused.gone()) {
            store.run(tx -> dispatches.save(
                    tx,
                    new Suppression(
                            dispatch.recipient(), null, Suppression.Reason.BOUNCED, clock.instant(), refused.reply())));
        }
        if (claimed > 0) {
            save(dispatch, claimed, State.REFUSED, null, refused.reply());
        } else {
            settle(dispatch, State.REFUSED, null, refused.reply());
        }
    }

    /** For one who has the claim. */
    private void save(Dispatch dispatch, int attempts, State state, @Nullable Instant due, String reply) {
        store.run(tx -> dispatches.save(tx, changed(dispatch, attempts, state, due, reply)));
    }

    /** For one who has none: claims first, so that what another has sent meanwhile stays sent. */
    private void settle(Dispatch dispatch, State state, @Nullable Instant due, String reply) {
        store.run(tx -> dispatches
                .claim(tx, dispatch, clock.instant())
                .ifPresent(attempts -> dispatches.save(tx, changed(dispatch, attempts, state, due, reply))));
    }

    private Dispatch changed(Dispatch dispatch, int attempts, State state, @Nullable Instant due, String reply) {
        return new Dispatch(dispatch.issue(), dispatch.recipient(), state, attempts, due, clock.instant(), reply);
    }

    private void await(Duration time) {
        try {
            if (time.isPositive() && stopped.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.info("the mail under way is the last before the stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NewsletterException("could not finish: interrupted", e);
        }
    }
}
