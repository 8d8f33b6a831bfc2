package org.dealgraph.api;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.OrganizationRepository;
import org.dealgraph.model.Organization;
import org.jspecify.annotations.Nullable;

/**
 * Organizations as they are in one state of the graph. Nearly every answer names some, so they are kept until the graph
 * changes: a request whose state was read before it began never sees an older one.
 */
@Singleton
final class KeptOrganizations {

    private static final int MOST = 20_000;

    private final GraphStore store;
    private final OrganizationRepository organizations;
    private volatile Kept kept = new Kept("", new ConcurrentHashMap<>());

    private record Kept(String state, Map<String, Organization> byId) {}

    KeptOrganizations(GraphStore store, OrganizationRepository organizations) {
        this.store = store;
        this.organizations = organizations;
    }

    /**
     * Those of these that are there, by id.
     *
     * @param state that was read when the request came; null where nobody read it, and nothing is kept
     */
    Map<String, Organization> list(Collection<String> ids, @Nullable String state) {
        Map<String, Organization> known = state == null ? Map.of() : of(state);
        Map<String, Organization> found = new HashMap<>();
        ids.forEach(id -> found.computeIfAbsent(id, known::get));
        List<String> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            for (Organization read : store.ask(tx -> organizations.listByIds(tx, missing))) {
                found.put(read.id(), read);
                if (state != null && known.size() < MOST) {
                    known.put(read.id(), read);
                }
            }
        }
        return found;
    }

    /** Those that were asked for in a state of the graph, by id; it fills as more are asked for. */
    Map<String, Organization> of(String state) {
        Kept now = kept;
        if (!now.state().equals(state)) {
            now = new Kept(state, new ConcurrentHashMap<>());
            kept = now;
        }
        return now.byId();
    }
}
