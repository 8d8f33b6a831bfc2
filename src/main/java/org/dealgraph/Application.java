package org.dealgraph;

import org.dealgraph.cli.DealgraphCommand;

/** Starts the command line, the one door of the application. */
public final class Application {

    private Application() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(DealgraphCommand.run(args));
    }
}
