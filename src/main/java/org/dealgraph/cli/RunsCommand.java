package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dealgraph.graph.Run;
import org.dealgraph.pipeline.Retractions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the runs that took articles in. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description =
                "Lists the runs that took articles in, the latest first: when, how many articles, by which sources.")
final class RunsCommand implements Callable<Integer> {

    /** A running server gives so many at once. */
    private static final int MOST = 100;

    @Option(names = "--first", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int first = 20;

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<RemoteServer> server = remote.find();
        if (server.isPresent()) {
            server.get()
                    .ask(
                            "query($first: Int!) { runs(first: $first) { id beganAt articles sources } }",
                            Map.of("first", Math.clamp(first, 1, MOST)))
                    .path("runs")
                    .forEach(run -> {
                        List<String> sources = new ArrayList<>();
                        run.path("sources").forEach(source -> sources.add(source.asText()));
                        print(
                                run.path("id").asText(),
                                run.path("beganAt").asText(),
                                run.path("articles").asLong(),
                                sources);
                    });
            return ExitCode.DONE;
        }
        try (ApplicationContext context = remote.store.open()) {
            for (Run run : context.getBean(Retractions.class).listRuns(first)) {
                print(run.id(), run.began().toString(), run.articles(), run.sources());
            }
        }
        return ExitCode.DONE;
    }

    private void print(String id, String began, long articles, List<String> sources) {
        spec.commandLine().getOut().printf("%s  %s  %d articles  %s%n", id, began, articles, sources);
    }
}
