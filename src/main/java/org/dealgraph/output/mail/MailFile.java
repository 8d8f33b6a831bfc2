package org.dealgraph.output.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.dealgraph.briefing.RenderedBriefing;
import org.dealgraph.model.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * A mail to nobody yet, as a file that mail programs open, to be read or sent on: text and HTML as alternatives (RFC 5322,
 * RFC 2046). The same parts make the same bytes.
 */
public final class MailFile {

    /** Its media type. */
    public static final String TYPE = "message/rfc822";

    private static final Mailbox NOBODY =
            Mailbox.parse("Dealgraph <briefing@dealgraph.invalid>").orElseThrow();

    private MailFile() {}

    /**
     * The file, all of it ASCII.
     *
     * @param from who it is from; {@code null} where nobody is named
     * @param briefing in the format of mails
     * @param date its date
     */
    public static String of(@Nullable Mailbox from, RenderedBriefing briefing, Instant date) {
        Mailbox sender = from == null ? NOBODY : from;
        Letter letter = new Letter(
                sender,
                null,
                sender,
                briefing.title(),
                briefing.parts().getFirst().text(),
                briefing.parts().getLast().text(),
                briefing.tag() + "@" + sender.domain(),
                date,
                Map.of("X-Unsent", "1"));
        try {
            LetterMessage message = LetterMessage.of(Session.getInstance(new Properties()), letter);
            message.removeHeader("To");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toString(StandardCharsets.US_ASCII);
        } catch (MessagingException | IOException e) {
            throw new MailException("could not write a mail: " + e.getMessage(), e);
        }
    }
}
