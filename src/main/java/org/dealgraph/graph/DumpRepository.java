package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * The whole graph as JSON Lines. Each line is an object with one record under the name of its kind; kinds follow each
 * other in a fixed order, records by id, and nothing in a line depends on the run that wrote it.
 */
@Singleton
public final class DumpRepository {

    private final Queries queries;

    public DumpRepository(Queries queries) {
        this.queries = queries;
    }

    /** Hands every line, without its end, to {@code writer}; holds one at a time. */
    public void stream(TransactionContext tx, Consumer<String> writer) {
        lines(tx, Statement.DUMP_LIST_REGIONS, "region", writer);
        lines(tx, Statement.DUMP_LIST_ORGANIZATIONS, "organization", writer);
        lines(tx, Statement.DUMP_LIST_PRODUCTS, "product", writer);
        lines(tx, Statement.DUMP_LIST_MODELS, "model", writer);
        lines(tx, Statement.DUMP_LIST_PLATFORMS, "platform", writer);
        lines(tx, Statement.DUMP_LIST_SITES, "site", writer);
        lines(
                tx,
                Statement.DUMP_LIST_ARTICLES,
                writer,
                row -> "{\"article\":" + Json.write(ArticleRepository.read(row)) + "}");
        lines(tx, Statement.DUMP_LIST_CLAIMS, writer, DumpRepository::claim);
        lines(tx, Statement.DUMP_LIST_DEALS, "deal", writer);
    }

    /** The log of revisions, which tells of arrival and so is no part of {@link #stream}. */
    public void streamRevisions(TransactionContext tx, Consumer<String> writer) {
        lines(tx, Statement.DUMP_LIST_REVISIONS, "revision", writer);
    }

    private void lines(TransactionContext tx, Statement statement, String kind, Consumer<String> writer) {
        String start = "{\"" + kind + "\":";
        lines(tx, statement, writer, row -> start + row.get("body").asString() + "}");
    }

    private void lines(
            TransactionContext tx, Statement statement, Consumer<String> writer, Function<Record, String> line) {
        queries.run(tx, statement, new Row()).forEachRemaining(row -> writer.accept(line.apply(row)));
    }

    private static String claim(Record row) {
        String retired = row.get("retired").asBoolean() ? ",\"retired\":true" : "";
        return "{\"claim\":" + row.get("body").asString() + retired + "}";
    }
}
