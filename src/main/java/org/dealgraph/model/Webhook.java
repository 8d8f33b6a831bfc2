package org.dealgraph.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address on the web that is told of every change that a watch is about.
 *
 * @param id stable
 * @param watch id of the watch
 * @param address where messages are posted; it may hold a token, so that it is never shown in whole
 * @param form of the messages
 * @param payload version of the form
 * @param secrets that messages are signed with, newest first; they are made from a key and are not in here
 * @param enabled whether messages are sent
 * @param trouble why it was disabled, where that was not a person's doing; else null
 * @param test the last test that was asked for, or null
 * @param again the last time that its dead letters were to be sent again, or null
 * @param owner name of the key that added it
 * @param created when it was added
 */
public record Webhook(
        String id,
        String watch,
        String address,
        Form form,
        int payload,
        List<Secret> secrets,
        boolean enabled,
        @Nullable String trouble,
        @Nullable String test,
        @Nullable String again,
        String owner,
        Instant created) {

    public Webhook {
        secrets = List.copyOf(secrets);
    }

    /** The form of a message. */
    public enum Form {
        /** A type, a moment and data. */
        JSON,
        /** What Slack and its likes show in a channel. */
        SLACK
    }

    /**
     * Which secret, but not what it is.
     *
     * @param generation from 1
     * @param check the beginning of its hash, by which a server notices that it has another key
     * @param created when it came into use
     * @param expires when it goes out of use, or null
     */
    public record Secret(
            int generation,
            String check,
            Instant created,
            @Nullable Instant expires) {

        /** Whether messages are signed with it at a time. */
        public boolean standsAt(Instant now) {
            return expires == null || now.isBefore(expires);
        }
    }

    /** The scheme and host of the address, and nothing of its path. */
    public String origin() {
        return WebAddress.parse(address)
                .map(a -> a.href().replaceFirst("^([a-z]+://[^/]+).*$", "$1"))
                .orElse("");
    }

    /** The same, but sent elsewhere or in another form. */
    public Webhook to(String other, Form as) {
        return new Webhook(id, watch, other, as, payload, secrets, enabled, trouble, test, again, owner, created);
    }

    /** The same with other secrets. */
    public Webhook with(List<Secret> others) {
        return new Webhook(id, watch, address, form, payload, others, enabled, trouble, test, again, owner, created);
    }

    /** The same, on or off; why it went off by itself, or null. */
    public Webhook enabled(boolean on, @Nullable String why) {
        return new Webhook(id, watch, address, form, payload, secrets, on, why, test, again, owner, created);
    }

    /** The same, to be tested once more. */
    public Webhook tested(String request) {
        return new Webhook(
                id, watch, address, form, payload, secrets, enabled, trouble, request, again, owner, created);
    }

    /** The same, its dead letters to be sent again. */
    public Webhook again(String request) {
        return new Webhook(id, watch, address, form, payload, secrets, enabled, trouble, test, request, owner, created);
    }
}
