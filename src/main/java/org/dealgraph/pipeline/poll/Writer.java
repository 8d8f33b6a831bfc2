package org.dealgraph.pipeline.poll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dealgraph.graph.GraphException;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.SourceRepository;
import org.dealgraph.graph.SourceRepository.Standing;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Input.Document;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.IntakeReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands articles to the intake in batches, and keeps how sources stand. */
final class Writer {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int BATCH = 25;
    private static final int TRIES = 4;

    private final Intake intake;
    private final GraphStore store;
    private final SourceRepository repository;
    private final Set<String> unstored;
    private final String run = Intake.newRun();

    Writer(Intake intake, GraphStore store, SourceRepository repository, Set<String> unstored) {
        this.intake = intake;
        this.store = store;
        this.repository = repository;
        this.unstored = unstored;
    }

    /** Takes documents in; answers with the ids of those that were not there before. */
    Set<String> take(List<Document> documents) {
        Set<String> fresh = new HashSet<>();
        for (int from = 0; from < documents.size(); from += BATCH) {
            List<Document> batch = documents.subList(from, Math.min(from + BATCH, documents.size()));
            reports(batch).stream()
                    .filter(report -> report.outcome() == IntakeReport.Outcome.TAKEN && report.article() != null)
                    .forEach(report -> fresh.add(report.article()));
        }
        return fresh;
    }

    /** One document that the stages cannot bear must not keep out the others. */
    private List<IntakeReport> reports(List<Document> batch) {
        try {
            return take(List.copyOf(batch), unstored);
        } catch (GraphException e) {
            throw e;
        } catch (RuntimeException e) {
            List<IntakeReport> reports = new ArrayList<>();
            for (Document document : batch) {
                try {
                    reports.addAll(take(List.of(document), unstored));
                } catch (GraphException again) {
                    throw again;
                } catch (RuntimeException fault) {
                    LOG.error("could not take in: {}", document.name(), fault);
                }
            }
            return reports;
        }
    }

    private List<IntakeReport> take(List<Input> inputs, Set<String> without) {
        return persistent(() -> intake.take(inputs, run, article -> !without.contains(article.source())));
    }

    void save(Collection<Standing> standings) {
        persistent(() -> {
            store.run(tx -> repository.save(tx, standings));
            return Boolean.TRUE;
        });
    }

    /** A graph that is away for a moment is waited for; meanwhile nothing more is fetched. */
    private static <T> T persistent(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (GraphException e) {
                if (attempt >= TRIES || !waited(attempt)) {
                    throw e;
                }
                LOG.warn("{}: trying again", e.getMessage());
            }
        }
    }

    private static boolean waited(int attempt) {
        try {
            Thread.sleep(Duration.ofSeconds(1L << attempt));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
