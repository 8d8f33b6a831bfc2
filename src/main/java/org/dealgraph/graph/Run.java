package org.dealgraph.graph;

import java.time.Instant;
import java.util.List;

/**
 * One intake of articles, by which it can be undone.
 *
 * @param id its name
 * @param began when its first article was recorded
 * @param articles how many articles came by it that were not there before
 * @param sources by which sources they came
 */
public record Run(String id, Instant began, long articles, List<String> sources) {

    public Run {
        sources = List.copyOf(sources);
    }
}
