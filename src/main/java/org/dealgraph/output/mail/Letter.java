package org.dealgraph.output.mail;

import java.time.Instant;
import java.util.Map;
import org.dealgraph.model.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one address, before it is written as one.
 *
 * @param from who it is from
 * @param replyTo where answers go, or null
 * @param to whom it goes to
 * @param subject one line
 * @param text its body as plain text
 * @param html its body as a whole HTML document
 * @param id its Message-ID without brackets: the same whenever this mail is written
 * @param date when it is sent
 * @param headers further headers by name
 */
public record Letter(
        Mailbox from,
        @Nullable Mailbox replyTo,
        Mailbox to,
        String subject,
        String text,
        String html,
        String id,
        Instant date,
        Map<String, String> headers) {

    public Letter {
        headers = Map.copyOf(headers);
    }
}
