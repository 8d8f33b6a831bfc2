package org.dealgraph.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Span;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;

/**
 * Puts terms that were announced together into one deal: between the same sides, when an article tells both as its news
 * and their dates agree, or when both bear the same date; across sides, when one announcement names three parties at most
 * with one in the middle, or one sentence tells of several investors or lenders to the same company.
 */
final class Grouping {

    private static final long AGREED_DAYS = 7;
    private static final long FIRST_TOLD_DAYS = 31;
    private static final long APART_DAYS = 45;
    private static final long SAME_NEWS_DAYS = 3;
    private static final int ANNOUNCEMENT_PARTIES = 3;

    private final List<Cluster> clusters;
    private final Rulings rulings;
    private final SortedSet<Tie> ties = new TreeSet<>();

    /** A reason to put two terms into one deal. */
    private record Tie(boolean judged, boolean amendment, long days, int one, int other) implements Comparable<Tie> {

        private static final Comparator<Tie> NEAREST = Comparator.comparing((Tie t) -> !t.judged)
                .thenComparing(t -> t.amendment)
                .thenComparing(t -> t.days)
                .thenComparing(t -> t.one)
                .thenComparing(t -> t.other);

        @Override
        public int compareTo(Tie other) {
            return NEAREST.compare(this, other);
        }
    }

    private Grouping(List<Cluster> clusters, Rulings rulings) {
        this.clusters = clusters;
        this.rulings = rulings;
    }

    /** The ties among some clusters, given in an order of content. */
    static Grouping of(List<Cluster> clusters, LinkBook links, Rulings rulings) {
        Grouping grouping = new Grouping(clusters, rulings);
        grouping.byJudgement();
        grouping.byHome();
        grouping.byArticle();
        grouping.byParts(links);
        return grouping;
    }

    /** The groups: the nearest in time joined first; two stay apart where any two of their terms lie too far apart. */
    Collection<List<Cluster>> groups() {
        return join(false);
    }

    /** Whatever could come to be one group if other ties were fewer: the groups when nothing stays apart. */
    Collection<List<Cluster>> connected() {
        return join(true);
    }

    /** What a person put together. */
    private void byJudgement() {
        if (!rulings.putsTogether()) {
            return;
        }
        Map<String, Integer> holding = new HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            for (Statement statement : clusters.get(i).all()) {
                holding.put(statement.id(), i);
            }
        }
        holding.forEach((claim, i) -> rulings.together(claim).stream()
                .map(holding::get)
                .filter(Objects::nonNull)
                .filter(j -> i < j)
                .forEach(j -> ties.add(new Tie(true, false, 0, i, j))));
    }

    private void byHome() {
        Map<String, List<Integer>> homes = new TreeMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            homes.computeIfAbsent(clusters.get(i).founder().home(), h -> new ArrayList<>())
                    .add(i);
        }
        homes.values().forEach(this::sameDay);
    }

    private void sameDay(List<Integer> home) {
        for (int i : home) {
            for (int j : home) {
                if (i < j && sameNews(clusters.get(i), clusters.get(j))) {
                    tie(i, j);
                }
            }
        }
    }

    private static boolean sameNews(Cluster one, Cluster other) {
        Optional<PartialDate> a = day(one);
        Optional<PartialDate> b = day(other);
        return a.isPresent() && b.isPresent() && Timing.gap(a.get(), b.get()) <= SAME_NEWS_DAYS;
    }

    /** The day a term was agreed or first came as news, where it is known to the day. */
    private static Optional<PartialDate> day(Cluster cluster) {
        Optional<PartialDate> agreed = agreed(cluster);
        Optional<PartialDate> moment = agreed.isPresent() ? agreed : firstNews(cluster);
        return moment.filter(date -> date.earliest().equals(date.latest()));
    }

    private void byArticle() {
        Map<String, List<Integer>> articles = new HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            int index = i;
            Cluster cluster = clusters.get(i);
            cluster.asserts().stream()
                    .filter(s -> announces(cluster, s))
                    .map(s -> s.claim().article())
                    .distinct()
                    .forEach(a ->
                            articles.computeIfAbsent(a, k -> new ArrayList<>()).add(index));
        }
        articles.forEach((article, told) -> {
            boolean announcement = announcement(told);
            for (int i : told) {
                for (int j : told) {
                    if (i < j
                            && together(i, j)
                            && (sameHome(i, j) || (announcement && !alone(i) && !alone(j)) || round(article, i, j))) {
                        tie(i, j);
                    }
                }
            }
        });
    }

    /** Whether a statement is news of its term from the days when the term became known. */
    static boolean announces(Cluster cluster, Statement statement) {
        if (!statement.claim().core() || !statement.asserts()) {
            return false;
        }
        PartialDate told = statement.knownBy();
        Optional<PartialDate> first = firstTold(cluster);
        return told == null || first.isEmpty() || Timing.gap(told, first.get()) <= FIRST_TOLD_DAYS;
    }

    private boolean sameHome(int i, int j) {
        return clusters.get(i).founder().home().equals(clusters.get(j).founder().home());
    }

    /** Three parties at most, one of them in every term; what a company builds for nobody named is its own affair. */
    private boolean announcement(List<Integer> told) {
        List<SortedSet<String>> sides = told.stream()
                .filter(i -> !alone(i))
                .map(i -> clusters.get(i).founder().parties())
                .toList();
        Set<String> parties = new TreeSet<>();
        sides.forEach(parties::addAll);
        return parties.size() <= ANNOUNCEMENT_PARTIES
                && parties.stream().anyMatch(party -> sides.stream().allMatch(side -> side.contains(party)));
    }

    private boolean alone(int i) {
        return clusters.get(i).asserts().stream()
                .allMatch(s -> s.to().isEmpty() && s.beneficiaries().isEmpty());
    }

    /** Several investors or lenders to one company in one sentence of one article. */
    private boolean round(String article, int i, int j) {
        Statement one = clusters.get(i).founder();
        Statement other = clusters.get(j).founder();
        boolean funding = one.kind() == ClaimKind.INVEST || one.kind() == ClaimKind.LEND;
        return funding
                && one.kind() == other.kind()
                && one.to().equals(other.to())
                && spans(article, i).stream()
                        .anyMatch(a -> spans(article, j).stream().anyMatch(a::overlaps));
    }

    private List<Span> spans(String article, int i) {
        return clusters.get(i).own().stream()
                .filter(s -> s.claim().article().equals(article))
                .flatMap(s -> s.claim().evidence().spans().stream())
                .toList();
    }

    private boolean together(int i, int j) {
        Cluster one = clusters.get(i);
        Cluster other = clusters.get(j);
        Optional<PartialDate> a = agreed(one);
        Optional<PartialDate> b = agreed(other);
        if (a.isPresent() && b.isPresent()) {
            return Timing.gap(a.get(), b.get()) <= AGREED_DAYS;
        }
        Optional<PartialDate> p = firstTold(one);
        Optional<PartialDate> q = firstTold(other);
        return p.isEmpty() || q.isEmpty() || Timing.gap(p.get(), q.get()) <= FIRST_TOLD_DAYS;
    }

    private void byParts(LinkBook links) {
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            ids.put(clusters.get(i).id(), i);
        }
        for (int i = 0; i < clusters.size(); i++) {
            int part = i;
            links.of(clusters.get(i)).stream()
                    .filter(link -> link.kind() == TermLink.Kind.PART_OF || link.kind() == TermLink.Kind.MIRRORS)
                    .map(link -> ids.get(link.term()))
                    .filter(Objects::nonNull)
                    .filter(whole -> together(part, whole) && !sumOfDeals(whole))
                    .forEach(whole -> tie(part, whole));
        }
    }

    /** A running total belongs with the agreement that completes it, not with all it adds up. */
    private boolean sumOfDeals(int whole) {
        return clusters.get(whole).asserts().stream().anyMatch(s -> s.relation() == AmountRelation.Kind.RUNNING_TOTAL);
    }

    private static Optional<PartialDate> agreed(Cluster cluster) {
        return earliest(cluster, Statement::agreed);
    }

    private static Optional<PartialDate> firstNews(Cluster cluster) {
        return earliest(cluster, Statement::news);
    }

    private static Optional<PartialDate> firstTold(Cluster cluster) {
        return earliest(cluster, Statement::knownBy);
    }

    private static Optional<PartialDate> earliest(Cluster cluster, Function<Statement, @Nullable PartialDate> date) {
        return cluster.shaping().stream().map(date).filter(Objects::nonNull).min(PartialDate::compareTo);
    }

    private void tie(int i, int j) {
        ties.add(new Tie(
                false, sameHome(i, j) && (amends(i) || amends(j)), distance(i, j), Math.min(i, j), Math.max(i, j)));
    }

    private Collection<List<Cluster>> join(boolean all) {
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            members.add(new ArrayList<>(List.of(i)));
        }
        for (Tie tie : ties) {
            List<Integer> left = members.get(tie.one());
            List<Integer> right = members.get(tie.other());
            boolean near = all || tie.judged() || tie.amendment() || !apart(left, right);
            if (left != right && near && (all || !strangers(left, right))) {
                left.addAll(right);
                right.forEach(j -> members.set(j, left));
            }
        }
        Set<List<Integer>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        return members.stream()
                .filter(distinct::add)
                .map(group -> group.stream().sorted().map(clusters::get).toList())
                .toList();
    }

    private boolean strangers(List<Integer> left, List<Integer> right) {
        return left.stream()
                .anyMatch(i -> right.stream().anyMatch(j -> rulings.strangers(clusters.get(i), clusters.get(j))));
    }

    private boolean apart(List<Integer> left, List<Integer> right) {
        return left.stream().anyMatch(i -> right.stream().anyMatch(j -> apart(i, j)));
    }

    private boolean apart(int i, int j) {
        return distance(i, j) > APART_DAYS;
    }

    /** Days between two terms' first moments; 0 where either is not known. */
    private long distance(int i, int j) {
        Optional<PartialDate> a = moment(clusters.get(i));
        Optional<PartialDate> b = moment(clusters.get(j));
        return a.isPresent() && b.isPresent() ? Timing.gap(a.get(), b.get()) : 0;
    }

    private static Optional<PartialDate> moment(Cluster cluster) {
        Optional<PartialDate> agreed = agreed(cluster);
        return agreed.isPresent() ? agreed : firstTold(cluster);
    }

    /** A right whose articles give it unlike ends was amended: the amendment belongs to the agreement that it amends. */
    private boolean amends(int i) {
        Cluster cluster = clusters.get(i);
        return cluster.founder().kind() == ClaimKind.RIGHT
                && cluster.asserts().stream()
                                .map(s -> s.claim().schedule().end())
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        > 1;
    }
}
