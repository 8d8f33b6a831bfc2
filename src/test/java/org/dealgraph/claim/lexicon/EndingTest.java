package org.dealgraph.claim.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dealgraph.claim.text.Prose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    private static final Cues WORDS = Cues.load(Path.of("ingest"), "standing.yml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meta cancelled the order. | true",
                "The merger was called off. | true",
                "Pellworth let the option lapse. | true",
                "The credit line expired unused. | true",
                "Talks collapsed and the plan was scrapped. | true",
                "It has terminated an earlier agreement. | true",
                "The contract, which either side may cancel, runs for ten years. | false",
                "Volkswagen cannot cancel it. | false",
                "The order may not be cancelled. | false",
                "The bank has the right to terminate the loan. | false",
                "It pays a fee if the deal is terminated. | false",
                "The agreement holds unless it is terminated before June. | false",
                "The lease expires in 2031. | false",
                "The contract ends on 30 June. | false",
                "Microsoft, which scrapped other leases, signed a new one. | false",
                "It has not cancelled the order. | false",
            })
    void only_what_has_come_is_an_end(String text, boolean ended) {
        assertThat(WORDS.in(Prose.of(text)).stream()
                        .anyMatch(c -> c.name().equals("ended") || c.name().equals("faded")))
                .isEqualTo(ended);
    }
}
