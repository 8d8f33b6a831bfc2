package org.dealgraph.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that is not written to, though a list may hold it.
 *
 * @param recipient fingerprint of the address
 * @param newsletter whose mails it does not get, or null for every newsletter
 * @param reason why
 * @param at since when
 * @param detail what a mail server said, or null
 */
public record Suppression(
        String recipient,
        @Nullable String newsletter,
        Reason reason,
        Instant at,
        @Nullable String detail) {

    /** Why an address is not written to. */
    public enum Reason {
        /** Its owner said so. */
        UNSUBSCRIBED,
        /** Its mail server says that there is no such mailbox. */
        BOUNCED
    }

    /** The same everywhere. */
    public String id() {
        return (newsletter == null ? "*" : newsletter) + " " + recipient;
    }
}
