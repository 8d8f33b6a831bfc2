package org.dealgraph.pipeline;

import org.dealgraph.graph.GraphStore;

/** Empties the tests' graph of everything but the registry. */
public final class Wiped {

    private Wiped() {}

    public static void articlesAndDecisions(GraphStore store) {
        try (var session = store.driver().session()) {
            session.run("MATCH (n) WHERE n:Article OR n:Claim OR n:Deal OR n:Term OR n:Revision OR n:Block OR"
                            + " n:Judgement OR n:Milestone DETACH DELETE n")
                    .consume();
            session.run("MATCH (o:Organization {verified: false}) DETACH DELETE o")
                    .consume();
            session.run("MATCH (log:Log {id: 'revisions'}) SET log.last = 0").consume();
            session.run("MATCH (log:Log {id: 'judgements'}) SET log.last = log.last + 1")
                    .consume();
        }
    }
}
