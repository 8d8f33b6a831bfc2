package org.dealgraph.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Interval;

/**
 * Finds readings of one obligation that turn it round: seller and buyer, amount and window agree, and the direction is
 * reversed; or it is told as the seller's own spending for that buyer. The lesser reading is attached to the better as a
 * dispute and stands in no total. A seller's spending for nobody named is left alone.
 */
final class Directions {

    private static final double ABOUT = 0.1;

    private final Directory directory;
    private final Gate gate;
    private final Map<Cluster, SortedSet<String>> reasons = new IdentityHashMap<>();
    private final Map<String, List<Cluster>> tracks = new HashMap<>();

    Directions(Directory directory, Gate gate) {
        this.directory = directory;
        this.gate = gate;
    }

    /** Settles directions among some clusters, given in an order of content; returns those that remain. */
    List<Cluster> settle(List<Cluster> clusters) {
        for (Cluster cluster : clusters) {
            tracks.computeIfAbsent(cluster.founder().track(), t -> new ArrayList<>())
                    .add(cluster);
        }
        for (Cluster cluster : clusters) {
            if (!cluster.asserts().isEmpty()) {
                reversals(cluster);
                ownSpending(cluster);
            }
        }
        return clusters.stream().filter(cluster -> !cluster.empty()).toList();
    }

    /** The conflict of direction on a cluster, if there is one. */
    List<Conflict> conflicts(Cluster cluster) {
        SortedSet<String> rules = reasons.get(cluster);
        if (rules == null) {
            return List.of();
        }
        Authority authority = new Authority(gate, s -> 0);
        List<Statement> all =
                new ArrayList<>(cluster.asserts().stream().sorted(authority).toList());
        cluster.disputes().stream().sorted(authority).forEach(all::add);
        return List.of(Choice.conflict("direction", all, Directions::direction, String.join("; ", rules)));
    }

    private void reversals(Cluster cluster) {
        Statement founder = cluster.founder();
        if (founder.kind() == ClaimKind.RIGHT
                || founder.to().isEmpty()
                || founder.from().equals(founder.to())) {
            return;
        }
        for (Cluster other : tracks.getOrDefault(founder.reversedTrack(), List.of())) {
            if (!cluster.asserts().isEmpty() && !other.asserts().isEmpty() && meet(cluster, other)) {
                boolean keep = ranking().compare(cluster, other) <= 0;
                dispute(keep ? cluster : other, keep ? other : cluster);
            }
        }
    }

    private void dispute(Cluster winner, Cluster loser) {
        List<Statement> readings = new ArrayList<>(loser.all());
        note(winner, reason(winner, loser));
        winner.dispute(readings);
        loser.clear();
    }

    private void ownSpending(Cluster cluster) {
        if (cluster.asserts().isEmpty() || !cluster.founder().ownSpending()) {
            return;
        }
        for (Statement reading : List.copyOf(cluster.asserts())) {
            Optional<Cluster> target = reading.beneficiaries().stream()
                    .flatMap(buyer -> purchases(buyer, reading))
                    .filter(purchase -> !purchase.asserts().isEmpty() && bears(purchase, reading))
                    .findFirst();
            target.ifPresent(purchase -> {
                note(purchase, "the seller's own spending for the buyer, of the same amount and window");
                purchase.dispute(List.of(reading));
                cluster.release(List.of(reading));
            });
        }
    }

    private Stream<Cluster> purchases(String buyer, Statement reading) {
        String seller = String.join("+", reading.from());
        return tracks.getOrDefault(ClaimKind.SPEND + "|" + buyer + ">" + seller + "|", List.of()).stream();
    }

    private void note(Cluster winner, String rule) {
        reasons.computeIfAbsent(winner, c -> new TreeSet<>()).add(rule);
    }

    private static String direction(Statement statement) {
        String from = String.join("+", statement.from());
        if (statement.ownSpending()) {
            return from + " spends for " + String.join("+", statement.beneficiaries());
        }
        return from + " to " + String.join("+", statement.to());
    }

    private static boolean meet(Cluster one, Cluster other) {
        return other.asserts().stream().anyMatch(reading -> bears(one, reading));
    }

    private static boolean bears(Cluster cluster, Statement reading) {
        return reading.quantity().isPresent()
                && cluster.asserts().stream()
                        .filter(s -> s.quantity().isPresent() && s.unit().equals(reading.unit()))
                        .anyMatch(s ->
                                close(s.quantity().get(), reading.quantity().get()) && Timing.compatible(s, reading));
    }

    private static boolean close(Interval a, Interval b) {
        return Figures.same(a, b) || Figures.spread(a, b) <= ABOUT;
    }

    private Comparator<Cluster> ranking() {
        return Comparator.comparing((Cluster c) -> !gate.passes(best(c).sourced()))
                .thenComparing(c -> Authority.voice(best(c)))
                .thenComparing(c -> !paysSeller(c))
                .thenComparing(c -> best(c).sourced().tier())
                .thenComparing(c -> -Cluster.sources(c.asserts()))
                .thenComparing(c -> c.founder().sourced(), Statement::byFounding);
    }

    private String reason(Cluster winner, Cluster loser) {
        Statement a = best(winner);
        Statement b = best(loser);
        if (Authority.voice(a) != Authority.voice(b)) {
            return "better attribution";
        }
        if (paysSeller(winner) != paysSeller(loser)) {
            return "the side whose business is selling is paid";
        }
        if (a.sourced().tier() != b.sourced().tier()) {
            return "better source tier";
        }
        return Cluster.sources(winner.asserts()) == Cluster.sources(loser.asserts())
                ? "earlier report"
                : "more independent sources";
    }

    private boolean paysSeller(Cluster cluster) {
        Statement founder = cluster.founder();
        boolean flowsToSeller = founder.kind() == ClaimKind.SPEND;
        Collection<String> sellers = flowsToSeller ? founder.to() : founder.from();
        return founder.kind() != ClaimKind.INVEST
                && sellers.stream().anyMatch(directory::sells)
                && (flowsToSeller ? founder.from() : founder.to()).stream().noneMatch(directory::sells);
    }

    private Statement best(Cluster cluster) {
        return Collections.min(cluster.asserts(), new Authority(gate, s -> 0));
    }
}
