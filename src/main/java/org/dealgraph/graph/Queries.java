package org.dealgraph.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;

/**
 * Every statement of the application by its name; {@link Statement#DEAL_FIND_BY_ID} is {@code
 * cypher/queries/deal/find_by_id.cypher}. All are read at the start, so that a missing file stops the start.
 */
public final class Queries {

    private final Map<Statement, String> texts;

    private Queries(Map<Statement, String> texts) {
        this.texts = texts;
    }

    /** Reads the file of every {@link Statement}; the first that is missing or malformed is named. */
    public static Queries load() {
        Map<Statement, String> texts = new EnumMap<>(Statement.class);
        for (Statement statement : Statement.values()) {
            texts.put(statement, CypherFile.of(statement.path()).text());
        }
        return new Queries(texts);
    }

    /** The text of a statement. */
    public String get(Statement statement) {
        String text = texts.get(statement);
        if (text == null) {
            throw new GraphException("could not find a statement: " + statement.path());
        }
        return text;
    }

    /** Starts a statement; its rows come as they are read. */
    Result run(TransactionContext tx, Statement statement, Row parameters) {
        return tx.run(get(statement), parameters.map());
    }

    /** Runs a statement for its effect. */
    void execute(TransactionContext tx, Statement statement, Row parameters) {
        run(tx, statement, parameters).consume();
    }

    <T> List<T> list(TransactionContext tx, Statement statement, Row parameters, Function<Record, T> reader) {
        return run(tx, statement, parameters).list(reader);
    }

    <T> Optional<T> find(TransactionContext tx, Statement statement, Row parameters, Function<Record, T> reader) {
        List<Record> rows = run(tx, statement, parameters).list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(reader.apply(rows.getFirst()));
    }

    /** The number that a statement answers in its only row. */
    long number(TransactionContext tx, Statement statement, Row parameters) {
        return run(tx, statement, parameters).single().get(0).asLong();
    }

    /** A reader of the record of the model that a row holds as {@code body}. */
    static <T> Function<Record, T> body(Class<T> type) {
        return row -> Json.read(row.get("body").asString(), type);
    }
}
