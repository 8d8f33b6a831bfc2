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
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            Rulebook rulebook,
            Retirement retirement,
            Copies copies,
            Catalogue catalogue) {
        this.store = store;
        this.articles = articles;
        this.claims = claims;
        this.recomputation = recomputation;
        this.reader = reader;
        this.sourcing = sourcing;
        this.rulebook = rulebook;
        this.retirement = retirement;
        this.copies = copies;
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
        return take(inputs, run, article -> true);
    }

    /**
     * The same, but of some articles only the claims with their quotes are kept.
     *
     * @param stored whether the text of an article may be kept
     */
    public List<IntakeReport> take(List<Input> inputs, String run, Predicate<Article> stored) {
        Map<String, Taken> taken = record(read(inputs, stored), run);
        return inputs.stream().map(input -> report(input, taken)).toList();
    }

    /** Reads what a file held, and answers with the work that takes it in as part of a larger transaction. */
    Function<TransactionContext, List<IntakeReport>> prepare(List<Input> inputs, String run) {
        Map<String, Statements> batch = distinct(read(inputs, article -> true));
        return tx -> {
            Map<String, Taken> taken = batch.isEmpty() ? Map.of() : record(tx, batch, run);
            return inputs.stream().map(input -> report(input, taken)).toList();
        };
    }

    private List<Statements> read(List<Input> inputs, Predicate<Article> stored) {
        return inputs.stream()
                .filter(Input.Document.class::isInstance)
                .map(Input.Document.class::cast)
                .map(Input.Document::article)
                .map(a -> new Statements(
                        stored.test(a) ? a : a.withoutText(), a.readable() ? reader.read(a) : List.of(), true))
                .toList();
    }

    /** Takes in the ledger: our own lines as articles, and the claims that they state. */
    public Map<String, Taken> takeLedger(Collection<LedgerEntry> entries) {
        Map<Article, List<Claim>> announcements = entries.stream()
                .collect(Collectors.groupingBy(
                        LedgerEntry::article, Collectors.mapping(LedgerEntry::claim, Collectors.toList())));
        return takeStated(announcements, "ledger");
    }

    /**
     * Has the lines of the ledger that are not among these go out of use, and brings back those that are in it again.
     *
     * @param entries the ledger in whole
     * @return how many claims went out of use or came back
     */
    public int keepLedger(Collection<LedgerEntry> entries) {
        Set<String> lines = entries.stream().map(entry -> entry.article().id()).collect(Collectors.toSet());
        return store.write(tx -> {
            recomputation.lock(tx);
            Instant now = clock.instant();
            List<SourcedClaim> changed = retirement.keepLedger(tx, lines, now);
            Rules rules = rulebook.at(tx);
            List<SourcedClaim> all = new ArrayList<>(changed);
            Set<String> named = changed.stream().map(c -> c.claim().article()).collect(Collectors.toSet());
            all.addAll(retirement.settle(tx, articles.listByIds(tx, List.copyOf(named)), true, rules, now));
            recomputation.around(tx, rules, all, Why.of(Revision.Cause.REREAD, now));
            return changed.size();
        });
    }

    /**
     * Takes in articles with the claims that somebody has read in them already, in one transaction, as part of a run. Copies
     * are not looked for: who read the claims says by {@link Article#story} what rests on one report.
     */
    public Map<String, Taken> takeStated(Map<Article, List<Claim>> stated, String run) {
        return record(
                stated.entrySet().stream()
                        .map(e -> new Statements(e.getKey(), e.getValue(), false))
                        .toList(),
                run);
    }

    private Map<String, Taken> record(List<Statements> batch, String run) {
        if (batch.isEmpty()) {
            return Map.of();
        }
        Map<String, Statements> distinct = distinct(batch);
        return store.write(tx -> record(tx, distinct, run));
    }

    private static Map<String, Statements> distinct(List<Statements> batch) {
        return batch.stream().collect(Collectors.toMap(s -> s.article().id(), Function.identity(), (a, b) -> a));
    }

    private Map<String, Taken> record(TransactionContext tx, Map<String, Statements> batch, String run) {
        recomputation.lock(tx);
        Recording recording = new Recording(run, clock.instant());
        Rules rules = rulebook.at(tx);
        Set<String> known = articles.listKnown(tx, batch.keySet());
        List<Statements> fresh = batch.values().stream()
                .filter(s -> !known.contains(s.article().id()))
                .sorted(java.util.Comparator.comparing(s -> s.article().id()))
                .toList();
        List<Article> again = batch.values().stream()
                .filter(s -> known.contains(s.article().id()))
                .map(Statements::article)
                .toList();
        articles.seeAgain(tx, again);
        articles.save(tx, fresh.stream().map(Statements::article).toList(), recording);
        Map<Article, String> originals = copies.find(
                tx,
                fresh.stream()
                        .filter(Statements::searched)
                        .map(Statements::article)
                        .toList());
        List<SourcedClaim> recounted = recounted(tx, originals, fresh, rules);
        List<SourcedClaim> sourced = new ArrayList<>();
        for (Statements each : fresh) {
            String original =
                    originals.getOrDefault(each.article(), each.article().address());
            each.claims().forEach(claim -> sourced.add(sourcing.of(claim, each.article(), original, rules)));
        }
        claims.save(
                tx,
                recounted.stream()
                        .map(claim -> recomputation.blocked(claim, rules))
                        .toList(),
                recording);
        claims.saveNew(
                tx,
                sourced.stream()
                        .map(claim -> recomputation.blocked(claim, rules))
                        .toList(),
                recording);
        List<SourcedClaim> changed = new ArrayList<>(sourced);
        changed.addAll(recounted);
        List<Article> seen = Stream.concat(fresh.stream().map(Statements::article), again.stream())
                .toList();
        changed.addAll(retirement.settle(tx, seen, true, rules, recording.at()));
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

    /** Claims of articles that were there, which now count with another source than they did. */
    private List<SourcedClaim> recounted(
            TransactionContext tx, Map<Article, String> originals, List<Statements> fresh, Rules rules) {
        Set<String> here = fresh.stream().map(s -> s.article().id()).collect(Collectors.toSet());
        List<SourcedClaim> changed = new ArrayList<>();
        originals.forEach((article, original) -> {
            if (!here.contains(article.id())) {
                for (SourcedClaim claim : claims.listByArticle(tx, article.id())) {
                    String independence = sourcing.independence(claim.claim(), article, original, rules);
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
