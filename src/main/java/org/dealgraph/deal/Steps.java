package org.dealgraph.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The milestones of a term: those that its statements tell, each once. Of one milestone with several dates the best
 * authority's is shown, and the others are rivals in a conflict.
 */
final class Steps {

    private static final Comparator<Milestone> EARLIEST = Comparator.comparing(
                    Milestone::by, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Milestone::text);

    private record Said(Statement statement, Milestone milestone) {}

    private Steps() {}

    /**
     * The milestones, earliest first.
     *
     * @param conflicts where rivals are added
     */
    static List<Milestone> of(Collection<Statement> statements, Authority authority, List<Conflict> conflicts) {
        Map<String, List<Said>> told = new TreeMap<>();
        statements.stream()
                .sorted(authority)
                .forEach(s -> s.claim()
                        .schedule()
                        .milestones()
                        .forEach(m -> told.computeIfAbsent(key(m), k -> new ArrayList<>())
                                .add(new Said(s, m))));
        return told.values().stream()
                .map(said -> one(said, conflicts))
                .sorted(EARLIEST)
                .toList();
    }

    /** What makes two milestones one: the same step of the same size, whenever it comes. */
    private static String key(Milestone m) {
        return m.sort() + " "
                + (m.money() != null
                        ? m.money().currency() + figure(m.money().amount())
                        : m.power() != null ? figure(m.power().megawatts()) + "MW" : figure(m.units()));
    }

    private static String figure(@Nullable Interval interval) {
        return interval == null ? "" : interval.value().stripTrailingZeros().toPlainString();
    }

    private static Milestone one(List<Said> said, List<Conflict> conflicts) {
        Milestone best = said.getFirst().milestone();
        List<Said> dated = said.stream().filter(s -> s.milestone().by() != null).toList();
        PartialDate by = dated.isEmpty() ? null : dated.getFirst().milestone().by();
        if (by != null && dated.stream().anyMatch(s -> !agrees(by, s.milestone().by()))) {
            conflicts.add(Choice.conflict(
                    "milestone",
                    dated.stream().map(Said::statement).distinct().toList(),
                    s -> dated.stream()
                            .filter(d -> d.statement().equals(s))
                            .findFirst()
                            .map(d -> d.milestone().text())
                            .orElse(""),
                    "the better voice, tier or news first"));
        }
        String upon = said.stream()
                .map(s -> s.milestone().upon())
                .flatMap(java.util.stream.Stream::ofNullable)
                .findFirst()
                .orElse(null);
        return new Milestone(
                best.sort(),
                best.money(),
                best.power(),
                best.units(),
                by,
                upon,
                Statement.ids(said.stream().map(Said::statement).toList()));
    }

    private static boolean agrees(PartialDate by, @Nullable PartialDate other) {
        return other == null || by.overlaps(other);
    }
}
