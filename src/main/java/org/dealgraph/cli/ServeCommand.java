package org.dealgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the server: GraphQL at /graphql, on the embedded graph or on NEO4J_URI.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--no-ledger", description = "Leave the commitments kept by hand in ingest/ledger out.")
    private boolean noLedger;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        server.run(
                store.data(),
                java.util.Map.of(),
                samples -> {
                    if (!noLedger) {
                        samples.takeLedger();
                    }
                },
                spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
