package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.util.concurrent.Callable;
import org.dealgraph.pipeline.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes the deals again from the stored claims. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Computes the whole graph again from the stored articles and judgements, with the rules and the registry",
            "of today; a change appends revisions, never renumbers."
        })
final class RebuildCommand implements Callable<Integer> {

    @Option(
            names = "--reread",
            description =
                    "Read every stored text again too: claims that are not found any more are retired, new ones come in.")
    private boolean reread;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (ApplicationContext context = store.open()) {
            Rebuild.Result result = context.getBean(Rebuild.class).run(reread);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d articles with %d claims gone through, %d changes of deals%n",
                            result.articles(), result.claims(), result.revisions());
        }
        return ExitCode.DONE;
    }
}
