package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.LedgerEntry;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.graph.ArticleRepository;
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

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final GraphStore store;
    private final ArticleRepository articles;
    private final ClaimRepository claims;
    private final Recomputation recomputation;
    private final ClaimReader reader;
    private final Sourcing sourcing;
    private final Rulebook rulebook;
    private final Retirement retirement;
    private final Clock clock = Clock.systemUTC();

    Intake(
            GraphStore store,
            CatalogueRepository registry,
            ArticleRepository articles,
            ClaimRepository claims,
            Recomputation recomputation,
            ClaimReader reader,
            Sourcing sourcing,
            Rulebook rulebook,
            Retirement retirement,
            Catalogue catalogue) {
        this.store = store;
        this.articles = articles;
        this.claims = claims;
        this.recomputation = recomputation;
        this.reader = reader;
        this.sourcing = sourcing;
        this.rulebook = rulebook;
        this.retirement = retirement;
        store.run(tx -> registry.save(tx, registryOf(catalogue)));
    }

    /** Takes in what a file held, in one transaction and as a run of its own; one report for each, in the same order. */
    public List<IntakeReport> take(List<Input> inputs) {
        return take(inputs, newRun());
    }

    /** The name of a new run: the moment, and enough to tell it from others of the same second. */
    public static String newRun() {
        return "run-" + MOMENT.format(Instant.now()) + "-"
                + "%04x".formatted(ThreadLocalRandom.current().nextInt(1 << 16));
    }

    /** Takes in what a file held, in one transaction, as part of a run; one report for each, in the same order. */
    public List<IntakeReport> take(List<Input> inputs, String run) {
        List<Statements> read = inputs.stream()
                .filter(Input.Document.class::isInstance)
                .map(Input.Document.class::cast)
                .map(d -> new Statements(d.article(), d.article().readable() ? reader.read(d.article()) : List.of()))
                .toList();
        Map<String, Taken> taken = record(read, run);
        return inputs.stream().map(input -> report(input, taken)).toList();
    }

    /** Takes in the ledger: our own lines as articles, and the claims that they state. */
    public Map<String, Taken> takeLedger(Collection<LedgerEntry> entries) {
        Map<Article, List<Claim>> announcements = entries.stream()
                .collect(Collectors.groupingBy(
                        LedgerEntry::article, Collectors.mapping(LedgerEntry::claim, Collectors.toList())));
        return takeStated(announcements, "ledger");
    }

    /** Takes in articles with the claims that somebody has read in them already, in one transaction, as part of a run. */
    public Map<String, Taken> takeStated(Map<Article, List<Claim>> stated, String run) {
        return record(
                stated.entrySet().stream()
                        .map(e -> new Statements(e.getKey(), e.getValue()))
                        .toList(),
                run);
    }

    private Map<String, Taken> record(List<Statements> batch, String run) {
        if (batch.isEmpty()) {
            return Map.of();
        }
        Map<String, Statements> distinct =
                batch.stream().collect(Collectors.toMap(s -> s.article().id(), Function.identity(), (a, b) -> a));
        Recording recording = new Recording(run, clock.instant());
        return store.write(tx -> record(tx, distinct, recording));
    }

    private Map<String, Taken> record(TransactionContext tx, Map<String, Statements> batch, Recording recording) {
        recomputation.lock(tx);
        Rules rules = rulebook.at(tx);
        List<Statements> fresh = batch.values().stream()
                .filter(s -> !articles.exists(tx, s.article().id()))
                .sorted(java.util.Comparator.comparing(s -> s.article().id()))
                .toList();
        List<SourcedClaim> sourced = new ArrayList<>();
        for (Statements each : fresh) {
            articles.save(tx, each.article(), recording);
            each.claims().forEach(claim -> sourced.add(sourcing.of(claim, each.article(), rules)));
        }
        claims.save(tx, sourced.stream().map(recomputation::blocked).toList(), recording);
        List<SourcedClaim> changed = new ArrayList<>(sourced);
        changed.addAll(retirement.settle(
                tx, fresh.stream().map(Statements::article).toList(), true, rules, recording.at()));
        List<Revision> revisions = recomputation.around(tx, rules, changed, why(fresh, recording.at()));
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

    private static long changesBy(Statements statements, List<Revision> revisions) {
        return revisions.stream()
                .filter(r ->
                        statements.claims().stream().anyMatch(c -> r.claims().contains(c.id())))
                .count();
    }

    /** News within fourteen days of its publication; older than that it fills in the past. */
    private static Why why(List<Statements> fresh, Instant now) {
        Map<String, Revision.Cause> causes = fresh.stream()
                .flatMap(s -> s.claims().stream().map(c -> Map.entry(c.id(), Causes.of(s.article(), now))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
        Revision.Cause otherwise = fresh.stream()
                .map(s -> Causes.of(s.article(), now))
                .min(Revision.Cause::compareTo)
                .orElse(Revision.Cause.BACKFILL);
        return new Why(id -> causes.getOrDefault(id, Revision.Cause.BACKFILL), otherwise, now);
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

    /** An article with what it states. */
    private record Statements(Article article, List<Claim> claims) {}

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
