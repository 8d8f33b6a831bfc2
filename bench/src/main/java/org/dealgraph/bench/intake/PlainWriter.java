package org.dealgraph.bench.intake;

import java.util.List;
import java.util.Map;
import org.dealgraph.graph.GraphStore;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** Writes rows that are known already with plain parameterised Cypher: what an intake costs when nothing has to be decided. */
final class PlainWriter {

    private static final String ARTICLE = """
            MERGE (s:Source {id: 'made'})
            WITH s
            UNWIND $rows AS row
            CREATE (a:Article {id: row.id})
            SET a += row.properties
            CREATE (s)-[:PUBLISHED]->(a)""";
    private static final String ORGANIZATIONS = """
            UNWIND $rows AS row
            MERGE (o:Organization {id: row.id})
            ON CREATE SET o += row.properties""";
    private static final String CLAIMS = """
            UNWIND $rows AS row
            MATCH (a:Article {id: row.article})
            CREATE (c:Claim {id: row.id})
            SET c += row.properties
            CREATE (a)-[:STATES]->(c)""";
    private static final String FROM = """
            UNWIND $rows AS row
            MATCH (c:Claim {id: row.id})
            UNWIND row.from AS id
            MATCH (o:Organization {id: id})
            CREATE (c)-[:FROM {order: 0, name: id, score: 1.0, verdict: 'SAME', by: 'rule:registry-id', at: 0}]->(o)""";
    private static final String TO = """
            UNWIND $rows AS row
            MATCH (c:Claim {id: row.id})
            UNWIND row.to AS id
            MATCH (o:Organization {id: id})
            CREATE (c)-[:TO {order: 0, name: id, score: 1.0, verdict: 'SAME', by: 'rule:registry-id', at: 0}]->(o)""";
    private static final String BLOCKS = """
            UNWIND $rows AS row
            MATCH (c:Claim {id: row.id})
            UNWIND row.blocks AS key
            MERGE (b:Block {key: key})
            CREATE (c)-[:IN_BLOCK]->(b)""";
    private static final String OLD_TERMS = """
            UNWIND $rows AS row
            UNWIND row.terms AS term
            MATCH (t:Term {id: term.id})
            DETACH DELETE t""";
    private static final String DEALS = """
            UNWIND $rows AS row
            MERGE (d:Deal {id: row.id})
            SET d += row.properties
            WITH d, row
            UNWIND row.terms AS term
            CREATE (t:Term {id: term.id})
            SET t += term.properties
            CREATE (d)-[:HAS_TERM]->(t)""";
    private static final String TERM_FROM = """
            UNWIND $rows AS row
            UNWIND row.terms AS term
            MATCH (t:Term {id: term.id})
            UNWIND term.from AS id
            MATCH (o:Organization {id: id})
            CREATE (t)-[:FROM]->(o)""";
    private static final String TERM_TO = """
            UNWIND $rows AS row
            UNWIND row.terms AS term
            MATCH (t:Term {id: term.id})
            UNWIND term.to AS id
            MATCH (o:Organization {id: id})
            CREATE (t)-[:TO]->(o)""";
    private static final String SUPPORTS = """
            UNWIND $rows AS row
            UNWIND row.terms AS term
            MATCH (t:Term {id: term.id})
            UNWIND term.supports AS id
            MATCH (c:Claim {id: id})
            CREATE (c)-[:SUPPORTS]->(t)""";
    private static final String REVISIONS = """
            UNWIND $rows AS row
            MATCH (d:Deal {id: row.deal})
            CREATE (r:Revision {number: row.number})
            SET r += row.properties
            CREATE (d)-[:REVISED_AS]->(r)""";
    private static final String FULL_TEXT =
            "SHOW INDEXES YIELD name, type, createStatement WHERE type = 'FULLTEXT' RETURN name, createStatement";
    private static final String LOG = "MATCH (log:Log {id: 'revisions'}) SET log.last = $last";

    private final Driver driver;

    PlainWriter(GraphStore store) {
        this.driver = store.driver();
    }

    /**
     * Writes what some articles leave, in one transaction.
     *
     * @param articles their rows
     * @param organizations the rows of those that their claims name
     * @param claims the rows of its claims
     * @param deals the rows of the deals that changed
     * @param revisions the rows of the changes
     * @param last the number of the last of them
     */
    void write(
            List<Map<String, Object>> articles,
            List<Map<String, Object>> organizations,
            List<Map<String, Object>> claims,
            List<Map<String, Object>> deals,
            List<Map<String, Object>> revisions,
            long last) {
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(tx -> {
                tx.run(ARTICLE, Map.of("rows", articles)).consume();
                tx.run(ORGANIZATIONS, Map.of("rows", organizations)).consume();
                for (String statement : List.of(CLAIMS, FROM, TO, BLOCKS)) {
                    tx.run(statement, Map.of("rows", claims)).consume();
                }
                for (String statement : List.of(OLD_TERMS, DEALS, TERM_FROM, TERM_TO, SUPPORTS)) {
                    tx.run(statement, Map.of("rows", deals)).consume();
                }
                tx.run(REVISIONS, Map.of("rows", revisions)).consume();
                tx.run(LOG, Map.of("last", last)).consume();
            });
        }
    }

    /** Has something done without the full-text indexes, which are built again afterwards: in bulk that is quicker by far. */
    void withoutFullText(Runnable work) {
        try (Session session = driver.session()) {
            List<Record> indexes = session.run(FULL_TEXT).list();
            for (Record index : indexes) {
                session.run("DROP INDEX `" + index.get("name").asString() + "`").consume();
            }
            try {
                work.run();
            } finally {
                for (Record index : indexes) {
                    session.run(index.get("createStatement").asString()).consume();
                }
                session.run("CALL db.awaitIndexes(3600)").consume();
            }
        }
    }
}
