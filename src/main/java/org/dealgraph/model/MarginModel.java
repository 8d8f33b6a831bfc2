package org.dealgraph.model;

import java.util.List;
import java.util.Map;

/**
 * What the margin model rests on.
 *
 * @param assumptions by id
 * @param paths in the order of their files
 */
public record MarginModel(Map<String, Assumption> assumptions, List<MarginPath> paths) {

    public MarginModel {
        assumptions = Map.copyOf(assumptions);
        paths = List.copyOf(paths);
    }
}
