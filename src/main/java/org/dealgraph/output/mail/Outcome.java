package org.dealgraph.output.mail;

/** What became of one attempt to send a mail. */
public sealed interface Outcome {

    /** The mail server took it. */
    record Sent(String reply) implements Outcome {}

    /** The mail server says "not now", or its line broke before the mail was handed over in whole. */
    record Deferred(String reply) implements Outcome {}

    /**
     * The mail server says no.
     *
     * @param reply its words
     * @param gone whether it says that there is no such mailbox
     */
    record Refused(String reply, boolean gone) implements Outcome {}

    /** The line broke after the end of the mail was sent and before the server's answer. */
    record Unknown(String reply) implements Outcome {}

    /** Another claimed it, or it is not to be sent any more: nothing was sent. */
    record Unclaimed() implements Outcome {}
}
