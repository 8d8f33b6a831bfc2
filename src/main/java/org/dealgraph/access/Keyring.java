package org.dealgraph.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.KeyRepository;
import org.dealgraph.model.ApiKey;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys, takes them back and recognises them. A key is {@code dg_ID_SECRET}: the id is public, of the secret only the
 * hash is kept. What was looked up is believed for a few seconds, so that a key that another process took back still opens
 * for that long and not longer.
 */
@Singleton
public final class Keyring {

    private static final String PREFIX = "dg_";
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 200;
    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private final GraphStore store;
    private final KeyRepository keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<ApiKey>> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

    @Inject
    Keyring(GraphStore store, KeyRepository keys) {
        this(store, keys, Clock.systemUTC());
    }

    Keyring(GraphStore store, KeyRepository keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A key that was just made.
     *
     * @param key as it is stored
     * @param text what its holder shows; it cannot be had again
     */
    public record Issued(ApiKey key, String text) {}

    /** Makes a key; it ends after {@code lifetime}, or never. */
    public Issued create(String name, Set<Scope> scopes, @Nullable Duration lifetime) {
        String id = HexFormat.of().formatHex(bytes(ID_BYTES));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        Instant now = clock.instant();
        ApiKey key =
                new ApiKey(id, name, hash(secret), scopes, now, lifetime == null ? null : now.plus(lifetime), null);
        store.run(tx -> keys.save(tx, key));
        return new Issued(key, PREFIX + id + "_" + secret);
    }

    /** Every key, also those that open nothing any more, oldest first. */
    public List<ApiKey> listAll() {
        return store.read(keys::listAll);
    }

    /** Takes a key back; empty where there is none with this id. */
    public Optional<ApiKey> revoke(String id) {
        Optional<ApiKey> revoked = store.write(tx -> keys.revoke(tx, id, clock.instant()));
        known.invalidate(id);
        return revoked;
    }

    /** The key that a text is, where it is one that stands now. */
    public Optional<ApiKey> find(String text) {
        return find(text, id -> known.get(id, wanted -> store.read(tx -> keys.find(tx, wanted))));
    }

    /** The same where it was looked up a moment ago; reads nothing. */
    public Optional<ApiKey> recall(String text) {
        return find(text, id -> Optional.ofNullable(known.getIfPresent(id)).flatMap(key -> key));
    }

    private Optional<ApiKey> find(String text, Function<String, Optional<ApiKey>> byId) {
        String[] parts = text.split("_", 3);
        if (text.length() > LONGEST || parts.length < 3 || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String hash = hash(parts[2]);
        return byId.apply(parts[1])
                .filter(key -> MessageDigest.isEqual(ascii(key.hash()), ascii(hash)))
                .filter(key -> key.standsAt(clock.instant()));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash a key: this Java has no SHA-256", e);
        }
    }
}
