package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.util.concurrent.Callable;
import org.dealgraph.pipeline.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Computes the deals again from the stored claims. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Computes every deal again from the stored claims; a change appends revisions, never renumbers.")
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (ApplicationContext context = store.open()) {
            Rebuild.Result result = context.getBean(Rebuild.class).run();
            spec.commandLine()
                    .getOut()
                    .printf("%d claims read again, %d changes of deals%n", result.claims(), result.revisions());
        }
        return ExitCode.DONE;
    }
}
