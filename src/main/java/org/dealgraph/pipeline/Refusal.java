package org.dealgraph.pipeline;

import org.jspecify.annotations.Nullable;

/** What was asked for cannot be done, and nothing was changed: the fault lies with who asked, and the message explains it. */
public final class Refusal extends PipelineException {

    /** Why not. */
    public enum Code {
        /** An argument cannot be used. */
        BAD_INPUT,
        /** There is no such thing. */
        NOT_FOUND,
        /** The idempotency key was used for something else, or the thing is there already. */
        CONFLICT,
        /** More than can be done at once. */
        TOO_LARGE,
        /** What is handed in, or found at the address, cannot be read. */
        UNREADABLE,
        /** Too much waits already. */
        BUSY
    }

    private final Code code;
    private final @Nullable String argument;

    /**
     * Says why not.
     *
     * @param argument which argument is at fault, or null
     */
    public Refusal(Code code, @Nullable String argument, String message) {
        super(message);
        this.code = code;
        this.argument = argument;
    }

    public Code code() {
        return code;
    }

    public @Nullable String argument() {
        return argument;
    }
}
