package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Moment;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Revision;

/** Where questions begin: the deals, figures and standing edges of any moment. */
@Singleton
public final class Inquiries {

    private final Snapshots snapshots;
    private final FigureBook book;
    private final Catalogue catalogue;
    private final GraphStore store;
    private final RevisionRepository revisions;

    Inquiries(
            Snapshots snapshots, FigureBook book, Catalogue catalogue, GraphStore store, RevisionRepository revisions) {
        this.snapshots = snapshots;
        this.book = book;
        this.catalogue = catalogue;
        this.store = store;
        this.revisions = revisions;
    }

    /** What can be asked at a moment. */
    public Inquiry at(Moment moment) {
        return new Inquiry(snapshots.at(moment), catalogue, () -> book.at(moment));
    }

    /**
     * The same moment without what was published on a day or later.
     *
     * @throws IllegalArgumentException where the moment knows nothing of that day
     */
    public Moment before(Moment moment, LocalDate day) {
        PartialDate known = moment.knownAt();
        if (known != null && known.latest().isBefore(day)) {
            throw new IllegalArgumentException(
                    "could not tell what changed since " + day + ": knownAt is already " + known.text());
        }
        return new Moment(moment.asOf(), PartialDate.ofDay(day.minusDays(1)), moment.recordedAt());
    }

    /**
     * The same moment as this graph stood after a revision. Revisions of one transaction share an instant; one that is not
     * the last of them leads to the state before them all, so that nothing after it is passed over.
     *
     * @param cursor number of the revision; 0 for the empty graph
     * @throws IllegalArgumentException for a number that was never given out
     */
    public Moment after(Moment moment, long cursor) {
        if (cursor == 0) {
            return new Moment(moment.asOf(), moment.knownAt(), Instant.EPOCH);
        }
        List<Revision> two = store.read(tx -> revisions.listAfter(tx, cursor - 1, 2));
        if (cursor < 0 || two.isEmpty()) {
            throw new IllegalArgumentException("could not find the revision " + cursor);
        }
        Instant at = two.getFirst().recordedAt();
        boolean last = two.size() == 1 || two.getLast().recordedAt().isAfter(at);
        return new Moment(moment.asOf(), moment.knownAt(), last ? at : at.minusNanos(1));
    }
}
