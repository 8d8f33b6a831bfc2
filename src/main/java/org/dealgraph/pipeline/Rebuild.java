package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.LedgerEntry;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.OrganizationRepository;
import org.dealgraph.graph.Recording;
import org.dealgraph.graph.StoredClaim;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.SourcedClaim;
import org.neo4j.driver.TransactionContext;

/**
 * Computes the whole graph again from the stored articles and judgements, with the rules and the registry of today. What
 * comes out depends on these alone and not on the order in which they came.
 */
@Singleton
public final class Rebuild {

    private static final int PAGE = 100;
    private static final String RUN = "rebuild";

    private final GraphStore store;
    private final ArticleRepository articles;
    private final ClaimRepository claims;
    private final OrganizationRepository organizations;
    private final Recomputation recomputation;
    private final Retirement retirement;
    private final Rulebook rulebook;
    private final Sourcing sourcing;
    private final Copies copies;
    private final ClaimReader reader;
    private final Map<String, List<Claim>> ledger;
    private final Clock clock = Clock.systemUTC();

    Rebuild(
            GraphStore store,
            ArticleRepository articles,
            ClaimRepository claims,
            OrganizationRepository organizations,
            Recomputation recomputation,
            Retirement retirement,
            Rulebook rulebook,
            Sourcing sourcing,
            Copies copies,
            ClaimReader reader,
            Catalogue catalogue) {
        this.store = store;
        this.articles = articles;
        this.claims = claims;
        this.organizations = organizations;
        this.recomputation = recomputation;
        this.retirement = retirement;
        this.rulebook = rulebook;
        this.sourcing = sourcing;
        this.copies = copies;
        this.reader = reader;
        this.ledger = catalogue.ledger().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.article().id(), Collectors.mapping(LedgerEntry::claim, Collectors.toList())));
    }

    /** Computes again from the claims as they were read. */
    public Result run() {
        return run(false);
    }

    /**
     * Computes again, one transaction a page of articles, so that a rebuild of any size can be stopped and run again.
     *
     * @param reread whether to read every stored text again: what is not found any more is retired, what is new comes in
     */
    public Result run(boolean reread) {
        Result sum = new Result(0, 0, 0);
        String after = "";
        while (true) {
            String from = after;
            List<Article> page = store.read(tx -> articles.list(tx, from, PAGE));
            if (page.isEmpty()) {
                return sum;
            }
            sum = sum.plus(store.write(tx -> again(tx, page, reread)));
            after = page.getLast().id();
        }
    }

    private Result again(TransactionContext tx, List<Article> page, boolean reread) {
        recomputation.lock(tx);
        Instant now = clock.instant();
        Rules rules = rulebook.at(tx);
        List<StoredClaim> stored =
                claims.listStated(tx, page.stream().map(Article::id).toList());
        Map<String, List<StoredClaim>> byArticle = stored.stream()
                .collect(Collectors.groupingBy(s -> s.claim().claim().article()));
        Map<String, SourcedClaim> sourced = new LinkedHashMap<>();
        Set<String> found = new TreeSet<>();
        Map<Article, String> originals = copies.find(
                tx,
                page.stream().filter(a -> !a.source().equals(Retirement.LEDGER)).toList());
        for (Article article : page) {
            String original = originals.getOrDefault(article, article.address());
            List<StoredClaim> was = byArticle.getOrDefault(article.id(), List.of());
            was.forEach(s -> put(sourced, sourcing.of(s.claim().claim(), article, original, rules)));
            for (Claim claim : reread ? read(article, was) : List.<Claim>of()) {
                put(sourced, sourcing.of(claim, article, original, rules));
                found.add(claim.id());
            }
        }
        claims.save(
                tx,
                sourced.values().stream()
                        .map(claim -> recomputation.blocked(claim, rules))
                        .toList(),
                new Recording(RUN, now));
        List<SourcedClaim> changed = new ArrayList<>(sourced.values());
        stored.forEach(s -> changed.add(s.claim()));
        if (reread) {
            retirement.reread(tx, stored, found, now);
        }
        changed.addAll(retirement.settle(tx, page, false, rules, now));
        int revisions = recomputation
                .around(tx, rules, changed, Why.of(Cause.REREAD, now))
                .size();
        organizations.settleProvisional(tx, parties(changed));
        return new Result(page.size(), sourced.size(), revisions);
    }

    /** What an article states as it is read today; a line of the ledger is what the ledger says today; no text, no change. */
    private List<Claim> read(Article article, List<StoredClaim> was) {
        if (article.source().equals(Retirement.LEDGER)) {
            return ledger.getOrDefault(
                    article.id(), was.stream().map(s -> s.claim().claim()).toList());
        }
        if (article.text().isBlank()) {
            return was.stream().map(s -> s.claim().claim()).toList();
        }
        return article.readable() ? reader.read(article) : List.of();
    }

    private static void put(Map<String, SourcedClaim> claims, SourcedClaim claim) {
        claims.put(claim.claim().id(), claim);
    }

    static Set<String> parties(Collection<SourcedClaim> claims) {
        return claims.stream()
                .flatMap(c -> Stream.of(c.from(), c.to(), c.beneficiaries()))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What a rebuild did.
     *
     * @param articles how many were gone through
     * @param claims how many claims were looked at
     * @param revisions how many changes of deals followed
     */
    public record Result(int articles, int claims, int revisions) {

        Result plus(Result other) {
            return new Result(articles + other.articles, claims + other.claims, revisions + other.revisions);
        }
    }
}
