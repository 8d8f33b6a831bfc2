package org.dealgraph.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Gives each statement a transaction of its own. */
record OneStatement(Session session, TransactionConfig config) implements TransactionContext {

    @Override
    public Result run(String query, Value parameters) {
        return run(new Query(query, parameters));
    }

    @Override
    public Result run(String query, Map<String, @Nullable Object> parameters) {
        return run(new Query(query, parameters));
    }

    @Override
    public Result run(String query, Record parameters) {
        return run(new Query(query, parameters.asMap()));
    }

    @Override
    public Result run(String query) {
        return run(new Query(query));
    }

    @Override
    public Result run(Query query) {
        return session.run(query, config);
    }
}
