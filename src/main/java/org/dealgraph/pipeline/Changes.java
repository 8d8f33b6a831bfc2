package org.dealgraph.pipeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.Revision.Kind;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Says in one word how a deal changed. */
final class Changes {

    private static final long UNNUMBERED = 0;

    private Changes() {}

    /** A deal that is new or differs from what it was. */
    static Revision of(@Nullable Deal before, Deal after, Function<String, Cause> causes, Instant now) {
        List<String> fresh = before == null
                ? after.claims()
                : after.claims().stream()
                        .filter(c -> !before.claims().contains(c))
                        .toList();
        Cause cause = fresh.stream().map(causes).min(Cause::compareTo).orElse(Cause.BACKFILL);
        return new Revision(
                UNNUMBERED,
                after.id(),
                kind(before, after),
                cause,
                now,
                before == null ? null : Json.write(before),
                Json.write(after),
                fresh);
    }

    /** A deal that is no more: its claims are now in another, or were retired. */
    static Revision gone(@Nullable Deal before, Collection<Deal> after, Instant now) {
        Deal was = Objects.requireNonNull(before, "before");
        boolean merged = after.stream().anyMatch(deal -> deal.claims().stream().anyMatch(was.claims()::contains));
        return new Revision(
                UNNUMBERED,
                was.id(),
                merged ? Kind.MERGED : Kind.RETRACTED,
                Cause.BACKFILL,
                now,
                Json.write(was),
                null,
                was.claims());
    }

    private static Kind kind(@Nullable Deal before, Deal after) {
        if (before == null) {
            return Kind.ADDED;
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
        return Kind.CORROBORATED;
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
