package org.dealgraph.output.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.output.SafeText;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A conversation with a mail server that knows how far it has come. The claim is asked for after the server has accepted
 * the recipient and before the first word of the mail, so that the time in which a crash leaves its outcome unknown is as
 * short as can be.
 */
final class Line extends SMTPTransport {

    private static final int LONGEST_REPLY = 300;
    private static final Pattern STATUS = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.\\d{1,3}\\b");
    private static final int TEMPORARY = 4;
    private static final int PERMANENT = 5;

    private enum Reached {
        ENVELOPE,
        WORDS,
        END
    }

    private Reached reached = Reached.ENVELOPE;
    private BooleanSupplier claim = () -> true;

    Line(Session session, String protocol) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
    }

    /** Nobody may send this mail. */
    private static final class NotClaimed extends MessagingException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Sends one mail.
     *
     * @param claim asked once, right before the words; where it says no, nothing is sent
     * @throws MailException where the server refuses the sender, whoever the mail is for
     */
    Outcome send(MimeMessage message, String to, BooleanSupplier claim) {
        this.reached = Reached.ENVELOPE;
        this.claim = claim;
        try {
            sendMessage(message, new InternetAddress[] {new InternetAddress(to)});
            return new Outcome.Sent(reply(getLastServerResponse()));
        } catch (NotClaimed e) {
            return new Outcome.Unclaimed();
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    private Outcome outcome(MessagingException fault) {
        for (Exception e = fault; e instanceof MessagingException each; e = each.getNextException()) {
            switch (e) {
                case SMTPSenderFailedException sender ->
                    throw new MailException(
                            "could not send: the mail server refuses the sender: "
                                    + reply(String.valueOf(sender.getMessage())),
                            sender);
                case SMTPAddressFailedException address -> {
                    return answered(address.getReturnCode(), String.valueOf(address.getMessage()), true);
                }
                case SMTPSendFailedException sent
                when sent.getReturnCode() > 0 && !(sent.getNextException() instanceof SMTPAddressFailedException) -> {
                    if (String.valueOf(sent.getCommand()).startsWith("MAIL")) {
                        throw new MailException(
                                "could not send: the mail server refuses the sender: "
                                        + reply(String.valueOf(sent.getMessage())),
                                sent);
                    }
                    return answered(sent.getReturnCode(), String.valueOf(sent.getMessage()), false);
                }
                default -> {}
            }
        }
        return broken(reply(String.valueOf(fault.getMessage())));
    }

    /** A code below zero stands for no answer at all. */
    private Outcome answered(int code, String words, boolean recipient) {
        String reply = reply(words);
        return switch (code / 100) {
            case TEMPORARY -> new Outcome.Deferred(reply);
            case PERMANENT -> new Outcome.Refused(reply, recipient && isGone(code, reply));
            default -> broken(reply);
        };
    }

    /** Before its end was sent, no server may take a mail (RFC 5321, 4.1.1.4); after it, nobody knows. */
    private Outcome broken(String what) {
        return reached == Reached.END ? new Outcome.Unknown(what) : new Outcome.Deferred(what);
    }

    /** By the enhanced status (RFC 3463: 5.1.x is a bad address) where there is one, else by the code (RFC 5321). */
    private static boolean isGone(int code, String reply) {
        Matcher status = STATUS.matcher(reply);
        return status.find() ? status.group(2).equals("1") : code == 550 || code == 551 || code == 553;
    }

    private static String reply(String words) {
        return SafeText.cut(SafeText.clean(words), LONGEST_REPLY);
    }

    @Override
    protected OutputStream data() throws MessagingException {
        if (!claim.getAsBoolean()) {
            throw new NotClaimed();
        }
        reached = Reached.WORDS;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        reached = Reached.END;
        super.finishData();
    }
}
