package org.dealgraph.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * What webhooks' secrets are made from.
 *
 * @param key at least 32 characters, the same on every server of one graph; null for a file in the data folder
 */
@ConfigurationProperties("dealgraph.webhooks")
public record SigningSettings(@Nullable String key) {

    private static final int SHORTEST = 32;

    public SigningSettings {
        if (key != null && !key.isBlank() && key.strip().length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "could not use dealgraph.webhooks.key: it must have at least " + SHORTEST + " characters");
        }
    }

    /** Without the key, so that a log never shows it. */
    @Override
    public String toString() {
        return key == null ? "no key" : "a key";
    }
}
