package org.dealgraph.fetch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the web is asked.
 *
 * @param agent product token that robots.txt files know us by
 * @param contact an address where a publisher reaches the operator; goes into the User-Agent; or null
 * @param loopback whether loopback addresses may be fetched, at any port: for development only
 * @param timeout for a whole fetch, redirects and body included
 * @param largest bytes of a body, packed or unpacked
 * @param redirects that are followed at most
 * @param delay between two requests to one host
 * @param robots whether robots.txt is heeded; off only for loopback hosts
 */
@ConfigurationProperties("dealgraph.fetch")
public record FetchSettings(
        @Bindable(defaultValue = "Dealgraph") String agent,
        @Nullable String contact,
        @Bindable(defaultValue = "false") boolean loopback,
        @Bindable(defaultValue = "30s") Duration timeout,
        @Bindable(defaultValue = "15728640") int largest,
        @Bindable(defaultValue = "8") int redirects,
        @Bindable(defaultValue = "1s") Duration delay,
        @Bindable(defaultValue = "true") boolean robots) {

    /** As the operator gets them who sets nothing. */
    public static FetchSettings standard() {
        return new FetchSettings(
                "Dealgraph", null, false, Duration.ofSeconds(30), 15 << 20, 8, Duration.ofSeconds(1), true);
    }

    /** The same, but for loopback and the pause between requests. */
    public FetchSettings forLoopback(Duration pause) {
        return new FetchSettings(agent, contact, true, timeout, largest, redirects, pause, robots);
    }

    /** The same, naming somebody to complain to. */
    public FetchSettings by(@Nullable String operator) {
        return new FetchSettings(agent, operator, loopback, timeout, largest, redirects, delay, robots);
    }

    /** The same with another bound on time. */
    public FetchSettings within(Duration time) {
        return new FetchSettings(agent, contact, loopback, time, largest, redirects, delay, robots);
    }

    /** What servers see: who asks, and where to complain. */
    public String userAgent() {
        return contact == null || contact.isBlank() ? agent + "/0.1" : "%s/0.1 (+%s)".formatted(agent, contact.strip());
    }

    Addresses addresses() {
        return loopback ? Addresses.withLoopback() : Addresses.open();
    }
}
