package org.dealgraph.graph;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import org.neo4j.driver.Driver;

/** The open graph and what comes with it; opened when the first bean asks for it. */
@Factory
final class GraphFactory {

    /** One that was handed in to the application goes first. */
    @Singleton
    @Secondary
    @Bean(preDestroy = "close")
    GraphStore store(GraphSettings settings) {
        return GraphStore.open(settings);
    }

    /** Closed by the store. */
    @Singleton
    Driver driver(GraphStore store) {
        return store.driver();
    }

    @Singleton
    Queries queries(GraphStore store) {
        return store.queries();
    }
}
