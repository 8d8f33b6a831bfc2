package org.dealgraph.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.Revision.Kind;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Says in one word how each deal changed from what was stored to what was computed. */
final class Changes {

    private static final long UNNUMBERED = 0;

    private final Map<String, String> wasIn = new HashMap<>();
    private final Map<String, String> isIn = new HashMap<>();
    private final Why why;

    Changes(Collection<Deal> before, Collection<Deal> after, Why why) {
        before.forEach(deal -> deal.claims().forEach(claim -> wasIn.put(claim, deal.id())));
        after.forEach(deal -> deal.claims().forEach(claim -> isIn.put(claim, deal.id())));
        this.why = why;
    }

    /** A deal that is new or differs from what it was. */
    Revision of(@Nullable Deal before, Deal after) {
        Set<String> old = before == null ? Set.of() : new HashSet<>(before.claims());
        List<String> fresh =
                after.claims().stream().filter(c -> !old.contains(c)).toList();
        Set<String> now = new HashSet<>(after.claims());
        List<String> lost = old.stream().filter(c -> !now.contains(c)).sorted().toList();
        Cause cause = fresh.stream()
                .filter(claim -> !wasIn.containsKey(claim))
                .map(why.causes())
                .min(Cause::compareTo)
                .orElse(why.otherwise());
        return new Revision(
                UNNUMBERED,
                after.id(),
                before == null ? arrival(after) : kind(before, after, fresh, lost),
                cause,
                why.at(),
                before == null ? null : Json.write(before),
                Json.write(after),
                fresh.isEmpty() ? lost : fresh);
    }

    /** A deal that is no more: its claims are now in another, or were retired. */
    Revision gone(@Nullable Deal before) {
        Deal was = Objects.requireNonNull(before, "before");
        boolean elsewhere = was.claims().stream().anyMatch(isIn::containsKey);
        return new Revision(
                UNNUMBERED,
                was.id(),
                elsewhere ? Kind.MERGED : Kind.RETRACTED,
                why.otherwise(),
                why.at(),
                Json.write(was),
                null,
                was.claims());
    }

    /** A deal under an id that is new: of new claims, or split off one whose claims are now in several. */
    private Kind arrival(Deal after) {
        Set<String> from = new HashSet<>();
        after.claims().stream().map(wasIn::get).filter(Objects::nonNull).forEach(from::add);
        boolean split = wasIn.entrySet().stream()
                .filter(entry -> from.contains(entry.getValue()))
                .map(entry -> isIn.get(entry.getKey()))
                .anyMatch(deal -> deal != null && !deal.equals(after.id()));
        return split ? Kind.SPLIT : Kind.ADDED;
    }

    private Kind kind(Deal before, Deal after, List<String> fresh, List<String> lost) {
        if (lost.stream().anyMatch(isIn::containsKey)) {
            return Kind.SPLIT;
        }
        if (fresh.stream().anyMatch(wasIn::containsKey)) {
            return Kind.MERGED;
        }
        if (count(after, t -> t.stage().ended()) > count(before, t -> t.stage().ended())) {
            return Kind.ENDED;
        }
        if (count(after, t -> !t.disputes().isEmpty())
                > count(before, t -> !t.disputes().isEmpty())) {
            return Kind.DISPUTED;
        }
        if (!shown(before).equals(shown(after))) {
            return firmness(after) == firmness(before)
                    ? Kind.AMENDED
                    : firmness(after) > firmness(before) ? Kind.STRENGTHENED : Kind.WEAKENED;
        }
        if (!fresh.isEmpty()) {
            return Kind.CORROBORATED;
        }
        return lost.isEmpty() ? Kind.AMENDED : Kind.WEAKENED;
    }

    private static long count(Deal deal, Predicate<Term> test) {
        return deal.terms().stream().filter(test).count();
    }

    /** What a reader of the deal sees, without who supports it. */
    private static List<List<Object>> shown(Deal deal) {
        return deal.terms().stream()
                .map(t -> List.<Object>of(
                        t.kind(), t.from(), t.to(), t.beneficiaries(), t.subject(), t.schedule(), t.stage(), t.flags()))
                .toList();
    }

    /** Counted terms that bind, which a change of stage alone moves. */
    private static long firmness(Deal deal) {
        return deal.terms().stream()
                .filter(t -> t.stage().agreed() && t.flags().isEmpty())
                .count();
    }
}
