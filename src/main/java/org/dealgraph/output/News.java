package org.dealgraph.output;

import io.micronaut.http.uri.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.dealgraph.api.DealQuestion;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.RevisionRepository;

/** What happened between two cursors, as the entries that feeds show, for those who tell it in another form. */
@Singleton
public final class News {

    private final FeedPages pages;
    private final Entries entries;
    private final GraphStore store;
    private final RevisionRepository revisions;

    News(FeedPages pages, Entries entries, GraphStore store, RevisionRepository revisions) {
        this.pages = pages;
        this.entries = entries;
        this.store = store;
        this.revisions = revisions;
    }

    /** The cursor of the latest change. */
    public long last() {
        return store.read(revisions::last);
    }

    /** The cursor of the last change that was recorded before a moment. */
    public long lastBefore(Instant moment) {
        return store.read(tx -> revisions.lastBefore(tx, moment));
    }

    /**
     * At most {@code first} entries after a cursor and up to another, latest first.
     *
     * @param parameters those of a feed's address, such as {@code party=openai&kind=SPEND}
     * @throws IllegalArgumentException where they cannot be used; the message says which and why
     */
    public List<Entry> between(String parameters, long after, long until, int first) {
        try {
            return entries.of(pages.between(query(parameters), after, until, first));
        } catch (FeedPages.NoWatch e) {
            throw new IllegalArgumentException("there is no such watch: " + parameters, e);
        }
    }

    /** Which deals the parameters of a feed's address ask for. */
    public DealFilter deals(String parameters) {
        return pages.filter(query(parameters)).deals();
    }

    /** Checks the parameters of a feed's address. */
    public void check(String parameters) {
        query(parameters);
    }

    private static FeedQuery query(String parameters) {
        try {
            return FeedQuery.of(new QueryStringDecoder(parameters, false).parameters());
        } catch (DealQuestion.Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
