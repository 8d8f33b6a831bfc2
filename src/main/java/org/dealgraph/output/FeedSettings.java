package org.dealgraph.output;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.regex.Pattern;

/**
 * How feeds speak of their server.
 *
 * @param address by which readers reach it, such as {@code https://deals.example.org}, for servers behind a proxy; empty
 *     for the host that a request names
 */
@ConfigurationProperties("dealgraph.feeds")
public record FeedSettings(@Bindable(defaultValue = "") String address) {

    private static final Pattern BASE =
            Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]{1,253}(/[A-Za-z0-9._~\\-/]*)?");

    public FeedSettings {
        if (!address.isEmpty() && !BASE.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "could not use dealgraph.feeds.address: write it as https://host, not " + address);
        }
        address = address.replaceAll("/+$", "");
    }
}
