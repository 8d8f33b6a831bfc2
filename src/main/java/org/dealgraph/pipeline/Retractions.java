package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Run;
import org.dealgraph.model.Judgement.Verdict;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Takes the intake of an article, of a source or of a run back, and undoes that. The articles and their claims stay, out of
 * use, and only the deals that rested on them are computed again. What comes later from the same source comes in as before.
 */
@Singleton
public final class Retractions {

    private static final int MOST_RUNS = 1_000;
    private static final int BATCH = 500;

    private final GraphStore store;
    private final ArticleRepository articles;
    private final Decisions decisions;

    Retractions(GraphStore store, ArticleRepository articles, Decisions decisions) {
        this.store = store;
        this.articles = articles;
        this.decisions = decisions;
    }

    /** What is taken back. */
    public sealed interface Target {

        /** One version of an article, by its id, or every version of the page at an address. */
        record ArticleOf(String id) implements Target {}

        /** Everything that came by a source. */
        record SourceOf(String id) implements Target {}

        /** Everything that one run took in. */
        record RunOf(String id) implements Target {}
    }

    /** Takes out of use what an article, source or run brought. */
    public Result retract(Target target, String by, @Nullable String why) {
        return decide(target, Verdict.REJECT, by, why);
    }

    /** Brings back into use what was retracted. */
    public Result restore(Target target, String by, @Nullable String why) {
        return decide(target, Verdict.UNSURE, by, why);
    }

    /** The latest runs, the latest first. */
    public List<Run> listRuns(int first) {
        return listRuns(first, null);
    }

    /** The same as they were at an instant, or now where it is null. */
    public List<Run> listRuns(int first, @Nullable Instant recordedAt) {
        return store.read(tx -> articles.listRuns(tx, Math.clamp(first, 1, MOST_RUNS), recordedAt));
    }

    /** One transaction a batch, so that a source of any size can be taken back; stopped midway, it can be run again. */
    private Result decide(Target target, Verdict verdict, String by, @Nullable String why) {
        List<String> ids = store.read(tx -> ids(tx, target));
        if (ids.isEmpty()) {
            throw new PipelineException("could not find any article of " + target);
        }
        Result sum = new Result(ids.size(), 0, 0, 0);
        for (int i = 0; i < ids.size(); i += BATCH) {
            List<Ruling> rulings = ids.subList(i, Math.min(ids.size(), i + BATCH)).stream()
                    .map(id -> Ruling.on(id, verdict))
                    .toList();
            Decided decided = decisions.decide(rulings, by, why);
            sum = new Result(
                    sum.articles,
                    sum.changed + decided.judgements().size(),
                    sum.claims + decided.claims(),
                    sum.revisions + decided.revisions().size());
        }
        return sum;
    }

    /** The articles that are meant. */
    List<String> ids(TransactionContext tx, Target target) {
        return switch (target) {
            case Target.SourceOf source -> articles.listIdsBySource(tx, source.id());
            case Target.RunOf run -> articles.listIdsByRun(tx, run.id());
            case Target.ArticleOf article -> {
                List<String> ids = new ArrayList<>();
                if (articles.exists(tx, article.id())) {
                    ids.add(article.id());
                } else {
                    articles.listByAddress(tx, article.id()).forEach(a -> ids.add(a.id()));
                }
                yield ids;
            }
        };
    }

    /**
     * What came of it.
     *
     * @param articles how many are meant
     * @param changed how many of them were in the other state before
     * @param claims how many claims went out of use or came back
     * @param revisions how many changes of deals followed
     */
    public record Result(int articles, int changed, int claims, int revisions) {}
}
