package org.dealgraph.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts requests by key, or by address where none is shown, in windows of a minute that begin with the first request. */
@Singleton
public final class RateLimits {

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int CALLERS = 100_000;

    private final AccessSettings settings;
    private final LongSupplier nanos;
    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    @Inject
    RateLimits(AccessSettings settings) {
        this(settings, System::nanoTime);
    }

    RateLimits(AccessSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /**
     * Whether one more request is let in.
     *
     * @param allowed whether it is
     * @param limit requests a minute
     * @param remaining how many more in this window
     * @param reset seconds until the next window
     */
    public record Decision(boolean allowed, long limit, long remaining, long reset) {}

    /** Counts a request. */
    public Decision take(Caller caller) {
        long limit = limit(caller);
        Window window = windows.get((caller.isAnonymous() ? "address " : "key ") + caller.id(), id -> new Window());
        return window.take(limit, nanos.getAsLong());
    }

    private long limit(Caller caller) {
        if (!caller.isAnonymous()) {
            return settings.keyPerMinute();
        }
        return Address.isLocal(caller.id()) ? settings.localPerMinute() : settings.anonymousPerMinute();
    }

    /** The requests of one caller. */
    private static final class Window {

        private long start = Long.MIN_VALUE;
        private long taken;

        private synchronized Decision take(long limit, long now) {
            if (start == Long.MIN_VALUE || now - start >= WINDOW) {
                start = now;
                taken = 0;
            }
            boolean allowed = taken < limit;
            taken += allowed ? 1 : 0;
            return new Decision(allowed, limit, limit - taken, (WINDOW - (now - start) + SECOND - 1) / SECOND);
        }
    }
}
