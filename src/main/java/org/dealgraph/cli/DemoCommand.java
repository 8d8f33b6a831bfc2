package org.dealgraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server on a graph of its own with the ledger and the bundled sample. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in the ledger and the bundled sample (retellings of real stories, labelled as such),",
            "and answers questions about them at the printed address. Always on an embedded graph."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the embedded graph (default: ${DEFAULT-VALUE}).",
            defaultValue = "data/demo")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting the embedded graph in " + data + " …");
        server.run(
                data,
                Map.of("neo4j.uri", ""),
                samples -> {
                    samples.takeLedger();
                    samples.takeSample();
                },
                out);
        return ExitCode.DONE;
    }
}
