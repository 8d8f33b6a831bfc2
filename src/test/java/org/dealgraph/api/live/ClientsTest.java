package org.dealgraph.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dealgraph.api.RunningServer;
import org.dealgraph.event.Events;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The clients of graphql-ws, graphql-sse and Apollo in {@code src/test/clients}. Runs where Node is there and {@code npm
 * install} was called in that folder before; it needs no network itself, and is skipped elsewhere.
 */
@ExtendWith(Neo4jTest.class)
class ClientsTest {

    private static final Path CLIENTS = Path.of("src", "test", "clients");

    @Test
    void clients_of_others_ask_listen_and_go_on(GraphStore store) throws Exception {
        assumeThat(CLIENTS.resolve("node_modules").resolve("graphql-ws"))
                .as("run npm install in src/test/clients to try other clients")
                .isDirectory();
        assumeThat(hasNode()).as("node is on the path").isTrue();
        RevisionRepository revisions = new RevisionRepository(store.queries());
        try (RunningServer server = RunningServer.on(store)) {
            server.bean(Intake.class)
                    .take(
                            RunningApplication.read(
                                    Map.of(
                                            "one.txt",
                                            "Oracle contract\n\nOpenAI has signed a contract to buy $300 billion of computing power from Oracle.",
                                            "two.txt",
                                            "Nebius deal\n\nMicrosoft will pay Nebius $17.4 billion over five years for computing capacity.")));
            store.run(tx -> revisions.append(tx, java.util.Collections.nCopies(6, change())));
            Path log = Files.createTempFile("clients", ".log");
            Process process = new ProcessBuilder(
                            "node", "clients.mjs", server.address().toString())
                    .directory(CLIENTS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            process.destroyForcibly().waitFor();
            String said = Files.readString(log, StandardCharsets.UTF_8);
            Files.delete(log);
            assertThat(ended).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said.lines().filter(line -> line.startsWith("ok "))).hasSize(5);
        }
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static Revision change() {
        Deal deal = Events.deal("a-lab");
        return new Revision(
                0,
                deal.id(),
                Revision.Kind.AMENDED,
                Revision.Cause.NEWS,
                Instant.parse("2026-11-01T10:00:00Z"),
                Json.write(deal),
                Json.write(deal),
                List.of("c-1"));
    }
}
