package org.dealgraph.output.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.TreeMap;
import org.dealgraph.model.Mailbox;
import org.dealgraph.output.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the form that mail servers take: its plain text and its HTML as alternatives. No header holds a control
 * character, whatever its text was.
 */
final class LetterMessage extends MimeMessage {

    private static final String UTF_8 = "utf-8";

    private final String id;

    private LetterMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    static LetterMessage of(Session session, Letter letter) throws MessagingException {
        LetterMessage message = new LetterMessage(session, letter.id());
        message.setFrom(address(letter.from()));
        Mailbox replyTo = letter.replyTo();
        if (replyTo != null) {
            message.setReplyTo(new InternetAddress[] {address(replyTo)});
        }
        message.setRecipient(Message.RecipientType.TO, address(letter.to()));
        message.setSubject(SafeText.clean(letter.subject()), UTF_8);
        message.setSentDate(Date.from(letter.date()));
        for (var header : new TreeMap<>(letter.headers()).entrySet()) {
            message.setHeader(header.getKey(), SafeText.clean(header.getValue()));
        }
        message.setContent(new Alternatives(letter.id(), part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** Parts between lines that no quoted-printable text can hold, made from the letter's id, so that it is the same each time. */
    private static final class Alternatives extends MimeMultipart {

        private static final int LONGEST = 60;

        Alternatives(String id, MimeBodyPart... parts) throws MessagingException {
            super("alternative", parts);
            ContentType type = new ContentType(contentType);
            type.setParameter("boundary", "=_" + SafeText.cut(id.replaceAll("[^A-Za-z0-9]", "-"), LONGEST));
            contentType = type.toString();
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replace("\r\n", "\n").replace("\n", "\r\n"), UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress address(Mailbox mailbox) {
        try {
            @Nullable String name = mailbox.name().isEmpty() ? null : SafeText.clean(mailbox.name());
            return new InternetAddress(mailbox.address(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("could not write an address: this Java has no UTF-8", e);
        }
    }

    /** Called whenever the message is saved; the library would make a new id each time. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }
}
