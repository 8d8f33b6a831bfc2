package org.dealgraph.architecture.planted.claim;

import com.rometools.rome.feed.synd.SyndFeed;
import graphql.GraphQL;
import org.jsoup.nodes.Document;
import org.neo4j.driver.Driver;
import org.neo4j.graphdb.GraphDatabaseService;

/** A planted breach. */
public class KnowsLibraries {
    public Driver driver;
    public GraphQL graphql;
    public Document document;
    public SyndFeed feed;
    public GraphDatabaseService server;
}
