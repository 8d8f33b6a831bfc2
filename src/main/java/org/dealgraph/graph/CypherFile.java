package org.dealgraph.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One statement in one file, its first line a comment that says what it answers.
 *
 * @param path below {@code cypher/queries}, without ending
 * @param text the statement without its comments, as it is sent to the server
 */
record CypherFile(String path, String text) {

    private static final String FOLDER = "/cypher/queries/";
    private static final String COMMENT = "//";

    /** Reads the file from the class path. */
    static CypherFile of(String path) {
        String name = FOLDER + path + ".cypher";
        try (InputStream in = CypherFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new GraphException("could not find a statement: cypher/queries/" + path + ".cypher");
            }
            return parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GraphException("could not read a statement: cypher/queries/" + path + ".cypher", e);
        }
    }

    static CypherFile parse(String path, String content) {
        if (!content.startsWith(COMMENT + " ")) {
            throw new GraphException("could not read a statement: cypher/queries/" + path
                    + ".cypher: its first line must be a comment that says what it answers");
        }
        StringBuilder text = new StringBuilder();
        content.lines()
                .filter(line -> !line.stripLeading().startsWith(COMMENT))
                .forEach(line -> text.append(line.stripTrailing()).append('\n'));
        String statement = text.toString().strip();
        if (statement.isEmpty() || statement.contains(";")) {
            throw new GraphException(
                    "could not read a statement: cypher/queries/" + path + ".cypher: it must hold one statement");
        }
        return new CypherFile(path, statement);
    }
}
