package org.dealgraph.cli;

import java.util.concurrent.Callable;
import org.dealgraph.pipeline.Workspace;
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
    public Integer call() throws Exception {
        try (Workspace workspace = Workspace.open(store.settings())) {
            if (!noLedger) {
                Samples.takeLedger(workspace);
            }
            server.run(workspace, spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }
}
