package org.dealgraph.cli;

import io.micronaut.context.annotation.Prototype;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        Map<String, List<LedgerEntry>> announcements = catalogue.ledger().stream()
                .collect(Collectors.groupingBy(e -> e.article().id(), TreeMap::new, Collectors.toList()));
        List<LedgerEntry> batch = new ArrayList<>();
        try (Progress progress = Progress.of("Ledger", announcements.size())) {
            for (List<LedgerEntry> announcement : announcements.values()) {
                batch.addAll(announcement);
                if (batch.size() >= BATCH) {
                    intake.takeLedger(batch);
                    batch.clear();
                }
                progress.step();
            }
            intake.takeLedger(batch);
        }
        intake.keepLedger(catalogue.ledger());
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
