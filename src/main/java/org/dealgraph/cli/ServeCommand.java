package org.dealgraph.cli;

import java.util.LinkedHashMap;
import java.util.Map;
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

    @Option(
            names = "--poll",
            description = "Also poll the sources, in your name: set --contact (default: DEALGRAPH_POLL, else off).",
            defaultValue = "${env:DEALGRAPH_POLL:-false}")
    private boolean poll;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Mixin
    private final FetchOptions web = new FetchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (poll) {
            properties.putAll(sources.properties());
            properties.putAll(web.properties());
            properties.put("dealgraph.poll.enabled", true);
        }
        server.run(
                store.data(),
                properties,
                samples -> {
                    if (!noLedger) {
                        samples.takeLedger();
                    }
                },
                spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
