package org.dealgraph.api.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.dealgraph.access.Caller;
import org.jspecify.annotations.Nullable;

/** Who reserved a connection; a reservation that nobody comes for ends after a minute. */
@Singleton
final class Reservations {

    private static final Duration UNCLAIMED = Duration.ofMinutes(1);
    private static final int WAITING = 10_000;
    private static final int TOKEN_BYTES = 24;

    private final LiveSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Reservation> claimed = new ConcurrentHashMap<>();
    private final Cache<String, Reservation> waiting = Caffeine.newBuilder()
            .maximumSize(WAITING)
            .expireAfterWrite(UNCLAIMED)
            .removalListener(
                    (@Nullable String token,
                            @Nullable Reservation reservation,
                            com.github.benmanes.caffeine.cache.RemovalCause why) -> {
                        if (reservation != null && why.wasEvicted()) {
                            reservation.cancel();
                        }
                    })
            .build();

    Reservations(LiveSettings settings) {
        this.settings = settings;
    }

    /** Reserves a connection for one who, as long as it is open, may read while {@code standing} says so. */
    Reservation create(Caller caller, BooleanSupplier standing) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Reservation reservation = new Reservation(token, caller, standing, settings, () -> claimed.remove(token));
        waiting.put(token, reservation);
        return reservation;
    }

    Optional<Reservation> find(@Nullable String token, Caller caller) {
        if (token == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(claimed.get(token))
                .or(() -> Optional.ofNullable(waiting.getIfPresent(token)))
                .filter(reservation -> reservation.isOf(caller));
    }

    /** Lets one connection have it; false where another has. */
    boolean claim(Reservation reservation) {
        if (!reservation.take()) {
            return false;
        }
        claimed.put(reservation.token(), reservation);
        waiting.invalidate(reservation.token());
        return true;
    }
}
