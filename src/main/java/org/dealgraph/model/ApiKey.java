package org.dealgraph.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A key to the API as it is stored: without the secret, which only its holder has.
 *
 * @param id public part of the key
 * @param name whom or what it is for
 * @param hash SHA-256 of the secret, in hexadecimal; the secret has 256 random bits, so no slow hash is needed
 * @param scopes what it allows
 * @param created when it was made
 * @param expires when it ends by itself, or null
 * @param revoked when it was taken back, or null
 */
public record ApiKey(
        String id,
        String name,
        String hash,
        Set<Scope> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked) {

    public ApiKey {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** Whether it opens anything at a time. */
    public boolean standsAt(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }
}
