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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.BlockedClaim;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.JudgementRepository;
import org.dealgraph.graph.OrganizationRepository;
import org.dealgraph.graph.Recording;
import org.dealgraph.model.Article;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.pipeline.Refusal.Code;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * What persons decide: about claims, mentions, organizations and whole articles. Each operation is one write transaction;
 * it stores the judgements, computes again what they bear on, and logs what changed. One that asks for what holds already
 * does nothing. Nothing is ever lost by it: the last decision stands, and {@link Verdict#UNSURE} takes one back.
 */
@Singleton
public final class Decisions {

    private static final int MOST_PAIRS = 10_000;
    private static final int LONGEST = 1_000;

    private final GraphStore store;
    private final JudgementRepository judgements;
    private final ArticleRepository articles;
    private final ClaimRepository claims;
    private final DealRepository deals;
    private final OrganizationRepository organizations;
    private final Recomputation recomputation;
    private final Retirement retirement;
    private final Rulebook rulebook;
    private final Sourcing sourcing;
    private final Concern concern;
    private final Clock clock = Clock.systemUTC();

    Decisions(
            GraphStore store,
            JudgementRepository judgements,
            ArticleRepository articles,
            ClaimRepository claims,
            DealRepository deals,
            OrganizationRepository organizations,
            Recomputation recomputation,
            Retirement retirement,
            Rulebook rulebook,
            Sourcing sourcing,
            Concern concern) {
        this.store = store;
        this.judgements = judgements;
        this.articles = articles;
        this.claims = claims;
        this.deals = deals;
        this.organizations = organizations;
        this.recomputation = recomputation;
        this.retirement = retirement;
        this.rulebook = rulebook;
        this.sourcing = sourcing;
        this.concern = concern;
    }

    /** Decides one thing. */
    public Decided decide(Ruling ruling, String by, @Nullable String why) {
        return decide(List.of(ruling), by, why);
    }

    /** Decides several things together: all of them hold afterwards, or none. */
    public Decided decide(List<Ruling> rulings, String by, @Nullable String why) {
        return store.write(tx -> {
            recomputation.lock(tx);
            return decide(tx, rulings, by, why);
        });
    }

    /** Puts the deals that two claims are in into one; a deal's own id will do. */
    public Decided mergeDeals(String one, String other, String by, @Nullable String why) {
        return decide(new Ruling(one, other, Verdict.SAME_DEAL), by, why);
    }

    /**
     * Takes claims out of the deal that they are in, into one of their own.
     *
     * @param apart the claims to take out, all of one deal, which keeps at least one other
     */
    public Decided splitDeal(Collection<String> apart, String by, @Nullable String why) {
        return store.write(tx -> {
            recomputation.lock(tx);
            return splitDeal(tx, apart, by, why);
        });
    }

    Decided splitDeal(TransactionContext tx, Collection<String> apart, String by, @Nullable String why) {
        Set<String> out = new TreeSet<>(apart);
        List<Deal> from = deals.listByClaims(tx, out);
        if (from.size() != 1 || !from.getFirst().claims().containsAll(out)) {
            throw new Refusal(
                    Code.BAD_INPUT, "claims", "could not split a deal: the claims are not all in one deal now: " + out);
        }
        List<String> rest =
                from.getFirst().claims().stream().filter(c -> !out.contains(c)).toList();
        if (rest.isEmpty() || (long) rest.size() * out.size() > MOST_PAIRS) {
            throw new Refusal(
                    rest.isEmpty() ? Code.BAD_INPUT : Code.TOO_LARGE,
                    "claims",
                    "could not split a deal: " + from.getFirst().id() + ": "
                            + (rest.isEmpty() ? "nothing would stay in it" : "it has too many claims; name fewer"));
        }
        List<Ruling> pairs = out.stream()
                .flatMap(a -> rest.stream().map(b -> new Ruling(a, b, Verdict.NOT_SAME_DEAL)))
                .toList();
        return decide(tx, pairs, by, why);
    }

    /** Takes decisions back, so that the rules decide again. */
    public Decided takeBack(Collection<Judgement> decided, String by, @Nullable String why) {
        return decide(undone(decided), by, why);
    }

    /** Takes back what was decided at one moment, which is one decision's own. */
    Decided takeBack(TransactionContext tx, Instant decidedAt, String by, @Nullable String why) {
        List<Judgement> decided = rulebook.at(tx).judgements().stream()
                .filter(j -> j.byPerson() && j.at().equals(decidedAt))
                .toList();
        return decide(tx, undone(decided), by, why);
    }

    private static List<Ruling> undone(Collection<Judgement> decided) {
        return decided.stream()
                .map(j -> new Ruling(j.left(), j.right(), Verdict.UNSURE))
                .distinct()
                .toList();
    }

    /** Every judgement about a claim, mention, name, organization or article, oldest first. */
    public List<Judgement> listAbout(String subject) {
        return store.read(tx -> judgements.listAbout(tx, subject));
    }

    /** The persons' judgements whose claim is gone, which somebody should look at again. */
    public List<Judgement> listForReview() {
        return store.read(tx -> {
            List<Judgement> personal = judgements.list(tx).stream()
                    .filter(Judgement::byPerson)
                    .filter(j -> j.verdict() != Verdict.UNSURE)
                    .toList();
            Set<String> named = personal.stream()
                    .flatMap(j -> Stream.of(j.left(), j.right()))
                    .filter(Concern::isClaim)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> unused = claims.listUnused(tx, named);
            return personal.stream()
                    .filter(j -> unused.contains(j.left()) || unused.contains(j.right()))
                    .toList();
        });
    }

    Decided decide(TransactionContext tx, List<Ruling> rulings, String by, @Nullable String why) {
        check(by, why);
        Rules before = rulebook.at(tx);
        Instant now = clock.instant();
        List<Judgement> wanted = rulings.stream()
                .map(r -> new Judgement(r.left(), r.right(), r.verdict(), by, later(now, before), why))
                .filter(j -> !before.holds(j))
                .toList();
        concern.check(tx, rulings);
        if (wanted.isEmpty()) {
            return Decided.NOTHING;
        }
        List<Judgement> all = new ArrayList<>(before.judgements());
        all.addAll(wanted);
        Rules after = rulebook.under(all);
        judgements.save(tx, wanted);

        Map<String, SourcedClaim> were = byId(concern.claims(tx, wanted, before, after));
        Map<String, SourcedClaim> are =
                byId(were.values().stream().map(c -> sourcing.again(c, after)).toList());
        List<SourcedClaim> resolvedAnew = are.values().stream()
                .filter(c -> !c.equals(were.get(c.claim().id())))
                .toList();
        List<BlockedClaim> judgedAnew = are.values().stream()
                .filter(c -> resolvedAnew.contains(c)
                        || !Sourcing.resolutions(c.claim(), before).equals(Sourcing.resolutions(c.claim(), after)))
                .map(c -> recomputation.blocked(c, after))
                .toList();
        claims.save(tx, judgedAnew, new Recording("judgement", now));
        List<SourcedClaim> changed = new ArrayList<>(were.values());
        changed.addAll(resolvedAnew);
        List<Article> named = articles.listByIds(
                tx, wanted.stream().map(Judgement::left).distinct().toList());
        changed.addAll(retirement.settle(tx, named, false, after, now));
        var revisions = recomputation.around(tx, after, changed, Why.of(Cause.JUDGEMENT, now));
        organizations.settleProvisional(tx, Rebuild.parties(changed));
        return new Decided(
                wanted,
                (int) changed.stream().map(c -> c.claim().id()).distinct().count(),
                revisions);
    }

    /** The clock may stand still or go back; a decision never comes before those that it takes back. */
    private static Instant later(Instant now, Rules before) {
        return before.judgements().stream()
                .map(Judgement::at)
                .max(Instant::compareTo)
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plusMillis(1))
                .orElse(now);
    }

    private static Map<String, SourcedClaim> byId(Collection<SourcedClaim> claims) {
        return claims.stream()
                .collect(Collectors.toMap(c -> c.claim().id(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static void check(String by, @Nullable String why) {
        if (by.isBlank() || by.startsWith(Judgement.RULE) || by.length() > LONGEST) {
            throw new Refusal(
                    Code.BAD_INPUT, null, "could not store a judgement: it must say who decided: '" + by + "'");
        }
        if (why != null && why.length() > LONGEST) {
            throw new Refusal(
                    Code.BAD_INPUT, "why", "could not store a judgement: its reason is longer than " + LONGEST);
        }
    }
}
