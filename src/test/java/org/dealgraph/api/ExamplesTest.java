package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.pipeline.Documents;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example under {@code graphql/examples} is sent over HTTP to a server on the graph of the examples' articles, and
 * answers what its file says. {@code -Ddealgraph.examples.write=true} writes the answers, for reading before a commit.
 */
@ExtendWith(Neo4jTest.class)
class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("graphql", "examples");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ApplicationContext context;
    private static URI server;

    @BeforeAll
    static void start(GraphStore store) throws IOException {
        context = RunningApplication.on(store, (IntakeKey) () -> "none");
        Documents documents = new Documents();
        List<Input> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("articles"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                inputs.addAll(documents.read(file.toString(), Files.readAllBytes(file), null, RunningApplication.SEEN));
            }
        }
        context.getBean(Intake.class).take(inputs);
        server = context.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files
                    .filter(f -> f.toString().endsWith(".graphql"))
                    .filter(f -> !f.getFileName().toString().matches("q\\d\\d-.*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_answers_what_its_file_says(Path example) throws Exception {
        JsonNode answer = post(example);
        Path expected = sibling(example, ".json");
        if (Boolean.getBoolean("dealgraph.examples.write")) {
            Files.writeString(expected, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n");
        }
        assertThat(answer.path("errors").isMissingNode()).as("no errors").isTrue();
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer))
                .isEqualTo(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(read(expected))));
    }

    private static JsonNode post(Path example) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("query", read(example));
        Path variables = sibling(example, ".variables.json");
        if (Files.exists(variables)) {
            body.set("variables", JSON.readTree(read(variables)));
        }
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static Path sibling(Path example, String ending) {
        return example.resolveSibling(example.getFileName().toString().replace(".graphql", ending));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
