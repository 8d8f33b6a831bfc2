package org.dealgraph.answer.loop;

import java.util.List;
import java.util.Set;
import org.dealgraph.answer.Total;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * All value that passes from one organization to another.
 *
 * @param from group id of the one who gives
 * @param to group id of the one who receives
 * @param types why, in order
 * @param strength of the firmest obligation behind it
 * @param totals headline totals, one a category; kinds are never added to each other
 * @param carried the largest of the totals in dollars, [0, x] where all of it is owed jointly with others; null where no sum is told
 * @param terms ids of the terms behind it, sorted
 */
public record Flow(
        String from,
        String to,
        Set<FlowType> types,
        Strength strength,
        List<Total> totals,
        @Nullable Interval carried,
        List<String> terms) {

    public Flow {
        totals = List.copyOf(totals);
        terms = List.copyOf(terms);
    }
}
