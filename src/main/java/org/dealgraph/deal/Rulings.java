package org.dealgraph.deal;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What persons have decided about claims, which goes before every rule: a claim accepted or rejected, two claims that speak
 * of the same term or do not. The latest decision on the same claims stands, so that each can be taken back.
 */
final class Rulings {

    private record Pair(String left, String right) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byLeft = left.compareTo(other.left);
            return byLeft != 0 ? byLeft : right.compareTo(other.right);
        }
    }

    private static final Set<Verdict> TERM = EnumSet.complementOf(EnumSet.of(Verdict.SAME_DEAL, Verdict.NOT_SAME_DEAL));
    private static final Set<Verdict> DEAL = EnumSet.of(Verdict.SAME_DEAL, Verdict.NOT_SAME_DEAL, Verdict.UNSURE);
    private static final Comparator<Judgement> LATEST = Comparator.comparing(Judgement::at)
            .thenComparing(Judgement::verdict)
            .thenComparing(Judgement::by);

    private final Set<String> accepted = new HashSet<>();
    private final Set<String> rejected = new HashSet<>();
    private final Set<Pair> same = new TreeSet<>();
    private final Set<Pair> apart = new HashSet<>();
    private final Map<String, Set<String>> together = new HashMap<>();
    private final Map<String, Set<String>> strangers = new HashMap<>();

    Rulings(Collection<Judgement> judgements) {
        List<Judgement> personal =
                judgements.stream().filter(Judgement::byPerson).toList();
        standing(personal, TERM).forEach((pair, judgement) -> {
            switch (judgement.verdict()) {
                case ACCEPT -> accepted.add(pair.left());
                case REJECT -> rejected.add(pair.left());
                case SAME -> {
                    same.add(pair);
                    both(together, pair);
                }
                case NOT_SAME -> apart.add(pair);
                case UNSURE, SAME_DEAL, NOT_SAME_DEAL -> {}
            }
        });
        standing(personal, DEAL).forEach((pair, judgement) -> {
            if (judgement.verdict() == Verdict.SAME_DEAL) {
                both(together, pair);
            } else if (judgement.verdict() == Verdict.NOT_SAME_DEAL) {
                both(strangers, pair);
                apart.add(pair);
            }
        });
    }

    /** The latest decision on each pair, among those on one question; to be unsure takes back what was decided on either. */
    private static Map<Pair, Judgement> standing(List<Judgement> personal, Set<Verdict> question) {
        Map<Pair, Judgement> standing = new HashMap<>();
        personal.stream()
                .filter(j -> question.contains(j.verdict()))
                .forEach(j ->
                        standing.merge(pair(j.left(), j.right()), j, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b));
        return standing;
    }

    private static void both(Map<String, Set<String>> partners, Pair pair) {
        partners.computeIfAbsent(pair.left(), c -> new TreeSet<>()).add(pair.right());
        partners.computeIfAbsent(pair.right(), c -> new TreeSet<>()).add(pair.left());
    }

    /** Whether anybody put claims together. */
    boolean putsTogether() {
        return !together.isEmpty();
    }

    /** The claims that were judged to belong in one deal with a claim. */
    Set<String> together(String claim) {
        return together.getOrDefault(claim, Set.of());
    }

    /** Whether two terms hold claims that were judged to belong in different deals. */
    boolean strangers(Cluster one, Cluster other) {
        return !strangers.isEmpty()
                && one.all().stream()
                        .anyMatch(a -> other.all().stream()
                                .anyMatch(b ->
                                        strangers.getOrDefault(a.id(), Set.of()).contains(b.id())));
    }

    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    boolean rejects(String claim) {
        return rejected.contains(claim);
    }

    /** Whether some member of a cluster was judged not to speak of what a statement speaks of. */
    boolean apart(Cluster cluster, Statement statement) {
        return !apart.isEmpty()
                && cluster.own().stream().anyMatch(member -> apart.contains(pair(member.id(), statement.id())));
    }

    /** Merges what was judged the same: clusters of one kind and unit whose members nobody told apart. */
    void merge(List<Cluster> clusters) {
        for (Pair pair : same) {
            Cluster one = holding(clusters, pair.left());
            Cluster other = holding(clusters, pair.right());
            if (one != null && other != null && one != other && fit(one, other)) {
                one.absorb(other);
                clusters.remove(other);
            }
        }
    }

    private boolean fit(Cluster one, Cluster other) {
        Statement a = one.founder();
        Statement b = other.founder();
        boolean units = a.unit().equals(b.unit())
                || a.quantity().isEmpty()
                || b.quantity().isEmpty();
        return a.kind() == b.kind() && units && other.own().stream().noneMatch(statement -> apart(one, statement));
    }

    private static @Nullable Cluster holding(List<Cluster> clusters, String claim) {
        return clusters.stream()
                .filter(cluster -> cluster.own().stream().anyMatch(s -> s.id().equals(claim)))
                .findFirst()
                .orElse(null);
    }

    private static Pair pair(String a, String b) {
        return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
}
