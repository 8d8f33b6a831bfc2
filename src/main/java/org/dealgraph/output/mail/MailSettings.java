package org.dealgraph.output.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Optional;
import org.dealgraph.model.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * The server that mails leave by. Without {@code host} nothing is sent.
 *
 * @param host of the mail server, or null
 * @param port 587 for a submission server with STARTTLS, 465 for one with TLS from the beginning
 * @param security how the line is kept secret
 * @param username or null where the server asks for none
 * @param password or null
 * @param from sender of newsletters that name none, as {@code Name <name@host>}, or null
 * @param bounces address that mail servers tell about what they could not deliver, or null for the sender's
 * @param perMinute mails a minute at most
 * @param timeout for the server to answer one command
 * @param unknownAfter how long after its claim a mail whose outcome nobody wrote down counts as unknown; longer than a
 *     mail can take
 */
@ConfigurationProperties("dealgraph.smtp")
public record MailSettings(
        @Nullable String host,
        @Bindable(defaultValue = "587") int port,
        @Bindable(defaultValue = "STARTTLS") Security security,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @Nullable String bounces,
        @Bindable(defaultValue = "60") int perMinute,
        @Bindable(defaultValue = "5m") Duration timeout,
        @Bindable(defaultValue = "20m") Duration unknownAfter) {

    /** How the line to the mail server is kept secret. */
    public enum Security {
        /** Begins in the clear and must change to TLS before anything is said. */
        STARTTLS,
        /** TLS from the beginning. */
        TLS,
        /** In the clear; for a server on this machine only. */
        NONE
    }

    public MailSettings {
        if (perMinute < 1) {
            throw new IllegalArgumentException("could not use dealgraph.smtp.per-minute: it is below 1");
        }
        if (security == Security.NONE && host != null && !isLocal(host)) {
            throw new IllegalArgumentException(
                    "could not use dealgraph.smtp.security: NONE is for a mail server on this machine, not " + host);
        }
        check("from", from);
        check("bounces", bounces);
    }

    private static void check(String key, @Nullable String address) {
        if (address != null && Mailbox.parse(address).isEmpty()) {
            throw new IllegalArgumentException(
                    "could not use dealgraph.smtp." + key + ": write it as Name <name@example.org>, not " + address);
        }
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /** Whether mails can be sent at all. */
    public boolean isSet() {
        return host != null && !host.isBlank();
    }

    /** The sender of newsletters that name none. */
    public Optional<Mailbox> sender() {
        return Optional.ofNullable(from).flatMap(Mailbox::parse);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + security + "]";
    }
}
