package org.dealgraph.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Interval;

/**
 * Puts the statements of one home into clusters, one an obligation. The statements are taken in an order that their
 * content alone decides (dated and core ones of the best voice first), so the result does not depend on how they arrived;
 * each joins the nearest cluster whose every member it agrees with, or founds one.
 */
final class Clustering {

    private static final long UNQUANTIFIED_DAYS = 60;

    private static final Comparator<Statement> SEEDS_FIRST = Comparator.<Statement, Boolean>comparing(
                    s -> s.agreed() == null)
            .thenComparing(s -> !s.claim().core())
            .thenComparing(Authority::voice)
            .thenComparing(s -> s.sourced().tier())
            .thenComparing(Statement::sourced, Statement::byFounding);

    private final Rulings rulings;

    private Clustering(Rulings rulings) {
        this.rulings = rulings;
    }

    static List<Cluster> of(Collection<Statement> home, Rulings rulings) {
        Clustering clustering = new Clustering(rulings);
        Map<String, List<Statement>> tracks =
                home.stream().collect(Collectors.groupingBy(Statement::track, TreeMap::new, Collectors.toList()));
        List<Cluster> clusters = new ArrayList<>();
        tracks.values().forEach(track -> clusters.addAll(clustering.clusterTrack(track)));
        rulings.merge(clusters);
        return clusters;
    }

    private List<Cluster> clusterTrack(List<Statement> track) {
        List<Cluster> clusters = new ArrayList<>();
        Map<String, List<Statement>> units = select(
                        track, s -> s.asserts() && s.quantity().isPresent())
                .stream()
                .collect(Collectors.groupingBy(Statement::unit, TreeMap::new, Collectors.toList()));
        for (List<Statement> unit : units.values()) {
            List<Cluster> figures = new ArrayList<>();
            unit.forEach(statement -> place(statement, figures));
            mergeRivals(figures);
            clusters.addAll(figures);
        }
        List<Cluster> bare = new ArrayList<>();
        for (Statement statement :
                select(track, s -> s.asserts() && s.quantity().isEmpty())) {
            Optional<Cluster> quantified = only(statement, clusters);
            if (quantified.isPresent()) {
                quantified.get().add(statement);
            } else {
                place(statement, bare);
            }
        }
        clusters.addAll(bare);
        select(track, s -> !s.asserts()).forEach(statement -> settle(statement, clusters));
        return clusters;
    }

    private static List<Statement> select(List<Statement> track, Predicate<Statement> which) {
        return track.stream().filter(which).sorted(SEEDS_FIRST).toList();
    }

    /** Into the nearest cluster that agrees throughout, or a new one. */
    private void place(Statement statement, List<Cluster> clusters) {
        Optional<Cluster> nearest = clusters.stream()
                .filter(cluster -> cluster.own().stream().allMatch(member -> Sameness.same(member, statement)))
                .filter(cluster -> !rulings.apart(cluster, statement))
                .min(Comparator.comparingDouble((Cluster cluster) -> spread(cluster, statement))
                        .thenComparing(cluster ->
                                !cluster.own().stream().allMatch(member -> Sameness.lengths(member, statement)))
                        .thenComparing(cluster -> !together(cluster, statement, UNQUANTIFIED_DAYS)));
        if (nearest.isPresent()) {
            nearest.get().add(statement);
        } else {
            clusters.add(new Cluster(statement));
        }
    }

    private static double spread(Cluster cluster, Statement statement) {
        return statement
                .quantity()
                .flatMap(figure -> cluster.own().stream()
                        .flatMap(member -> member.quantity().stream())
                        .map(other -> Figures.spread(figure, other))
                        .min(Double::compare))
                .orElse(0.0);
    }

    private static boolean together(Cluster cluster, Statement statement, long days) {
        return cluster.own().stream().anyMatch(member -> Timing.together(member, statement, days));
    }

    /**
     * Clusters that no article tells apart and that rival each other throughout are one obligation with a conflict; so is a
     * remark by another figure, where there is one obligation only that it can mean.
     */
    private void mergeRivals(List<Cluster> clusters) {
        merge(clusters, (one, other) -> rivals(one, other, Sameness::rival));
        merge(
                clusters,
                (one, other) -> rivals(one, other, Sameness::remark)
                        && clusters.stream()
                                .filter(third -> third != one && third != other)
                                .noneMatch(third -> rivals(third, one, Sameness::remark)
                                        || rivals(third, other, Sameness::remark)));
    }

    private static void merge(List<Cluster> clusters, BiPredicate<Cluster, Cluster> one) {
        for (int i = 0; i < clusters.size(); i++) {
            for (int j = clusters.size() - 1; j > i; j--) {
                if (one.test(clusters.get(i), clusters.get(j))) {
                    clusters.get(i).absorb(clusters.remove(j));
                }
            }
        }
    }

    private boolean rivals(Cluster one, Cluster other, BiPredicate<Statement, Statement> rival) {
        if (!wholes(one) || !wholes(other)) {
            return false;
        }
        boolean oneTells =
                one.asserts().stream().anyMatch(a -> other.asserts().stream().anyMatch(b -> rival.test(a, b)));
        return oneTells
                && other.own().stream().noneMatch(statement -> rulings.apart(one, statement))
                && !one.sharesArticle(other)
                && one.asserts().stream().allMatch(a -> other.asserts().stream().allMatch(b -> bearable(a, b)));
    }

    /** Whether no article says that the amount is a part, an addition or a sum. */
    private static boolean wholes(Cluster cluster) {
        return cluster.asserts().stream().allMatch(s -> s.relation() == AmountRelation.Kind.WHOLE);
    }

    private static boolean bearable(Statement a, Statement b) {
        return Figures.near(a.quantity().orElseThrow(), b.quantity().orElseThrow()) && Sameness.consistent(a, b);
    }

    /** The one cluster that a statement without a figure can mean: dated alike, or the only one there is. */
    private Optional<Cluster> only(Statement bare, List<Cluster> clusters) {
        List<Cluster> fitting = clusters.stream()
                .filter(cluster -> cluster.own().stream().allMatch(member -> Sameness.means(bare, member)))
                .filter(cluster -> !rulings.apart(cluster, bare))
                .toList();
        List<Cluster> dated = fitting.stream()
                .filter(cluster -> together(cluster, bare, UNQUANTIFIED_DAYS))
                .toList();
        List<Cluster> candidates = dated.isEmpty() ? fitting : dated;
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /** A denial or an end goes to what it speaks of; where nothing is known of that, it stands for itself. */
    private void settle(Statement statement, List<Cluster> clusters) {
        Optional<Cluster> target = statement.quantity().isEmpty()
                ? only(statement, clusters)
                : clusters.stream()
                        .filter(cluster -> speaksOf(statement, cluster))
                        .filter(cluster -> !rulings.apart(cluster, statement))
                        .min(Comparator.comparingDouble(cluster -> spread(cluster, statement)));
        if (target.isPresent()) {
            target.get().add(statement);
        } else {
            clusters.add(new Cluster(statement));
        }
    }

    /** Whether some member tells its figure, and the others' are at most rivals of it. */
    private static boolean speaksOf(Statement statement, Cluster cluster) {
        Interval figure = statement.quantity().orElseThrow();
        List<Statement> numbered =
                cluster.own().stream().filter(m -> m.quantity().isPresent()).toList();
        return (numbered.isEmpty()
                        || numbered.stream()
                                .anyMatch(m -> Figures.same(m.quantity().orElseThrow(), figure)))
                && numbered.stream()
                        .allMatch(m -> m.unit().equals(statement.unit())
                                && (Figures.same(m.quantity().orElseThrow(), figure)
                                        || Figures.near(m.quantity().orElseThrow(), figure))
                                && Timing.compatible(m, statement));
    }
}
