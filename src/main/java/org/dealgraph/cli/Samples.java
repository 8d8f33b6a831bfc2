package org.dealgraph.cli;

import io.micronaut.context.annotation.Prototype;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.LedgerEntry;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Inputs;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.Settings;

/** Takes in what is bundled: the ledger, and the plain retellings of the corpus, by the way that everything else takes. */
@Prototype
final class Samples {

    private static final int BATCH = 25;

    private final Intake intake;
    private final Catalogue catalogue;
    private final Settings settings;

    Samples(Intake intake, Catalogue catalogue, Settings settings) {
        this.intake = intake;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    void takeLedger() {
        List<LedgerEntry> entries = catalogue.ledger();
        try (Progress progress = Progress.of("Ledger", entries.size())) {
            for (int i = 0; i < entries.size(); i += BATCH) {
                List<LedgerEntry> batch = entries.subList(i, Math.min(entries.size(), i + BATCH));
                intake.takeLedger(batch);
                batch.forEach(entry -> progress.step());
            }
        }
    }

    void takeSample() {
        Path corpus = settings.ingest().resolve("corpus").resolve("dev");
        Inputs inputs = new Inputs();
        List<String> plain = inputs.list(List.of(corpus.toString()), missing -> {}).stream()
                .filter(f -> f.endsWith("-p.json"))
                .toList();
        List<Input> batch = new ArrayList<>();
        try (Progress progress = Progress.of("Sample", plain.size())) {
            for (String file : plain) {
                batch.addAll(inputs.read(file));
                if (batch.size() >= BATCH) {
                    intake.take(batch);
                    batch.clear();
                }
                progress.step();
            }
            intake.take(batch);
        }
    }
}
