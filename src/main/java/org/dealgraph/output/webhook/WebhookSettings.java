package org.dealgraph.output.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How webhooks are served.
 *
 * @param enabled whether this server delivers
 * @param retries pauses after the first failure of a message, the second and so on; null for those of the Standard
 *     Webhooks specification, over three days
 * @param giveUp how long nothing may have been taken before a webhook is disabled
 * @param look how often changes of webhooks are looked for
 * @param flush how often it is saved how far deliveries have come: what a crash delivers again
 * @param lease for how long one server of several holds a webhook without a word
 * @param kept attempts in the log of a webhook
 */
@ConfigurationProperties("dealgraph.webhooks")
public record WebhookSettings(
        @Bindable(defaultValue = "true") boolean enabled,
        @Nullable List<Duration> retries,
        @Bindable(defaultValue = "5d") Duration giveUp,
        @Bindable(defaultValue = "1s") Duration look,
        @Bindable(defaultValue = "250ms") Duration flush,
        @Bindable(defaultValue = "60s") Duration lease,
        @Bindable(defaultValue = "1000") int kept) {

    private static final List<Duration> STANDARD = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    public WebhookSettings {
        retries = retries == null || retries.isEmpty() ? STANDARD : List.copyOf(retries);
        boolean usable = look.toMillis() > 0 && flush.toMillis() > 0 && lease.toMillis() > 0 && kept > 0;
        if (!usable || retries.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException(
                    "could not use dealgraph.webhooks: look, flush, lease and kept must be above zero, retries not below");
        }
    }

    /** As the operator gets them who sets nothing. */
    public static WebhookSettings standard() {
        return new WebhookSettings(
                true,
                null,
                Duration.ofDays(5),
                Duration.ofSeconds(1),
                Duration.ofMillis(250),
                Duration.ofSeconds(60),
                1_000);
    }

    List<Duration> pauses() {
        return retries == null ? STANDARD : retries;
    }
}
