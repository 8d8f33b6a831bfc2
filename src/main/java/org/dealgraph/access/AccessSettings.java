package org.dealgraph.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in and how often.
 *
 * @param anonymous whether those without a key may read
 * @param anonymousPerMinute requests a minute of one address without a key
 * @param keyPerMinute requests a minute of one key
 * @param localPerMinute requests a minute of this machine's own address without a key
 * @param proxies addresses of proxies whose X-Forwarded-For is believed
 * @param origins of pages on other hosts whose scripts may open a WebSocket, such as https://example.org
 */
@ConfigurationProperties("dealgraph.access")
public record AccessSettings(
        @Bindable(defaultValue = "true") boolean anonymous,
        @Bindable(defaultValue = "1200") int anonymousPerMinute,
        @Bindable(defaultValue = "12000") int keyPerMinute,
        @Bindable(defaultValue = "6000000") int localPerMinute,
        @Nullable List<String> proxies,
        @Nullable List<String> origins) {

    /** Whether a proxy's word on whom it forwards for is believed. */
    boolean believes(String address) {
        return proxies != null && proxies.contains(address);
    }

    /** Whether the pages of an origin are named. */
    public boolean names(String origin) {
        return origins != null && origins.contains(origin);
    }
}
