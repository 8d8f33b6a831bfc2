package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.FigureRepository;
import org.dealgraph.graph.FigureRepository.Recorded;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Measure;
import org.dealgraph.model.Moment;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The figures of the catalogue in the graph, and those that were known at a moment. */
@Singleton
public final class FigureBook {

    private static final Comparator<Figure> ORDER = Comparator.comparing(
                    (Figure f) -> Objects.requireNonNullElse(f.organization(), ""))
            .thenComparing(Figure::metric)
            .thenComparing(Figure::scope)
            .thenComparing(Figure::ends)
            .thenComparing(Figure::id);

    private final GraphStore store;
    private final FigureRepository figures;
    private volatile Kept kept = new Kept("", List.of());

    /** The figures in use in one state of the database. */
    private record Kept(String state, List<Recorded> figures) {}

    FigureBook(GraphStore store, FigureRepository figures, RevisionRepository revisions, Catalogue catalogue) {
        this.store = store;
        this.figures = figures;
        store.run(tx -> {
            revisions.lock(tx);
            figures.replace(tx, catalogue.figures(), Clock.systemUTC().instant());
        });
    }

    /** The figures of a moment, by organization, metric, scope and period. */
    public List<Figure> at(Moment moment) {
        return recorded(moment).stream()
                .filter(figure -> known(figure, moment.knownAt()))
                .map(Recorded::figure)
                .filter(figure -> happened(figure, moment.asOf()))
                .sorted(ORDER)
                .toList();
    }

    /** Nearly every answer about figures is about those in use now, so they are read once for each state of the database. */
    private List<Recorded> recorded(Moment moment) {
        if (moment.recordedAt() != null) {
            return store.read(tx -> figures.list(tx, moment.recordedAt()));
        }
        String state = store.state();
        Kept now = kept;
        if (!now.state().equals(state)) {
            now = new Kept(state, store.read(tx -> figures.list(tx, null)));
            kept = now;
        }
        return now.figures();
    }

    /** One without a date is known from the day it was recorded. */
    private static boolean known(Recorded recorded, @Nullable PartialDate knownAt) {
        if (knownAt == null) {
            return true;
        }
        PartialDate published = recorded.figure().published();
        LocalDate day =
                published == null ? LocalDate.ofInstant(recorded.recordedAt(), ZoneOffset.UTC) : published.latest();
        return !day.isAfter(knownAt.latest());
    }

    /** What is only expected counts from its publication, what happened from the end of its period. */
    private static boolean happened(Figure figure, @Nullable PartialDate asOf) {
        if (asOf == null) {
            return true;
        }
        PartialDate published = figure.published();
        boolean expected = figure.measure() == Measure.GUIDANCE || figure.measure() == Measure.FORECAST;
        PartialDate date = expected && published != null ? published : figure.ends();
        return !date.latest().isAfter(asOf.latest());
    }
}
