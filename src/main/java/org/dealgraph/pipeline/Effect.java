package org.dealgraph.pipeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order, beside the revisions.
 *
 * @param decidedAt the moment that all its judgements carry and no others do; null where nothing was decided
 * @param claims how many claims it bears on
 * @param run the run as which articles came in, or null
 * @param reports one a document that was handed in
 * @param source id of the source that it is about, or null
 * @param thing id of the watch or webhook that it is about, or null
 */
public record Effect(
        @Nullable Instant decidedAt,
        int claims,
        @Nullable String run,
        List<IntakeReport> reports,
        @Nullable String source,
        @Nullable String thing) {

    public Effect {
        reports = List.copyOf(reports);
    }

    static Effect of(Decided decided) {
        return new Effect(
                decided.judgements().isEmpty()
                        ? null
                        : decided.judgements().getFirst().at(),
                decided.claims(),
                null,
                List.of(),
                null,
                null);
    }

    static Effect of(String run, List<IntakeReport> reports) {
        int claims = reports.stream().mapToInt(IntakeReport::claims).sum();
        return new Effect(null, claims, run, reports, null, null);
    }

    /** Something about a watch or a webhook. */
    public static Effect onThing(String id) {
        return new Effect(null, 0, null, List.of(), null, id);
    }

    /** Something about a source. */
    public static Effect onSource(String id) {
        return new Effect(null, 0, null, List.of(), id, null);
    }
}
