package org.dealgraph.pipeline.poll;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dealgraph.model.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls for as long as the server runs, where {@code dealgraph.poll.enabled} says so. What it needs is made when it starts
 * and not before: whoever runs without a server must not open the graph by ending.
 */
@Singleton
final class PollingThread {

    private static final Logger LOG = LoggerFactory.getLogger(PollingThread.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final PollSettings settings;
    private final BeanProvider<Polling> polling;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    PollingThread(PollSettings settings, BeanProvider<Polling> polling) {
        this.settings = settings;
        this.polling = polling;
    }

    /** Begins, where that is wanted and not done already. */
    @EventListener
    synchronized void start(ServerStartupEvent event) {
        if (settings.enabled() && thread == null) {
            Polling sources = polling.get();
            thread = Thread.ofPlatform().name("polling").start(() -> poll(sources));
        }
    }

    /** Stops gracefully: what is under way is taken in, as far as it ends in time. */
    @EventListener
    synchronized void stop(ShutdownEvent event) {
        stopped.countDown();
        if (thread != null) {
            try {
                thread.join(settings.patience().multipliedBy(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void poll(Polling all) {
        boolean again = true;
        while (again) {
            try {
                pollUntilChanged(all, all.sources());
                again = stopped.getCount() > 0;
            } catch (InterruptedException e) {
                again = false;
            } catch (RuntimeException e) {
                LOG.error("polling stopped, and goes on from what is saved in {}", AFTER_FAULT, e);
                again = waited();
            }
        }
    }

    private void pollUntilChanged(Polling all, List<Source> sources) throws InterruptedException {
        LOG.info("polling {} sources", sources.size());
        Instant looked = clock.instant();
        try (PollingRun run = all.open(sources, clock, state -> {})) {
            while (stopped.getCount() > 0) {
                run.turn(ROUND);
                if (all.shouldLook() || clock.instant().isAfter(looked.plus(LOOK_AGAIN))) {
                    looked = clock.instant();
                    if (!all.sources().equals(sources)) {
                        return;
                    }
                }
            }
        }
    }

    /** Waits a while; false where the server stops meanwhile. */
    private boolean waited() {
        try {
            return !stopped.await(AFTER_FAULT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
