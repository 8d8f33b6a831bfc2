package org.dealgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oracle will supply OpenAI with 4.5 gigawatts of capacity from 2027. | true",
                "Microsoft, Nvidia, Blue Owl Capital and Crusoe Energy invested $15 billion. | true",
                "How Microsoft's $30 Billion Azure Pledge Changes Every Vendor Roadmap | false",
                "client = connect(region_name='us-east-1', capacity_gw=5) | false",
                "If you commit $100 million to one cloud, ask for credits. | false",
                "We expect Meta to order 1 million TPUs next year. | false",
                "“You will see us spend $10 billion on Oracle's cloud,” the chief executive said. | true",
                "Utilities will need to build 20 GW for Amazon. | false",
            })
    void a_claim_is_made_only_by_a_sentence_that_asserts(String text, boolean made) {
        Evidence evidence = Evidence.of(text, List.of(new Span(0, text.length())));
        assertThat(Assertion.isMade(evidence, text)).isEqualTo(made);
    }
}
