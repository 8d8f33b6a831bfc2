package org.dealgraph.output.mail;

import org.jspecify.annotations.Nullable;

/** Mails cannot be sent at all just now: the mail server is not there, or refuses the sender. */
public final class MailException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
