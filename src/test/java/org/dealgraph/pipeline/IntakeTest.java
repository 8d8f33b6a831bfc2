package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.StatusRepository;
import org.dealgraph.pipeline.IntakeReport.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole way from texts to deals, over Bolt. The texts are our own. */
@ExtendWith(Neo4jTest.class)
class IntakeTest {

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("release.txt", """
                Anthropic and Amazon extend their work together

                April 20, 2026

                Anthropic has committed more than $100 billion to AWS over ten years. Amazon will provide Anthropic with up to 5 GW of computing capacity. Amazon is investing $5 billion in Anthropic today.
                """);
        TEXTS.put("wire.txt", """
                Anthropic to spend $100 billion on Amazon's cloud

                April 21, 2026

                Anthropic will spend $100 billion on Amazon Web Services over the next decade. Amazon will invest $5 billion in Anthropic.
                """);
        TEXTS.put("other.txt", """
                OpenAI signs Oracle contract

                September 10, 2025

                OpenAI has signed a contract to buy $300 billion of computing power from Oracle over about five years.
                """);
    }

    @BeforeEach
    void wipe(GraphStore store) {
        try (var session = store.driver().session()) {
            session.run(
                            "MATCH (n) WHERE n:Article OR n:Claim OR n:Deal OR n:Term OR n:Revision OR n:Block DETACH DELETE n")
                    .consume();
            session.run("MATCH (log:Log) SET log.last = 0").consume();
        }
    }

    @Test
    void articles_that_tell_of_one_deal_make_one_deal_with_that_many_sources(GraphStore store) {
        try (ApplicationContext context = RunningApplication.on(store)) {
            context.getBean(Intake.class).take(RunningApplication.read(TEXTS));
            List<String> spends = RunningApplication.dump(context).stream()
                    .filter(line -> line.startsWith("{\"deal\":")
                            && line.contains("\"to\":[\"aws\"]")
                            && line.contains("SPEND"))
                    .toList();
            assertThat(spends).hasSize(1);
            assertThat(spends.getFirst()).contains("\"independentSources\":2").contains("\"bound\":\"AT_LEAST\"");
        }
    }

    @Test
    void taking_the_same_in_again_changes_nothing(GraphStore store) {
        try (ApplicationContext context = RunningApplication.on(store)) {
            Intake intake = context.getBean(Intake.class);
            List<IntakeReport> first = intake.take(RunningApplication.read(TEXTS));
            List<String> before = RunningApplication.dump(context);
            long revision = revision(context);
            List<IntakeReport> second = intake.take(RunningApplication.read(TEXTS));
            assertThat(first).extracting(IntakeReport::outcome).containsOnly(Outcome.TAKEN);
            assertThat(second).extracting(IntakeReport::outcome).containsOnly(Outcome.KNOWN);
            assertThat(RunningApplication.dump(context)).isEqualTo(before).hasSizeGreaterThan(TEXTS.size());
            assertThat(revision(context)).isEqualTo(revision).isPositive();
        }
    }

    @Test
    void the_order_and_the_batches_of_arrival_do_not_matter(GraphStore store) {
        try (ApplicationContext context = RunningApplication.on(store)) {
            Intake intake = context.getBean(Intake.class);
            intake.take(RunningApplication.read(TEXTS));
            List<String> together = RunningApplication.dump(context);
            List<Input> shuffled = new ArrayList<>(RunningApplication.read(TEXTS));
            for (int seed = 0; seed < 3; seed++) {
                wipe(store);
                Collections.shuffle(shuffled, new Random(seed));
                shuffled.forEach(input -> intake.take(List.of(input)));
                assertThat(RunningApplication.dump(context)).isEqualTo(together);
            }
        }
    }

    @Test
    void copies_of_one_text_count_as_one_source_in_whatever_order_they_come(GraphStore store) {
        Map<String, String> texts = new LinkedHashMap<>(TEXTS);
        String wire = String.valueOf(TEXTS.get("wire.txt"));
        texts.put("syndicated.txt", wire.replace("April 21", "April 22"));
        texts.put("rewritten.txt", wire.replace("over the", "in the").replace("April 21", "April 23"));
        try (ApplicationContext context = RunningApplication.on(store)) {
            Intake intake = context.getBean(Intake.class);
            List<Input> inputs = new ArrayList<>(RunningApplication.read(texts));
            intake.take(inputs);
            List<String> together = RunningApplication.dump(context);
            assertThat(together)
                    .filteredOn(line -> line.startsWith("{\"deal\":")
                            && line.contains("\"to\":[\"aws\"]")
                            && line.contains("SPEND"))
                    .singleElement()
                    .asString()
                    .contains("\"independentSources\":2");
            for (int seed = 0; seed < 3; seed++) {
                wipe(store);
                Collections.shuffle(inputs, new Random(seed));
                inputs.forEach(input -> intake.take(List.of(input)));
                assertThat(RunningApplication.dump(context)).isEqualTo(together);
            }
        }
    }

    @Test
    void a_source_that_forbids_storing_leaves_claims_with_their_quotes_alone(GraphStore store) {
        try (ApplicationContext context = RunningApplication.on(store)) {
            context.getBean(Intake.class).take(RunningApplication.read(TEXTS), Intake.newRun(), article -> false);
            List<String> dump = RunningApplication.dump(context);
            assertThat(dump).anyMatch(line -> line.startsWith("{\"deal\":"));
            assertThat(dump)
                    .filteredOn(line -> line.startsWith("{\"article\":"))
                    .hasSize(TEXTS.size())
                    .allMatch(line -> line.contains("\"text\":\"\""));
        }
    }

    @Test
    void a_rebuild_gives_the_same_bytes(GraphStore store) {
        try (ApplicationContext context = RunningApplication.on(store)) {
            context.getBean(Intake.class).take(RunningApplication.read(TEXTS));
            List<String> before = RunningApplication.dump(context);
            Rebuild.Result result = context.getBean(Rebuild.class).run();
            assertThat(result.claims()).isPositive();
            assertThat(result.revisions()).isZero();
            assertThat(RunningApplication.dump(context)).isEqualTo(before);
        }
    }

    @Test
    void what_cannot_be_read_is_named_and_the_rest_goes_on(GraphStore store) {
        Map<String, String> texts = new LinkedHashMap<>(TEXTS);
        texts.put("empty.txt", " \n");
        texts.put("broken.xml", "<rss><channel><item><title>no end");
        texts.put("broken.json", "{\"id\": \"x\",\n \"text\": }");
        texts.put("picture.txt", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000");
        try (ApplicationContext context = RunningApplication.on(store)) {
            List<IntakeReport> reports = context.getBean(Intake.class).take(RunningApplication.read(texts));
            assertThat(reports)
                    .filteredOn(r -> r.outcome() == Outcome.TAKEN)
                    .extracting(IntakeReport::name)
                    .containsAll(TEXTS.keySet());
            assertThat(reports)
                    .filteredOn(r -> r.outcome() == Outcome.UNREADABLE)
                    .extracting(IntakeReport::name)
                    .containsExactlyInAnyOrder("empty.txt", "broken.xml", "broken.json", "picture.txt");
            assertThat(reports)
                    .filteredOn(r -> r.name().equals("broken.json"))
                    .extracting(IntakeReport::reason)
                    .first()
                    .asString()
                    .contains("line 2");
        }
    }

    private static long revision(ApplicationContext context) {
        return context.getBean(GraphStore.class)
                .read(tx -> context.getBean(StatusRepository.class).get(tx).revision());
    }
}
