package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.deal.Finding;
import org.dealgraph.deal.Finding.Verdict;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pasted words against a small graph. The texts are our own. */
@ExtendWith(Neo4jTest.class)
class ChecksTest {

    private static ApplicationContext context;

    @BeforeAll
    static void fill(GraphStore store) {
        Wiped.articlesAndDecisions(store);
        context = RunningApplication.on(store);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("release.txt", """
                Anthropic and Amazon extend their work together

                April 20, 2026

                Anthropic has committed more than $100 billion to AWS over ten years.
                """);
        texts.put("oracle.txt", """
                OpenAI signs Oracle contract

                September 10, 2025

                OpenAI has signed a contract to buy $300 billion of computing power from Oracle over about five years.
                """);
        texts.put("talks.txt", """
                Meta signs with Google

                August 21, 2025

                Meta has signed a contract to spend $10 billion on Google's cloud.
                """);
        context.getBean(Intake.class).take(RunningApplication.read(texts));
    }

    @AfterAll
    static void stop(GraphStore store) {
        context.close();
        Wiped.articlesAndDecisions(store);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KNOWN       | Anthropic has committed more than $100 billion to AWS over ten years.
            KNOWN       | OpenAI has signed a contract to buy $300 billion of computing power from Oracle.
            NEW         | Microsoft will invest $2 billion in Mistral.
            NEW         | Amazon will invest $5 billion in Anthropic.
            CONTRADICTS | OpenAI has signed a contract to buy $30 billion of computing power from Oracle.
            CONTRADICTS | AWS will pay Anthropic more than $100 billion for computing power over ten years.
            STALE       | Meta is in talks to spend $10 billion on Google's cloud, people familiar with the matter said.
            """)
    void a_claim_stands_to_the_graph_as_it_should(Verdict verdict, String sentence) {
        List<Finding> findings = context.getBean(Checks.class).check("A look back\n\n" + sentence);
        assertThat(findings).as(findings.toString()).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.verdict()).as(finding.how()).isEqualTo(verdict);
        assertThat(finding.claims().isEmpty()).isEqualTo(verdict == Verdict.NEW);
        assertThat(finding.deal() == null).isEqualTo(verdict == Verdict.NEW);
    }

    @Test
    void nothing_of_a_checked_text_is_kept() {
        List<String> before = RunningApplication.dump(context);
        context.getBean(Checks.class).check("A look back\n\nMicrosoft will invest $2 billion in Mistral.");
        assertThat(RunningApplication.dump(context)).isEqualTo(before);
    }

    @Test
    void words_that_claim_nothing_find_nothing() {
        assertThat(context.getBean(Checks.class).check("The weather was fine.")).isEmpty();
        assertThat(context.getBean(Checks.class).check(" ")).isEmpty();
    }
}
