package org.dealgraph.cli;

/** What an exit code means; the README lists the same. */
final class ExitCode {

    /** Everything was done. */
    static final int DONE = 0;

    /** Some of the inputs could not be read; the others were. */
    static final int SOME_FAILED = 1;

    /** The command's words are off. */
    static final int USAGE = 2;

    /** Something that the command needs is not there: the graph, a server, the catalogue. */
    static final int UNAVAILABLE = 3;

    /** A fault of the application itself. */
    static final int FAULT = 70;

    private ExitCode() {}
}
