package org.dealgraph.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/** The server that the tests of one run share, and what must be closed behind it. */
final class TestServer implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final String ADDRESS = "dealgraph.test.neo4j";
    private static final String DOCKER = "dealgraph.test.docker";
    private static final String IMAGE = "neo4j:2026.08.1";

    private static final String WIPE = """
            MATCH (n)
            WHERE NOT n:Log AND none(label IN labels(n) WHERE label STARTS WITH '__Neo4j')
            CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS""";

    private final GraphStore store;
    private final List<AutoCloseable> behind;

    private TestServer(GraphStore store, AutoCloseable... behind) {
        this.store = store;
        this.behind = List.of(behind);
    }

    static TestServer start() {
        String address = System.getProperty(ADDRESS);
        if (address != null) {
            return new TestServer(GraphStore.open(GraphSettings.server(
                    address,
                    System.getProperty(ADDRESS + ".username", "neo4j"),
                    System.getProperty(ADDRESS + ".password"))));
        }
        return dockerWanted() ? container() : embedded();
    }

    private static boolean dockerWanted() {
        String wish = System.getProperty(DOCKER, "auto");
        return wish.equals("true")
                || (wish.equals("auto")
                        && (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock")))
                        && DockerClientFactory.instance().isDockerAvailable());
    }

    private static TestServer container() {
        Neo4jContainer container = new Neo4jContainer(IMAGE).withRandomPassword();
        container.start();
        return new TestServer(
                GraphStore.open(GraphSettings.server(container.getBoltUrl(), "neo4j", container.getAdminPassword())),
                container::stop);
    }

    private static TestServer embedded() {
        try {
            Path folder = Files.createTempDirectory("dealgraph-test-");
            return new TestServer(GraphStore.open(GraphSettings.embedded(folder)), () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GraphStore store() {
        return store;
    }

    void wipe() {
        try (var session = store.driver().session()) {
            session.run(WIPE).consume();
            session.run("MATCH (log:Log) SET log.last = 0").consume();
        }
    }

    @Override
    public void close() {
        store.close();
        for (AutoCloseable resource : behind) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("could not close the test server", e);
            }
        }
    }
}
