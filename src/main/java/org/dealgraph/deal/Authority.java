package org.dealgraph.deal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose word counts more, best first: above the confidence gate, or told by another independent source too; then the voice (filing, party, named outlet, and last
 * unnamed sources and the author alike); then the publisher's tier; then an article's own news before background; then what is agreed before
 * what is talked of; then how many independent sources say the same; then the later date; then the smaller id, so that the
 * order is total.
 */
final class Authority implements Comparator<Statement> {

    private record Step(String name, Comparator<Statement> order) {}

    private final Gate gate;
    private final ToIntFunction<Statement> agreeing;
    private final List<Step> steps;

    /**
     * The order.
     *
     * @param gate the confidence gate
     * @param agreeing how many independent sources say what a statement says
     */
    Authority(Gate gate, ToIntFunction<Statement> agreeing) {
        this.gate = gate;
        this.agreeing = agreeing;
        this.steps = steps(this::doubted, agreeing);
    }

    /** Below the gate, and nobody else says it. */
    private boolean doubted(Statement statement) {
        return !gate.passes(statement.sourced()) && agreeing.applyAsInt(statement) < 2;
    }

    Gate gate() {
        return gate;
    }

    @Override
    public int compare(Statement a, Statement b) {
        for (Step step : steps) {
            int order = step.order().compare(a, b);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The first step on which the better of two differs, in words. */
    String reason(Statement better, Statement worse) {
        return steps.stream()
                .filter(step -> step.order().compare(better, worse) != 0)
                .map(Step::name)
                .findFirst()
                .orElse("the same claim");
    }

    /** Whether one's voice and tier are at least as good as the other's. */
    boolean equalOrBetter(Statement a, Statement b) {
        return doubted(a) == doubted(b) && hearing(a) <= hearing(b) && tier(a) <= tier(b);
    }

    static int voice(Statement statement) {
        return statement.claim().attribution().voice().ordinal();
    }

    /** How well a voice is heard: a reporter's own plain word like that of sources whom he does not name. */
    static int hearing(Statement statement) {
        return Math.min(voice(statement), Attribution.Voice.UNNAMED_SOURCES.ordinal());
    }

    private static int tier(Statement statement) {
        return statement.sourced().tier().ordinal();
    }

    private static List<Step> steps(Predicate<Statement> doubted, ToIntFunction<Statement> agreeing) {
        return List.of(
                new Step("above the confidence gate", Comparator.comparing(doubted::test)),
                new Step("better attribution", Comparator.comparingInt(Authority::hearing)),
                new Step("better source tier", Comparator.comparingInt(Authority::tier)),
                new Step(
                        "news rather than background",
                        Comparator.comparing(s -> !s.claim().core())),
                new Step("agreed rather than talked of", Comparator.comparing(Statement::exploratory)),
                new Step(
                        "more independent sources",
                        Comparator.<Statement>comparingInt(agreeing).reversed()),
                new Step("later date", (a, b) -> later(Timing.moment(a), Timing.moment(b))),
                new Step(
                        "later publication",
                        (a, b) -> later(a.sourced().published(), b.sourced().published())),
                new Step("smaller id", Comparator.comparing(Statement::id)));
    }

    private static int later(@Nullable PartialDate a, @Nullable PartialDate b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        return b.compareTo(a);
    }
}
