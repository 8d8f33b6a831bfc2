package org.dealgraph.claim.corpus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.dealgraph.model.ClaimKind;

/**
 * The figures of a set of documents, counted as the corpus's own scorer counts them.
 *
 * @param documents how many
 * @param numbered claims with a number: the headline
 * @param all every claim
 * @param undirected every claim, whichever way round its parties stand and whatever its kind
 * @param byKind per kind
 * @param attributes right and counted values of bound, status, term_years, start and date on right claims
 * @param hedged bounds right where the gold bound is not EXACT
 * @param amounts money right where a read money claim agrees with gold money claims in kind and both parties
 * @param byStatus per status, among right claims: read with it, gold with it, and both
 * @param core gold claims that are the document's own news, found of all
 * @param quiet documents without a claim, kept quiet of all
 */
public record Scores(
        int documents,
        Tally numbered,
        Tally all,
        Tally undirected,
        Map<ClaimKind, Tally> byKind,
        Map<String, Tally> attributes,
        Tally hedged,
        Tally amounts,
        Map<String, Tally> byStatus,
        Tally core,
        Tally quiet) {

    private static final Map<String, Function<CorpusClaim, Object>> ATTRIBUTES = new TreeMap<>(Map.of(
            "bound",
            CorpusClaim::bound,
            "status",
            CorpusClaim::status,
            "term_years",
            c -> Objects.requireNonNullElse(c.termYears(), ""),
            "start",
            c -> Objects.requireNonNullElse(c.start(), ""),
            "date",
            c -> Objects.requireNonNullElse(c.date(), "")));

    /** Nothing counted. */
    public static final Scores NONE = new Scores(
            0,
            Tally.NONE,
            Tally.NONE,
            Tally.NONE,
            Map.of(),
            Map.of(),
            Tally.NONE,
            Tally.NONE,
            Map.of(),
            Tally.NONE,
            Tally.NONE);

    /** The figures of one document. */
    public static Scores of(List<CorpusClaim> read, List<CorpusClaim> gold) {
        Agreement.Matching m = Agreement.match(read, gold);
        List<Agreement.Pair> pairs = m.pairs();
        long numberedRight = pairs.stream().filter(p -> p.gold().numbered()).count();
        long excused = pairs.stream()
                .filter(p -> p.read().numbered() && !p.gold().numbered())
                .count();
        long numberedRead = read.stream().filter(CorpusClaim::numbered).count() - excused;
        long numberedGold = gold.stream().filter(CorpusClaim::numbered).count();
        return new Scores(
                1,
                tally(numberedRight, numberedRead, numberedGold),
                tally(pairs.size(), read.size(), gold.size()),
                tally(Agreement.match(read, gold, Agreement::undirected).pairs().size(), read.size(), gold.size()),
                byKind(pairs, read, gold),
                attributes(pairs),
                hedged(pairs),
                amounts(read, gold),
                byStatus(pairs),
                tally(
                        pairs.stream().filter(p -> p.gold().core()).count(),
                        0,
                        gold.stream().filter(CorpusClaim::core).count()),
                gold.isEmpty() ? tally(read.isEmpty() ? 1 : 0, 0, 1) : Tally.NONE);
    }

    /** Both together. */
    public Scores plus(Scores o) {
        return new Scores(
                documents + o.documents,
                numbered.plus(o.numbered),
                all.plus(o.all),
                undirected.plus(o.undirected),
                merge(byKind, o.byKind),
                merge(attributes, o.attributes),
                hedged.plus(o.hedged),
                amounts.plus(o.amounts),
                merge(byStatus, o.byStatus),
                core.plus(o.core),
                quiet.plus(o.quiet));
    }

    private static Map<ClaimKind, Tally> byKind(
            List<Agreement.Pair> pairs, List<CorpusClaim> read, List<CorpusClaim> gold) {
        Map<ClaimKind, Tally> byKind = new EnumMap<>(ClaimKind.class);
        read.forEach(r -> byKind.merge(r.kind(), tally(0, 1, 0), Tally::plus));
        gold.forEach(g -> byKind.merge(g.kind(), tally(0, 0, 1), Tally::plus));
        pairs.forEach(p -> byKind.merge(p.gold().kind(), tally(1, 0, 0), Tally::plus));
        return byKind;
    }

    private static Map<String, Tally> attributes(List<Agreement.Pair> pairs) {
        Map<String, Tally> attributes = new TreeMap<>();
        for (Agreement.Pair p : pairs) {
            ATTRIBUTES.forEach((name, get) -> {
                Object gold = get.apply(p.gold());
                if (!gold.equals("")) {
                    attributes.merge(name, tally(gold.equals(get.apply(p.read())) ? 1 : 0, 0, 1), Tally::plus);
                }
            });
        }
        return attributes;
    }

    private static Tally hedged(List<Agreement.Pair> pairs) {
        List<Agreement.Pair> hedged =
                pairs.stream().filter(p -> !p.gold().bound().equals("EXACT")).toList();
        return tally(
                hedged.stream()
                        .filter(p -> p.gold().bound().equals(p.read().bound()))
                        .count(),
                0,
                hedged.size());
    }

    private static Tally amounts(List<CorpusClaim> read, List<CorpusClaim> gold) {
        Tally tally = Tally.NONE;
        for (CorpusClaim r : read) {
            List<CorpusClaim> same = gold.stream()
                    .filter(g -> g.money() != null && r.money() != null && Agreement.sameParties(r, g))
                    .toList();
            if (!same.isEmpty()) {
                boolean right = same.stream().anyMatch(g -> Agreement.sameQuantity(r, g));
                tally = tally.plus(tally(right ? 1 : 0, 0, 1));
            }
        }
        return tally;
    }

    private static Map<String, Tally> byStatus(List<Agreement.Pair> pairs) {
        Map<String, Tally> byStatus = new TreeMap<>();
        for (Agreement.Pair p : pairs) {
            byStatus.merge(p.read().status(), tally(0, 1, 0), Tally::plus);
            byStatus.merge(p.gold().status(), tally(0, 0, 1), Tally::plus);
            if (p.read().status().equals(p.gold().status())) {
                byStatus.merge(p.gold().status(), tally(1, 0, 0), Tally::plus);
            }
        }
        return byStatus;
    }

    private static <K> Map<K, Tally> merge(Map<K, Tally> a, Map<K, Tally> b) {
        Map<K, Tally> sum = new TreeMap<>(a);
        b.forEach((k, v) -> sum.merge(k, v, Tally::plus));
        return sum;
    }

    private static Tally tally(long right, long read, long gold) {
        return new Tally((int) right, (int) read, (int) gold);
    }

    /** The sum of many. */
    public static Scores sum(Iterable<Scores> parts) {
        Scores sum = NONE;
        for (Scores part : parts) {
            sum = sum.plus(part);
        }
        return sum;
    }
}
