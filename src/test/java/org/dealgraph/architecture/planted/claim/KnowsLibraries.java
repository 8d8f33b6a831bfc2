package org.dealgraph.architecture.planted.claim;

import graphql.GraphQL;
import org.jsoup.nodes.Document;
import org.neo4j.driver.Driver;
import org.neo4j.graphdb.GraphDatabaseService;

/** A planted breach. */
public class KnowsLibraries {
    public Driver driver;
    public GraphQL graphql;
    public Document document;
    public GraphDatabaseService server;
}
