package org.dealgraph.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a fetch. All of these are ordinary. */
public sealed interface Outcome {

    /** The address that was asked for. */
    String address();

    /**
     * A body, without any transfer or content coding.
     *
     * @param address that was asked for
     * @param found where it was in the end, after redirects
     * @param moved where the address has moved to for good, or null
     * @param status of the answer
     * @param body at most as long as the settings allow
     * @param contentType as the server says, or null
     * @param conditions to send the next time
     */
    record Fetched(
            String address,
            String found,
            @Nullable String moved,
            int status,
            byte[] body,
            @Nullable String contentType,
            Conditions conditions)
            implements Outcome {}

    /**
     * The same as the last time.
     *
     * @param address that was asked for
     * @param moved where the address has moved to for good, or null
     */
    record NotModified(String address, @Nullable String moved) implements Outcome {}

    /**
     * Not asked for, and why; no request for it was sent.
     *
     * @param address that was asked for
     * @param reason the kind
     * @param detail in words
     */
    record Refused(String address, Refusal reason, String detail) implements Outcome {}

    /**
     * Asked for in vain.
     *
     * @param address that was asked for
     * @param reason the kind
     * @param status of the answer, or 0
     * @param detail in words
     * @param retryAfter how long the server asks to wait, or null
     */
    record Failed(
            String address,
            Failure reason,
            int status,
            String detail,
            @Nullable Duration retryAfter) implements Outcome {}

    /** Why an address is not asked for. */
    enum Refusal {
        /** It is no http or https address. */
        NOT_WEB,
        /** It is on a private, local or reserved network, or leads there. */
        PRIVATE,
        /** Its port is not one that the web is served at. */
        PORT,
        /** The site's robots.txt forbids it. */
        ROBOTS
    }

    /** Why an address was asked for in vain. */
    enum Failure {
        /** The name leads nowhere. */
        UNKNOWN_HOST,
        /** No connection, or one that broke. */
        CONNECTION,
        /** The certificate or the handshake is not good. */
        TLS,
        /** Not done within the time. */
        TIMEOUT,
        /** The body is larger than allowed, packed or unpacked. */
        TOO_LARGE,
        /** The body is shorter than announced, or its coding is broken. */
        BROKEN_BODY,
        /** Redirects lead in a circle, or on and on. */
        REDIRECTS,
        /** An answer that makes no sense as HTTP. */
        PROTOCOL,
        /** Gone, not there, or not for us: 4xx. */
        NOT_THERE,
        /** Too many requests or a fault of the server: 429, 5xx. */
        SERVER
    }
}
