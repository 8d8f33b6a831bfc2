package org.dealgraph.answer.shift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dealgraph.answer.loop.Loop;
import org.jspecify.annotations.Nullable;

/**
 * What became of one loop, by the organizations it runs through.
 *
 * @param what happened
 * @param before as it was; null where it was none
 * @param after as it is; null where it is none any more
 */
public record LoopShift(
        What what, @Nullable Loop before, @Nullable Loop after) {

    /** What can happen to a loop. */
    public enum What {
        APPEARED,
        VANISHED,
        /** Scores more than before. */
        STRENGTHENED,
        /** Scores less than before. */
        WEAKENED
    }

    private static final double SAME = 1e-9;
    private static final Comparator<LoopShift> LARGEST = Comparator.comparing(LoopShift::what)
            .thenComparing(shift -> -Math.abs(score(shift.after) - score(shift.before)))
            .thenComparing(shift -> String.join(" ", shift.names()));

    /** Every loop that came, went or scores otherwise; of each sort the largest change of the score first. */
    public static List<LoopShift> between(Collection<Loop> before, Collection<Loop> after) {
        Map<String, Loop> was = byNames(before);
        Map<String, Loop> is = byNames(after);
        List<LoopShift> shifts = new ArrayList<>();
        is.forEach((names, loop) -> {
            Loop old = was.get(names);
            if (old == null) {
                shifts.add(new LoopShift(What.APPEARED, null, loop));
            } else if (Math.abs(loop.score() - old.score()) > SAME) {
                shifts.add(new LoopShift(loop.score() > old.score() ? What.STRENGTHENED : What.WEAKENED, old, loop));
            }
        });
        was.forEach((names, loop) -> {
            if (!is.containsKey(names)) {
                shifts.add(new LoopShift(What.VANISHED, loop, null));
            }
        });
        shifts.sort(LARGEST);
        return shifts;
    }

    private static Map<String, Loop> byNames(Collection<Loop> loops) {
        Map<String, Loop> byNames = new TreeMap<>();
        loops.forEach(loop -> byNames.put(String.join(" ", loop.names()), loop));
        return byNames;
    }

    /** The organizations it runs or ran through, the smallest id first. */
    public List<String> names() {
        return Objects.requireNonNull(after == null ? before : after).names();
    }

    private static double score(@Nullable Loop loop) {
        return loop == null ? 0 : loop.score();
    }
}
