package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealgraph.model.Figure;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Figures as their files had them, each state with the time it came and the time it went. */
@Singleton
public final class FigureRepository {

    private final Queries queries;

    public FigureRepository(Queries queries) {
        this.queries = queries;
    }

    /** Makes these the figures in use: new and changed ones come in, what is not among them goes out of use. */
    public void replace(TransactionContext tx, Collection<Figure> figures, Instant at) {
        List<Map<String, @Nullable Object>> rows =
                figures.stream().map(figure -> row(figure).map()).toList();
        queries.execute(
                tx,
                Statement.FIGURE_RETIRE,
                new Row()
                        .with(
                                "versions",
                                rows.stream().map(row -> row.get("version")).toList())
                        .with("recordedAt", at.toString()));
        queries.execute(tx, Statement.FIGURE_SAVE, new Row().with("rows", rows).with("recordedAt", at.toString()));
    }

    /** The figures that the graph held at an instant, or now where that is null. */
    public List<Recorded> list(TransactionContext tx, @Nullable Instant recordedAt) {
        return queries.list(
                tx,
                Statement.FIGURE_LIST,
                new Row().with("recordedAt", recordedAt == null ? null : recordedAt.toString()),
                row -> new Recorded(
                        Queries.body(Figure.class).apply(row),
                        Instant.parse(row.get("recordedAt").asString())));
    }

    private static Row row(Figure figure) {
        String body = Json.write(figure);
        String hash =
                UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString();
        return new Row().with("version", figure.id() + "@" + hash).with("body", body);
    }

    /**
     * A figure with the time it came.
     *
     * @param figure as its file has it
     * @param recordedAt when this graph learned of it
     */
    public record Recorded(Figure figure, Instant recordedAt) {}
}
