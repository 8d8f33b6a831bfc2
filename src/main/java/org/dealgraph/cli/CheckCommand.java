package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dealgraph.deal.Finding;
import org.dealgraph.pipeline.Checks;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of each claim in a file how it stands to the graph. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a file or page and prints each claim in it with its verdict against the graph: KNOWN, NEW,",
            "CONTRADICTS or STALE, why, and the ids of the claims that say so. Takes nothing in."
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "FILE|URL", description = "What to check.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        int failed = 0;
        PrintWriter out = spec.commandLine().getOut();
        try (Inputs inputs = new Inputs()) {
            List<Input> read = inputs.read(file);
            try (ApplicationContext context = store.open()) {
                Checks checks = context.getBean(Checks.class);
                for (Input input : read) {
                    switch (input) {
                        case Input.Document document ->
                            checks.check(document.article()).forEach(finding -> print(out, finding));
                        case Input.Unreadable unreadable -> {
                            failed++;
                            spec.commandLine()
                                    .getErr()
                                    .println("could not read " + unreadable.name() + ": " + unreadable.reason());
                        }
                    }
                }
            }
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf(
                "%-11s %s %s → %s%n            “%s”%n            %s%s%n",
                finding.verdict(),
                finding.claim().claim().kind(),
                String.join(", ", finding.claim().from()),
                finding.claim().to().isEmpty()
                        ? "–"
                        : String.join(", ", finding.claim().to()),
                finding.claim().claim().evidence().quote(),
                finding.how(),
                finding.claims().isEmpty() ? "" : " [" + String.join(" ", finding.claims()) + "]");
    }
}
