package org.dealgraph.output.newsletter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where newsletters are found, and whether this server makes and sends them by itself.
 *
 * @param enabled whether the server makes issues when they are due, mails them and hands them over; off, because it
 *     writes to people in the operator's name
 * @param folder with one file a newsletter, or null for {@code ingest/newsletters}
 * @param subscribers folder with the files of addresses, or null where nothing is mailed
 * @param round time between two looks at what is due
 * @param late how late an issue may still be made that was due while no server ran
 */
@ConfigurationProperties("dealgraph.newsletters")
public record NewsletterSettings(
        @Bindable(defaultValue = "false") boolean enabled,
        @Nullable Path folder,
        @Nullable Path subscribers,
        @Bindable(defaultValue = "20s") Duration round,
        @Bindable(defaultValue = "1d") Duration late) {}
