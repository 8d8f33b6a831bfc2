package org.dealgraph.cli;

/** A command cannot go on for a reason outside the application; the message says which and what to do. */
final class CommandException extends RuntimeException {

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
