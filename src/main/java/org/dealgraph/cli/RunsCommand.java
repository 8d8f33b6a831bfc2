package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
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

    @Option(names = "--first", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int first = 20;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (ApplicationContext context = store.open()) {
            for (Run run : context.getBean(Retractions.class).listRuns(first)) {
                spec.commandLine()
                        .getOut()
                        .printf("%s  %s  %d articles  %s%n", run.id(), run.began(), run.articles(), run.sources());
            }
        }
        return ExitCode.DONE;
    }
}
