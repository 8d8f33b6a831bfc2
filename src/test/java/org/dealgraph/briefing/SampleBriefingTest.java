package org.dealgraph.briefing;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dealgraph.api.IntakeKey;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.pipeline.Documents;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example over the ledger and the retellings of the sample, without those that are kept for validation. */
@ExtendWith(Neo4jTest.class)
class SampleBriefingTest {

    private static final Path SAMPLE = Path.of("ingest", "corpus", "dev");
    private static final Pattern PLAIN = Pattern.compile("[a-z]-(\\d+)-p\\.json");

    private final GraphStore store;

    SampleBriefingTest(GraphStore store) {
        this.store = store;
    }

    @Test
    void the_briefing_over_the_sample_is_as_checked_in() throws IOException {
        try (ApplicationContext context = RunningApplication.on(store, (IntakeKey) () -> "none")) {
            Intake intake = context.getBean(Intake.class);
            intake.takeLedger(context.getBean(Catalogue.class).ledger());
            intake.take(sample());
            ExampleBriefings.compare(
                    context.getBean(Briefings.class),
                    Ask.of(LocalDate.parse("2025-10-01"), LocalDate.parse("2025-12-31")),
                    "sample",
                    "An example over the ledger and the bundled retellings, without those kept for validation.");
        }
    }

    private static List<Input> sample() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            return files.filter(SampleBriefingTest::shown)
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        }
    }

    private static boolean shown(Path file) {
        Matcher name = PLAIN.matcher(file.getFileName().toString());
        return name.matches() && Integer.parseInt(name.group(1)) % 4 != 0;
    }

    private static List<Input> read(Path file) {
        try {
            return new Documents().read(file.toString(), Files.readAllBytes(file), null, RunningApplication.SEEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
