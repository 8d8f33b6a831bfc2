package org.dealgraph.output.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.dealgraph.model.Mailbox;
import org.dealgraph.output.mail.MailSettings.Security;
import org.jspecify.annotations.Nullable;

/** Takes mails to the mail server, one after another over one line, which is opened anew where it broke or grew old. */
public final class Postman implements AutoCloseable {

    private static final int MOST_ON_ONE_LINE = 100;

    private final MailSettings settings;
    private final Session session;
    private @Nullable Line line;
    private int sent;

    /**
     * @param sender whose domain this machine greets with, and who is told of bounces where the settings name nobody
     * @param trust makes TLS sockets, or null for those of the platform, which trusts public authorities
     */
    public Postman(MailSettings settings, Mailbox sender, @Nullable SSLSocketFactory trust) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, sender, trust));
    }

    private static Properties properties(MailSettings s, Mailbox sender, @Nullable SSLSocketFactory trust) {
        Properties all = new Properties();
        String timeout = Long.toString(s.timeout().toMillis());
        for (String protocol : new String[] {"smtp", "smtps"}) {
            String mail = "mail." + protocol + ".";
            all.put(mail + "host", String.valueOf(s.host()));
            all.put(mail + "port", Integer.toString(s.port()));
            all.put(mail + "auth", Boolean.toString(s.username() != null));
            all.put(mail + "starttls.enable", Boolean.toString(s.security() == Security.STARTTLS));
            all.put(mail + "starttls.required", Boolean.toString(s.security() == Security.STARTTLS));
            all.put(mail + "ssl.checkserveridentity", "true");
            all.put(mail + "connectiontimeout", timeout);
            all.put(mail + "timeout", timeout);
            all.put(mail + "writetimeout", timeout);
            all.put(mail + "quitwait", "false");
            all.put(mail + "localhost", sender.domain());
            all.put(mail + "from", bounces(s, sender));
            if (trust != null) {
                all.put(mail + "ssl.socketFactory", trust);
            }
        }
        return all;
    }

    private static String bounces(MailSettings settings, Mailbox sender) {
        return Mailbox.parse(settings.bounces() == null ? "" : settings.bounces())
                .orElse(sender)
                .address();
    }

    /**
     * Sends one mail; {@code claim} is asked right before its words leave.
     *
     * @throws MailException where no mail can be sent just now; then this one was not
     */
    public Outcome send(Letter letter, BooleanSupplier claim) {
        LetterMessage message = message(letter);
        Outcome outcome = open().send(message, letter.to().address(), claim);
        sent++;
        if (!(outcome instanceof Outcome.Sent) || sent >= MOST_ON_ONE_LINE) {
            close();
        }
        return outcome;
    }

    private LetterMessage message(Letter letter) {
        try {
            return LetterMessage.of(session, letter);
        } catch (MessagingException e) {
            throw new MailException("could not write a mail: " + e.getMessage(), e);
        }
    }

    private Line open() {
        Line known = line;
        if (known != null && known.isConnected()) {
            return known;
        }
        close();
        Line made = new Line(session, settings.security() == Security.TLS ? "smtps" : "smtp");
        try {
            made.connect(settings.host(), settings.port(), settings.username(), settings.password());
        } catch (AuthenticationFailedException e) {
            throw new MailException(
                    "could not send: the mail server at " + settings.host() + " does not know the name and password",
                    e);
        } catch (MessagingException e) {
            throw new MailException(
                    "could not reach the mail server at " + settings.host() + ":" + settings.port() + ": "
                            + e.getMessage(),
                    e);
        }
        line = made;
        sent = 0;
        return made;
    }

    @Override
    public void close() {
        Line open = line;
        line = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // The mails that left over it have their answers; how it ends is of no matter.
                return;
            }
        }
    }
}
