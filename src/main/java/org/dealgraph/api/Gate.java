package org.dealgraph.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dealgraph.access.AccessSettings;
import org.dealgraph.access.Address;
import org.dealgraph.access.Caller;
import org.dealgraph.access.Keyring;
import org.dealgraph.access.RateLimits;
import org.dealgraph.access.RateLimits.Decision;
import org.dealgraph.model.ApiKey;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;

/** Tells who sends a request, by the key that it shows or else by its address, and whether one more is let in. */
@Singleton
public final class Gate {

    static final String CALLER = "dealgraph.caller";

    static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final String BEARER = "bearer ";

    private final AccessSettings settings;
    private final Keyring keyring;
    private final IntakeKey own;
    private final RateLimits rates;

    Gate(AccessSettings settings, Keyring keyring, IntakeKey own, RateLimits rates) {
        this.settings = settings;
        this.keyring = keyring;
        this.own = own;
        this.rates = rates;
    }

    /** Who sent a request that was let in. */
    public static Caller caller(HttpRequest<?> request) {
        return request.getAttribute(CALLER, Caller.class)
                .orElseThrow(() -> new IllegalStateException("could not tell who sent a request: it was not let in"));
    }

    /** Who shows this value of an Authorization header; empty for one that opens nothing. May read the database. */
    public Optional<Caller> find(String authorization) {
        return find(authorization, keyring::find);
    }

    /** The same for what was looked up a moment ago; reads nothing. */
    public Optional<Caller> recall(String authorization) {
        return find(authorization, keyring::recall);
    }

    /** Whether the one who sent a request may still read, however long ago that was. May read the database. */
    public BooleanSupplier standing(HttpRequest<?> request) {
        String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return shown == null
                ? () -> true
                : () -> find(shown).filter(caller -> caller.may(Scope.READ)).isPresent();
    }

    private Optional<Caller> find(String authorization, Function<String, Optional<ApiKey>> keys) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.empty();
        }
        String text = authorization.substring(BEARER.length()).strip();
        if (MessageDigest.isEqual(
                own.value().getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8))) {
            return Optional.of(new Caller("server", "server", Set.of(Scope.ADMIN)));
        }
        return keys.apply(text).map(key -> new Caller(key.id(), key.name(), key.scopes()));
    }

    /** One without a key. */
    public Caller anonymous(HttpRequest<?> request) {
        return anonymous(
                request.getRemoteAddress().getAddress(), request.getHeaders().get(FORWARDED_FOR));
    }

    /** One without a key at an address, with what a proxy says whom it forwards for. */
    Caller anonymous(InetAddress peer, @Nullable String forwardedFor) {
        return Caller.anonymous(
                Address.of(peer, forwardedFor, settings), settings.anonymous() ? Set.of(Scope.READ) : Set.of());
    }

    public Decision take(Caller caller) {
        return rates.take(caller);
    }

    /** Whether a script of another host's page, which the browser names in the header Origin, is to be kept out. */
    public boolean isStrange(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return origin != null && !settings.names(origin) && !authority(origin).equalsIgnoreCase(host);
    }

    private static String authority(@Nullable String origin) {
        try {
            return Optional.ofNullable(URI.create(String.valueOf(origin)).getRawAuthority())
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
