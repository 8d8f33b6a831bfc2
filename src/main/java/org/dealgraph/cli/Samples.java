package org.dealgraph.cli;

import java.nio.file.Path;
import java.util.List;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Workspace;

/** Takes in what is bundled: the ledger, and the plain retellings of the corpus. */
final class Samples {

    private Samples() {}

    static void takeLedger(Workspace workspace) {
        try (Progress progress =
                Progress.of("Ledger", workspace.catalogue().ledger().size())) {
            workspace.intake().takeLedger(workspace.catalogue().ledger(), entry -> progress.step());
        }
    }

    static void takeSample(Workspace workspace) {
        Path corpus = workspace.settings().ingest().resolve("corpus").resolve("dev");
        List<Path> plain = workspace.inputs().list(List.of(corpus.toString()), missing -> {}).stream()
                .filter(f -> f.getFileName().toString().endsWith("-p.json"))
                .toList();
        try (Progress progress = Progress.of("Sample", plain.size())) {
            for (Path file : plain) {
                for (Input input : workspace.inputs().read(file)) {
                    if (input instanceof Input.Document document) {
                        workspace.intake().take(document.article());
                    }
                }
                progress.step();
            }
        }
    }
}
