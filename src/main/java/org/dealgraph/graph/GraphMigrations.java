package org.dealgraph.graph;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.net.URI;
import org.neo4j.driver.Driver;

/** Brings a database to the schema in {@code cypher/migrations}; schema and data changes live in different files. */
final class GraphMigrations {

    private static final String RELEASE_LOCK = "MATCH (lock:__Neo4jMigrationsLock) DELETE lock";

    private final Driver driver;
    private final URI uri;
    private final boolean alone;

    /**
     * @param alone whether no other process can use the database, so that a migration lock found in it was left by a
     *     process that died
     */
    GraphMigrations(Driver driver, URI uri, boolean alone) {
        this.driver = driver;
        this.uri = uri;
        this.alone = alone;
    }

    void apply() {
        if (alone) {
            driver.executableQuery(RELEASE_LOCK).execute();
        }
        try {
            new Migrations(
                            MigrationsConfig.builder()
                                    .withLocationsToScan("classpath:cypher/migrations")
                                    .withInstalledBy("dealgraph")
                                    .withAutocrlf(true)
                                    .build(),
                            driver)
                    .apply();
        } catch (MigrationsException e) {
            throw new GraphException("could not migrate the graph at " + uri + ": " + e.getMessage(), e);
        }
    }
}
