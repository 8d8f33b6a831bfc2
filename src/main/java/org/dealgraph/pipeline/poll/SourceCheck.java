package org.dealgraph.pipeline.poll;

import java.time.Clock;
import java.util.List;
import org.dealgraph.fetch.Conditions;
import org.dealgraph.fetch.FetchSettings;
import org.dealgraph.fetch.Fetcher;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.Source;
import org.jspecify.annotations.Nullable;

/** Asks a source once, without a graph, and says whether it answers with what its file says. */
public final class SourceCheck implements AutoCloseable {

    private final Fetcher fetcher;
    private final Gatherer gatherer;

    public SourceCheck(FetchSettings web) {
        fetcher = new Fetcher(web);
        gatherer = new Gatherer(fetcher, Clock.systemUTC());
    }

    /**
     * What a source answered.
     *
     * @param entries that it shows
     * @param moved where it has moved to for good, or null
     * @param fault why it cannot be read, or null
     */
    public record Finding(
            List<FeedEntry> entries,
            @Nullable String moved,
            @Nullable String fault) {}

    /** Asks a source. */
    public Finding of(Source source) {
        return switch (gatherer.list(source, source.address(), Conditions.none())) {
            case Listing.Shown shown ->
                new Finding(
                        shown.entries(),
                        shown.moved(),
                        shown.entries().isEmpty() ? "it answers, but shows no entries" : null);
            case Listing.Unchanged same -> new Finding(List.of(), same.moved(), null);
            case Listing.Nothing nothing -> new Finding(List.of(), null, nothing.why());
        };
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
