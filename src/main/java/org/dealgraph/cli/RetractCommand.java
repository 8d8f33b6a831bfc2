package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dealgraph.pipeline.Retractions;
import org.dealgraph.pipeline.Retractions.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes an intake back, or undoes that. */
@Command(
        name = "retract",
        mixinStandardHelpOptions = true,
        description = {
            "Takes back what one article, source or run brought: its claims go out of use, and only the deals",
            "that rested on them are computed again. Nothing is deleted; --undo brings everything back."
        })
final class RetractCommand implements Callable<Integer> {

    /** Which of the three. */
    static final class What {

        @Option(
                names = "--article",
                paramLabel = "ID",
                description = "One version of an article by its id, or all of a page by its address.")
        private @Nullable String article;

        @Option(names = "--source", paramLabel = "ID", description = "Everything that came by a source.")
        private @Nullable String source;

        @Option(names = "--run", paramLabel = "ID", description = "Everything that one run took in; 'runs' lists them.")
        private @Nullable String run;

        Target target() {
            if (article != null) {
                return new Target.ArticleOf(article);
            }
            return source != null ? new Target.SourceOf(source) : new Target.RunOf(String.valueOf(run));
        }
    }

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private What what;

    @Option(names = "--undo", description = "Bring it back instead.")
    private boolean undo;

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides (default: ${DEFAULT-VALUE}).")
    private String by = "operator";

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, kept with the decision.")
    private @Nullable String why;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (ApplicationContext context = store.open()) {
            Retractions retractions = context.getBean(Retractions.class);
            Retractions.Result result =
                    undo ? retractions.restore(what.target(), by, why) : retractions.retract(what.target(), by, why);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%d of %d articles %s; %d claims, %d changes of deals%n",
                    result.changed(),
                    result.articles(),
                    undo ? "brought back" : "taken back",
                    result.claims(),
                    result.revisions());
        }
        return ExitCode.DONE;
    }
}
