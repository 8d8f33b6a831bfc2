package org.dealgraph.pipeline.poll;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dealgraph.graph.SourceRepository.Kept;
import org.dealgraph.model.Source;

/**
 * A source by its file or, where a person changed it, by the graph, which goes before the file.
 *
 * @param source what it is
 * @param enabled whether it is asked
 */
record Known(Source source, boolean enabled) {

    /** Every source, by id; what was kept of one whose file is gone and that nobody defined is passed over. */
    static List<Known> of(List<Source> files, List<Kept> kept) {
        Map<String, Known> all = new TreeMap<>();
        files.forEach(source -> all.put(source.id(), new Known(source, true)));
        for (Kept decided : kept) {
            Known known = all.get(decided.id());
            Source source = decided.source();
            if (source != null) {
                all.put(decided.id(), new Known(source, decided.enabled()));
            } else if (known != null) {
                all.put(decided.id(), new Known(known.source(), decided.enabled()));
            }
        }
        return List.copyOf(all.values());
    }
}
