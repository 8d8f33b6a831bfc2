package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.LedgerEntry;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.BlockedClaim;
import org.dealgraph.graph.CatalogueRepository;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Recording;
import org.dealgraph.graph.Registry;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.pipeline.IntakeReport.Outcome;
import org.neo4j.driver.TransactionContext;

/**
 * The one way into the graph. Articles come in batches; a batch is one write transaction, which saves the articles and
 * their claims, computes the deals that these could bear on, and numbers what changed. So a crash leaves the graph as it
 * was before a batch or after it, and an article that is there already changes nothing.
 */
@Singleton
public final class Intake {

    private final GraphStore store;
    private final ArticleRepository articles;
    private final ClaimRepository claims;
    private final Recomputation recomputation;
    private final ClaimReader reader;
    private final Sourcing sourcing;
    private final Copies copies;
    private final Clock clock = Clock.systemUTC();

    Intake(
            GraphStore store,
            CatalogueRepository registry,
            ArticleRepository articles,
            ClaimRepository claims,
            Recomputation recomputation,
            ClaimReader reader,
            Sourcing sourcing,
            Copies copies,
            Catalogue catalogue) {
        this.store = store;
        this.articles = articles;
        this.claims = claims;
        this.recomputation = recomputation;
        this.reader = reader;
        this.sourcing = sourcing;
        this.copies = copies;
        store.run(tx -> registry.save(tx, registryOf(catalogue)));
    }

    /** Takes in what a file held, in one transaction; one report for each, in the same order. */
    public List<IntakeReport> take(List<Input> inputs) {
        return take(inputs, article -> true);
    }

    /**
     * The same, but of some articles only the claims with their quotes are kept.
     *
     * @param stored whether the text of an article may be kept
     */
    public List<IntakeReport> take(List<Input> inputs, Predicate<Article> stored) {
        List<Statements> read = inputs.stream()
                .filter(Input.Document.class::isInstance)
                .map(Input.Document.class::cast)
                .map(Input.Document::article)
                .map(a -> new Statements(
                        stored.test(a) ? a : a.withoutText(), a.readable() ? reader.read(a) : List.of(), true))
                .toList();
        Map<String, Taken> taken = take(read, "ingest");
        return inputs.stream().map(input -> report(input, taken)).toList();
    }

    /** Takes in the ledger: our own lines as articles, and the claims that they state. */
    public Map<String, Taken> takeLedger(Collection<LedgerEntry> entries) {
        Map<Article, List<Claim>> announcements = entries.stream()
                .collect(Collectors.groupingBy(
                        LedgerEntry::article, Collectors.mapping(LedgerEntry::claim, Collectors.toList())));
        return take(
                announcements.entrySet().stream()
                        .map(e -> new Statements(e.getKey(), e.getValue(), false))
                        .toList(),
                "ledger");
    }

    private Map<String, Taken> take(List<Statements> batch, String run) {
        if (batch.isEmpty()) {
            return Map.of();
        }
        Map<String, Statements> distinct =
                batch.stream().collect(Collectors.toMap(s -> s.article().id(), Function.identity(), (a, b) -> a));
        Recording recording = new Recording(run, clock.instant());
        return store.write(tx -> take(tx, distinct, recording));
    }

    private Map<String, Taken> take(TransactionContext tx, Map<String, Statements> batch, Recording recording) {
        recomputation.lock(tx);
        List<Statements> fresh = batch.values().stream()
                .filter(s -> !articles.exists(tx, s.article().id()))
                .sorted(java.util.Comparator.comparing(s -> s.article().id()))
                .toList();
        fresh.forEach(each -> articles.save(tx, each.article(), recording));
        Map<Article, String> originals = copies.find(
                tx,
                fresh.stream()
                        .filter(Statements::searched)
                        .map(Statements::article)
                        .toList());
        List<SourcedClaim> sourced = new ArrayList<>(recounted(tx, originals, fresh));
        for (Statements each : fresh) {
            String original =
                    originals.getOrDefault(each.article(), each.article().address());
            each.claims().forEach(claim -> sourced.add(sourcing.of(claim, each.article(), original)));
        }
        List<BlockedClaim> blocked =
                sourced.stream().map(recomputation::blocked).toList();
        claims.save(tx, blocked, recording);
        List<Revision> revisions = recomputation.around(tx, blocked, causes(fresh, recording.at()), recording.at());
        Map<String, Long> changes =
                fresh.stream().collect(Collectors.toMap(s -> s.article().id(), s -> changesBy(s, revisions)));
        return batch.values().stream()
                .collect(Collectors.toMap(
                        s -> s.article().id(),
                        s -> new Taken(
                                changes.containsKey(s.article().id()),
                                s.claims().size(),
                                changes.getOrDefault(s.article().id(), 0L).intValue())));
    }

    /** Claims of articles that were there, which now count with another source than they did. */
    private List<SourcedClaim> recounted(
            TransactionContext tx, Map<Article, String> originals, List<Statements> fresh) {
        Set<String> here = fresh.stream().map(s -> s.article().id()).collect(Collectors.toSet());
        List<SourcedClaim> changed = new ArrayList<>();
        originals.forEach((article, original) -> {
            if (!here.contains(article.id())) {
                for (SourcedClaim claim : claims.listByArticle(tx, article.id())) {
                    String independence = sourcing.independence(claim.claim(), article, original);
                    if (!independence.equals(claim.independence())) {
                        changed.add(claim.withIndependence(independence));
                    }
                }
            }
        });
        return changed;
    }

    private static long changesBy(Statements statements, List<Revision> revisions) {
        return revisions.stream()
                .filter(r ->
                        statements.claims().stream().anyMatch(c -> r.claims().contains(c.id())))
                .count();
    }

    /** News within fourteen days of its publication; older than that it fills in the past. */
    private static Function<String, Revision.Cause> causes(List<Statements> fresh, Instant now) {
        Map<String, Revision.Cause> causes = fresh.stream()
                .flatMap(s -> s.claims().stream().map(c -> Map.entry(c.id(), Causes.of(s.article(), now))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
        return id -> causes.getOrDefault(id, Revision.Cause.BACKFILL);
    }

    private static IntakeReport report(Input input, Map<String, Taken> taken) {
        return switch (input) {
            case Input.Unreadable u -> new IntakeReport(u.name(), Outcome.UNREADABLE, u.reason(), null, 0, 0);
            case Input.Document d -> {
                Taken t = taken.getOrDefault(d.article().id(), Taken.NOTHING);
                yield new IntakeReport(
                        d.name(),
                        t.fresh() ? Outcome.TAKEN : Outcome.KNOWN,
                        null,
                        d.article().id(),
                        t.fresh() ? t.claims() : 0,
                        t.revisions());
            }
        };
    }

    private static Registry registryOf(Catalogue c) {
        return new Registry(
                List.copyOf(c.organizations()),
                List.copyOf(c.products()),
                List.copyOf(c.models()),
                List.copyOf(c.platforms()),
                List.copyOf(c.sites()),
                List.copyOf(c.regions()));
    }

    /** An article with what it states, and whether copies of it are looked for: the ledger's lines are our own. */
    private record Statements(Article article, List<Claim> claims, boolean searched) {}

    /**
     * What came of one article.
     *
     * @param fresh whether it was not there before
     * @param claims how many claims it states
     * @param revisions how many changes of deals rest on them
     */
    public record Taken(boolean fresh, int claims, int revisions) {

        static final Taken NOTHING = new Taken(false, 0, 0);
    }
}
