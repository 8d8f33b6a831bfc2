package org.dealgraph.answer.loop;

import java.util.Set;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Term;

/**
 * Which obligations carry a flow.
 *
 * @param types the types that count; empty for all
 * @param least the weakest strength that counts
 * @param without terms that carry one of these flags are left out
 */
public record FlowFilter(Set<FlowType> types, Strength least, Set<Flag> without) {

    public FlowFilter {
        types = Set.copyOf(types);
        without = Set.copyOf(without);
    }

    /** Every obligation that has not ended. */
    public static FlowFilter everything() {
        return new FlowFilter(Set.of(), Strength.TALKS, Set.of());
    }

    /** Only what is agreed without condition, option or way out. */
    public static FlowFilter firm() {
        return new FlowFilter(Set.of(), Strength.FIRM, Set.of());
    }

    boolean lets(Term term) {
        FlowType type = FlowType.of(term);
        return type != null
                && term.counted()
                && !term.stage().ended()
                && (types.isEmpty() || types.contains(type))
                && Strength.of(term).compareTo(least) >= 0
                && term.flags().stream().noneMatch(without::contains);
    }
}
