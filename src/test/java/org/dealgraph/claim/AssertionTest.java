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
                "Oracle will pay <$5 billion to Crusoe for >1 GW of capacity. | true",
                "Meta commits more than >$5bn, and later >=$10bn, to CoreWeave. | true",
                "Nscale takes < 500 MW of the > 2 GW that Crusoe builds. | true",
                "Google pays <US$3 billion for >EUR 1 billion of power from Brookfield. | true",
                "Google pays (<USD 3 billion) for >2 GW from Crusoe. | true",
                "Microsoft pays Nebius <b>$17.4 billion</b> for capacity. | false",
                "Microsoft pays Nebius <td>$17.4 billion for capacity. | false",
                "Microsoft pays Nebius $17.4 billion <img src=x onerror=alert(1)> for capacity. | false",
                "Microsoft pays Nebius $17.4 billion </p for > capacity_gw. | false",
                "if (capacity > 5) { pay($5); } // Oracle | false",
                "deal = {'Oracle': '$300 billion'} | false",
                "pay() sends $300 billion to Oracle. | false",
            })
    void a_claim_is_made_only_by_a_sentence_that_asserts(String text, boolean made) {
        Evidence evidence = Evidence.of(text, List.of(new Span(0, text.length())));
        assertThat(Assertion.isMade(evidence, text)).isEqualTo(made);
    }
}
