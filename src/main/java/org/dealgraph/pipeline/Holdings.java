package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.dealgraph.graph.DumpRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.StatusRepository;

/** What the graph holds: in one line, and in full. */
@Singleton
public final class Holdings {

    private final GraphStore store;
    private final DumpRepository dump;
    private final StatusRepository status;

    Holdings(GraphStore store, DumpRepository dump, StatusRepository status) {
        this.store = store;
        this.dump = dump;
        this.status = status;
    }

    /** One line with the counts. */
    public String summary() {
        StatusRepository.Status s = store.read(status::get);
        return "%,d deals with %,d terms from %,d claims in %,d articles; %,d organizations"
                .formatted(s.deals(), s.terms(), s.claims(), s.articles(), s.organizations());
    }

    /** Hands every line of the canonical dump, or of the log of revisions, to a writer. */
    public void dump(boolean revisions, Consumer<String> writer) {
        store.read(tx -> {
            if (revisions) {
                dump.streamRevisions(tx, writer);
            } else {
                dump.stream(tx, writer);
            }
            return Boolean.TRUE;
        });
    }
}
