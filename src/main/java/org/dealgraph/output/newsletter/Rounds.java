package org.dealgraph.output.newsletter;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.output.mail.MailException;
import org.dealgraph.output.mail.MailSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again what is due: issues to make, mails to send, drafts to hand over. */
@Singleton
public class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    private final NewsletterSettings settings;
    private final MailSettings mail;
    private final Newsletters newsletters;
    private final Press press;
    private final Mailing mailing;
    private final HandOvers handOvers;
    private final Map<String, Instant> looked = new HashMap<>();
    private final Map<String, Instant> makeAfter = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Instant began = Clock.systemUTC().instant();
    private Instant mailAfter = Instant.MIN;
    private @Nullable Thread thread;

    Rounds(
            NewsletterSettings settings,
            MailSettings mail,
            Newsletters newsletters,
            Press press,
            Mailing mailing,
            HandOvers handOvers) {
        this.settings = settings;
        this.mail = mail;
        this.newsletters = newsletters;
        this.press = press;
        this.mailing = mailing;
        this.handOvers = handOvers;
    }

    @EventListener
    synchronized void start(ServerStartupEvent event) {
        if (settings.enabled() && thread == null) {
            LOG.info("making newsletters: {}", newsletters.listAll().size());
            thread = Thread.ofPlatform().name("newsletters").start(this::go);
        }
    }

    @EventListener
    void stop(ShutdownEvent event) {
        stopped.countDown();
        mailing.stop();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void go() {
        try {
            do {
                try {
                    round(Clock.systemUTC().instant());
                } catch (RuntimeException e) {
                    LOG.error("newsletters: this round broke off, the next goes on from what is saved", e);
                }
            } while (!stopped.await(settings.round().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look at what is due. */
    void round(Instant now) {
        for (Newsletter newsletter : newsletters.listAll()) {
            try {
                make(newsletter, now);
            } catch (IllegalArgumentException | NewsletterException e) {
                LOG.error(
                        "{}: could not be made, tried again in {}: {}", newsletter.id(), AFTER_FAILURE, e.getMessage());
                makeAfter.put(newsletter.id(), now.plus(AFTER_FAILURE));
            }
        }
        work(now);
    }

    /** Publishes what is new in a newsletter now, whenever it is due, and begins to send it; empty where nothing is. */
    public Optional<Issue> publishNow(Newsletter newsletter) {
        Instant now = Clock.systemUTC().instant();
        Optional<Issue> issue = press.publish(newsletter, now);
        if (!settings.enabled()) {
            work(now);
        }
        return issue;
    }

    private synchronized void work(Instant now) {
        handOvers.run();
        if (now.isBefore(mailAfter)) {
            return;
        }
        try {
            mailing.run(settings.enabled() ? mail.perMinute() : Integer.MAX_VALUE);
        } catch (MailException e) {
            LOG.warn("{}: tried again in {}", e.getMessage(), AFTER_FAULT);
            mailAfter = now.plus(AFTER_FAULT);
        }
    }

    private void make(Newsletter newsletter, Instant now) {
        if (newsletter.schedule() == null || now.isBefore(makeAfter.getOrDefault(newsletter.id(), Instant.MIN))) {
            return;
        }
        Instant from = looked.computeIfAbsent(newsletter.id(), id -> from(newsletter, now));
        Optional<Instant> due = new Schedule(newsletter.schedule()).last(from, now);
        if (due.isPresent()) {
            Optional<Issue> issue = press.publish(newsletter, due.get());
            LOG.info("{}: {}", newsletter.id(), issue.map(Issue::subject).orElse("nothing new, no issue"));
            looked.put(newsletter.id(), due.get());
        }
    }

    /** Since when due times count: what was due while no server ran is made up for, the last of it, and not too late. */
    private Instant from(Newsletter newsletter, Instant now) {
        Instant earliest = now.minus(settings.late());
        return press.latest(newsletter)
                .map(Issue::published)
                .map(last -> last.isAfter(earliest) ? last : earliest)
                .orElse(began.isBefore(now) ? began : now);
    }
}
