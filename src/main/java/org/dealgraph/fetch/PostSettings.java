package org.dealgraph.fetch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How messages are posted to webhooks.
 *
 * @param loopback whether webhooks may be at loopback addresses, at any port and without TLS: for development only
 * @param timeout for a whole post, the answer's head included
 */
@ConfigurationProperties("dealgraph.webhooks")
public record PostSettings(
        @Bindable(defaultValue = "false") boolean loopback,
        @Bindable(defaultValue = "20s") Duration timeout) {

    Addresses addresses() {
        return loopback ? Addresses.withLoopback() : Addresses.open();
    }
}
