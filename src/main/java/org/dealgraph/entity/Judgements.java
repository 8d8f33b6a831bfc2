package org.dealgraph.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Organization;

/**
 * Decisions about names and entities that hold: for each two sides the latest one of a person, else the latest of a rule.
 * Later decisions take earlier ones back, so that every merge can be undone and replayed.
 */
final class Judgements {

    /** Begins the key of a name, which no id begins with. */
    static final String NAME = "name:";

    private record Pair(String left, String right) {
        static Pair of(String a, String b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private static final Comparator<Judgement> STRONGEST = Comparator.<Judgement, Boolean>comparing(Judgement::byPerson)
            .thenComparing(Judgement::at)
            .thenComparing(j -> j.by() + " " + j.verdict());

    private final Map<Pair, Judgement> standing = new HashMap<>();
    private final Map<String, String> canonical = new TreeMap<>();
    private final Set<String> judged = new HashSet<>();
    private final Set<String> personal = new HashSet<>();
    private final Map<String, Set<String>> members = new HashMap<>();

    Judgements(Collection<Judgement> all) {
        for (Judgement judgement : all) {
            judged.add(key(judgement.left()));
            judged.add(key(judgement.right()));
            standing.merge(
                    Pair.of(key(judgement.left()), key(judgement.right())),
                    judgement,
                    (a, b) -> STRONGEST.compare(a, b) >= 0 ? a : b);
        }
        standing.values().stream()
                .filter(j -> j.verdict() == Verdict.SAME)
                .sorted(Comparator.comparing((Judgement j) -> !j.byPerson())
                        .thenComparing(j -> key(j.left()))
                        .thenComparing(j -> key(j.right())))
                .forEach(this::join);
        standing.values().stream()
                .filter(j -> j.verdict() == Verdict.SAME && j.byPerson())
                .forEach(j -> {
                    personal.add(key(j.left()));
                    personal.add(key(j.right()));
                });
    }

    /** The decision on two sides, each an entity id or a name. */
    Optional<Judgement> on(String left, String right) {
        return Optional.ofNullable(standing.get(Pair.of(key(left), key(right))));
    }

    /** Whether a person said what a side is, whatever a reader took it for. */
    boolean personallyNames(String side) {
        return personal.contains(key(side));
    }

    /** Whether anything was decided about a side. */
    boolean names(String side) {
        return judged.contains(key(side));
    }

    /** Where an id or a name leads after all standing merges; itself where nothing was decided. */
    String canonical(String side) {
        String at = key(side);
        while (canonical.containsKey(at)) {
            at = canonical.get(at);
        }
        return at;
    }

    /** Everything that was merged into what an id or a name leads to, in order. */
    SortedSet<String> members(String canonical) {
        return new TreeSet<>(members.getOrDefault(canonical, Set.of(canonical)));
    }

    private void join(Judgement judgement) {
        String a = canonical(judgement.left());
        String b = canonical(judgement.right());
        if (!a.equals(b) && !apart(a, b)) {
            boolean leftLeads = better(a, b);
            String lead = leftLeads ? a : b;
            String rest = leftLeads ? b : a;
            canonical.put(rest, lead);
            Set<String> all = members.computeIfAbsent(lead, m -> new TreeSet<>(Set.of(m)));
            all.addAll(members.getOrDefault(rest, Set.of(rest)));
        }
    }

    /** Whether any two of what was merged so far were judged not the same. */
    private boolean apart(String a, String b) {
        return members.getOrDefault(a, Set.of(a)).stream()
                .anyMatch(one -> members.getOrDefault(b, Set.of(b)).stream()
                        .anyMatch(other -> on(one, other)
                                .filter(j -> j.verdict() == Verdict.NOT_SAME)
                                .isPresent()));
    }

    /** A registry id leads a provisional one, that leads a name; else the smaller. */
    private static boolean better(String a, String b) {
        int byRank = Integer.compare(rank(a), rank(b));
        return byRank != 0 ? byRank < 0 : a.compareTo(b) < 0;
    }

    private static int rank(String side) {
        return side.startsWith(Judgement.MENTION)
                ? 3
                : side.startsWith(NAME) ? 2 : side.startsWith(Organization.PROVISIONAL) ? 1 : 0;
    }

    /** Names are told from ids by their shape and compared folded. */
    static String key(String side) {
        boolean id = side.startsWith(Organization.PROVISIONAL)
                || side.startsWith(Judgement.MENTION)
                || side.matches("[a-z0-9]+(-[a-z0-9]+)*");
        return id || side.startsWith(NAME) ? side : NAME + Letters.fold(side);
    }
}
