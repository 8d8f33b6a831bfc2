package org.dealgraph.cli;

import java.util.concurrent.Callable;
import org.dealgraph.entity.NameMatcher;
import org.dealgraph.pipeline.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether two names are names of one organization. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = "Prints how alike two names of organizations are, 0 to 1, and the judgement. Needs no graph.")
final class MatchCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "One name.")
    @SuppressWarnings("NullAway.Init")
    private String one;

    @Parameters(index = "1", paramLabel = "NAME", description = "The other.")
    @SuppressWarnings("NullAway.Init")
    private String other;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        NameMatcher.Match match =
                NameMatcher.load(new Settings(StoreOptions.home()).ingest()).match(one, other);
        spec.commandLine().getOut().printf("%.3f %s%n", match.score(), match.verdict());
        match.reasons().forEach(reason -> spec.commandLine().getOut().println("  " + reason));
        return ExitCode.DONE;
    }
}
