package org.dealgraph.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Organization;

/**
 * Decisions about names and entities that hold: for each two sides the latest one of a person, else the latest of a rule.
 * Later decisions take earlier ones back, so that every merge can be undone and replayed.
 */
final class Judgements {

    private static final String RULE = "rule:";

    private record Pair(String left, String right) {
        static Pair of(String a, String b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private static final Comparator<Judgement> STRONGEST = Comparator.<Judgement, Boolean>comparing(
                    Judgements::byPerson)
            .thenComparing(Judgement::at)
            .thenComparing(j -> j.by() + " " + j.verdict());

    private final Map<Pair, Judgement> standing = new HashMap<>();
    private final Map<String, String> canonical = new TreeMap<>();

    Judgements(Collection<Judgement> all) {
        for (Judgement judgement : all) {
            standing.merge(
                    Pair.of(key(judgement.left()), key(judgement.right())),
                    judgement,
                    (a, b) -> STRONGEST.compare(a, b) >= 0 ? a : b);
        }
        standing.values().stream()
                .filter(j -> j.verdict() == Verdict.SAME)
                .sorted(Comparator.comparing((Judgement j) -> key(j.left())).thenComparing(j -> key(j.right())))
                .forEach(this::join);
    }

    static boolean byPerson(Judgement judgement) {
        return !judgement.by().startsWith(RULE);
    }

    /** The decision on two sides, each an entity id or a name. */
    Optional<Judgement> on(String left, String right) {
        return Optional.ofNullable(standing.get(Pair.of(key(left), key(right))));
    }

    /** Where an id or a name leads after all standing merges; itself where nothing was decided. */
    String canonical(String side) {
        String at = key(side);
        while (canonical.containsKey(at)) {
            at = canonical.get(at);
        }
        return at;
    }

    private void join(Judgement judgement) {
        String a = canonical(judgement.left());
        String b = canonical(judgement.right());
        if (!a.equals(b)) {
            boolean leftLeads = better(a, b);
            canonical.put(leftLeads ? b : a, leftLeads ? a : b);
        }
    }

    /** A registry id leads a provisional one, that leads a name; else the smaller. */
    private static boolean better(String a, String b) {
        int byRank = Integer.compare(rank(a), rank(b));
        return byRank != 0 ? byRank < 0 : a.compareTo(b) < 0;
    }

    private static int rank(String side) {
        return side.startsWith("name:") ? 2 : side.startsWith(Organization.PROVISIONAL) ? 1 : 0;
    }

    /** Names are told from ids by their shape and compared folded. */
    private static String key(String side) {
        boolean id = side.startsWith(Organization.PROVISIONAL) || side.matches("[a-z0-9]+(-[a-z0-9]+)*");
        return id || side.startsWith("name:") ? side : "name:" + Letters.fold(side);
    }
}
