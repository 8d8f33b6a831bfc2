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
 * @param own the largest total in dollars of what the two owe without others; null where no such sum is told
 * @param carried the same with what is owed jointly with others, which may be any part of it; null where no sum is told
 * @param terms ids of the terms behind it, sorted
 */
public record Flow(
        String from,
        String to,
        Set<FlowType> types,
        Strength strength,
        List<Total> totals,
        @Nullable Interval own,
        @Nullable Interval carried,
        List<String> terms) {

    public Flow {
        totals = List.copyOf(totals);
        terms = List.copyOf(terms);
    }
}
