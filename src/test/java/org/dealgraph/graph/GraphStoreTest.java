package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Neo4jTest.class)
class GraphStoreTest {

    @Test
    void a_server_that_is_not_there_is_named_with_what_to_do() throws IOException {
        String uri = "bolt://127.0.0.1:" + freePort();
        assertThatThrownBy(() -> GraphStore.open(GraphSettings.server(uri, "neo4j", "secret")))
                .isInstanceOf(GraphException.class)
                .hasMessageStartingWith("could not reach Neo4j: " + uri + ": connection refused")
                .hasMessageContaining("NEO4J_URI");
    }

    @Test
    void a_server_that_says_nothing_is_given_up_in_time() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String uri = "bolt://127.0.0.1:" + silent.getLocalPort();
            GraphSettings settings =
                    new GraphSettings(uri, "neo4j", "secret", Path.of("unused"), Duration.ofMillis(300));
            assertThatThrownBy(() -> GraphStore.open(settings))
                    .isInstanceOf(GraphException.class)
                    .hasMessageStartingWith("could not reach Neo4j: " + uri);
        }
    }

    @Test
    void a_wrong_password_is_said_to_be_one(GraphStore store) {
        assertThatThrownBy(() ->
                        GraphStore.open(GraphSettings.server(store.uri().toString(), "neo4j", "not the password")))
                .isInstanceOf(GraphException.class)
                .hasMessage("could not reach Neo4j: " + store.uri() + ": the user name or the password is wrong:"
                        + " check NEO4J_USERNAME and NEO4J_PASSWORD");
    }

    @Test
    void a_graph_without_a_password_is_refused(GraphStore store) {
        assertThatThrownBy(
                        () -> GraphStore.open(GraphSettings.server(store.uri().toString(), "neo4j", null)))
                .isInstanceOf(GraphException.class)
                .hasMessageStartingWith("could not reach Neo4j: " + store.uri());
    }

    @Test
    void work_that_fails_leaves_nothing(GraphStore store) {
        ArticleRepository articles = new ArticleRepository(store.queries());
        assertThatThrownBy(() -> store.run(tx -> {
                    articles.save(tx, Sample.article("a-half"), Sample.RECORDING);
                    throw new IllegalStateException("planned");
                }))
                .hasMessage("planned");
        assertThat(store.<Boolean>read(tx -> articles.exists(tx, "a-half"))).isFalse();
    }

    @Test
    void a_statement_that_the_server_refuses_is_a_fault_of_the_store(GraphStore store) {
        assertThatThrownBy(() -> store.run(tx -> tx.run("RETURN nonsense").consume()))
                .isInstanceOf(GraphException.class)
                .hasMessageStartingWith("could not write to the graph at " + store.uri());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void an_embedded_graph_survives_a_restart_and_belongs_to_its_owner_and_to_one_process(@TempDir Path parent)
            throws IOException {
        Path folder = parent.resolve("graph");
        try (GraphStore store = GraphStore.open(GraphSettings.embedded(folder))) {
            assertThat(store.uri().getHost()).isEqualTo("127.0.0.1");
            store.run(
                    tx -> new ArticleRepository(store.queries()).save(tx, Sample.article("a-kept"), Sample.RECORDING));
            assertThatThrownBy(() -> GraphStore.open(GraphSettings.embedded(folder)))
                    .isInstanceOf(GraphException.class)
                    .hasMessage("could not open the graph in " + folder
                            + ": another process has it open: stop that process, or choose another folder");
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("password"))).isEqualTo("rw-------");
        }
        try (GraphStore store = GraphStore.open(GraphSettings.embedded(folder))) {
            ArticleRepository articles = new ArticleRepository(store.queries());
            assertThat(store.<Boolean>read(tx -> articles.exists(tx, "a-kept"))).isTrue();
        }
    }

    @Test
    void a_data_folder_that_is_a_file_is_named(@TempDir Path parent) throws IOException {
        Path file = Files.createFile(parent.resolve("graph"));
        assertThatThrownBy(() -> GraphStore.open(GraphSettings.embedded(file)))
                .isInstanceOf(GraphException.class)
                .hasMessageStartingWith("could not make the folder " + file);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
