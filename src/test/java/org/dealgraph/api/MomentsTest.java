package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question is asked at the three dates that it can have. */
@ExtendWith(Neo4jTest.class)
class MomentsTest {

    private static final List<String> DATES = List.of("asOf", "knownAt", "recordedAt");
    private static RunningServer server;
    private static Instant between;

    @BeforeAll
    static void fill(GraphStore store) {
        server = RunningServer.on(store);
        between = Instant.now();
        take("oracle.txt", """
                OpenAI signs Oracle contract

                September 10, 2025

                OpenAI has signed a contract to buy $300 billion of computing power from Oracle over about five years.
                """);
        take("google.txt", """
                Meta signs with Google

                August 21, 2025

                Meta has signed a contract to spend $10 billion on Google's cloud.
                """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Question> questions() {
        JsonNode fields = data("{ __schema { queryType { fields { name description args { name } } } } }")
                .at("/__schema/queryType/fields");
        return StreamSupport.stream(fields.spliterator(), false)
                .map(field -> new Question(
                        field.path("name").asText(),
                        field.path("description").asText(),
                        field.path("args").findValuesAsText("name")));
    }

    record Question(String name, String description, List<String> arguments) {}

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_takes_the_three_dates_or_says_why_not(Question question) {
        List<String> missing = DATES.stream()
                .filter(date -> !question.arguments().contains(date))
                .toList();
        String told = question.description();
        int from = told.indexOf("It takes no ");
        String reason = from < 0 ? "" : told.substring(from, told.indexOf('.', from));
        assertThat(DATES.stream().filter(reason::contains).toList())
                .as("%s: %s", question.name(), told)
                .isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "'', KNOWN",
        "'knownAt: \"2025-09-10\"', KNOWN",
        "'knownAt: \"2025-09-09\"', NEW",
        "'knownAt: \"2025-08\"', NEW",
        "'asOf: \"2025-09-09\"', NEW",
        "'asOf: \"2025-09-10\"', KNOWN",
        "'recordedAt: \"BETWEEN\"', NEW"
    })
    void a_text_is_checked_against_what_was_known_and_agreed(String at, String verdict) {
        JsonNode found = data("{ checkText(text: \"A look back\\n\\n"
                        + "OpenAI has signed a contract to buy $300 billion of computing power from Oracle.\" "
                        + at.replace("BETWEEN", between.toString()) + ") { verdict deal { title } claims { id } } }")
                .path("checkText");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("verdict").asText()).isEqualTo(verdict);
        assertThat(found.get(0).path("deal").isNull()).isEqualTo(verdict.equals("NEW"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "'knownAt: \"2025-09-10\"', 2",
        "'knownAt: \"2025-09-09\"', 1",
        "'knownAt: \"2025-08-20\"', 0",
        "'asOf: \"2025-09-09\"', 1",
        "'recordedAt: \"BETWEEN\"', 0"
    })
    void changes_are_those_of_a_moment(String at, int expected) {
        JsonNode found = data("{ changes(first: 50 " + at.replace("BETWEEN", between.toString())
                        + ") { nodes { kind } } }")
                .path("changes")
                .path("nodes");
        assertThat(found).hasSize(expected);
    }

    @Test
    void runs_are_those_that_had_begun() {
        assertThat(data("{ runs { id } }").path("runs")).hasSize(2);
        assertThat(data("{ runs(recordedAt: \"" + between + "\") { id } }").path("runs"))
                .isEmpty();
    }

    @Test
    void a_briefing_is_written_by_what_the_graph_held() {
        String question =
                "{ briefing(since: \"2025-08-01\", until: \"2025-09-30\" %s) { sections { sentences { text } } } }";
        assertThat(data(question.formatted("")).toString()).contains("Oracle");
        assertThat(data(question.formatted(", recordedAt: \"" + between + "\"")).toString())
                .doesNotContain("Oracle");
    }

    private static void take(String name, String text) {
        server.bean(Intake.class).take(RunningApplication.read(Map.of(name, text)));
    }

    private static JsonNode data(String query) {
        JsonNode answer = server.answer(query);
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data");
    }
}
