package org.dealgraph.output.newsletter;

import org.jspecify.annotations.Nullable;

/** A newsletter cannot be made, sent or handed over as it was asked for. */
public final class NewsletterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NewsletterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
