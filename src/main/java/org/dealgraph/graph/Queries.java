package org.dealgraph.graph;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every statement of the application by its name, as in {@code deal/find_by_id}; the file is {@code
 * cypher/queries/deal/find_by_id.cypher}. All are read at the start, so that a missing file stops the start.
 */
public final class Queries {

    private final Map<Statement, String> texts;

    private Queries(Map<Statement, String> texts) {
        this.texts = texts;
    }

    /** Reads the file of every {@link Statement}; the first that is missing or malformed is named. */
    public static Queries load() {
        SortedMap<Statement, String> texts = new TreeMap<>();
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
}
