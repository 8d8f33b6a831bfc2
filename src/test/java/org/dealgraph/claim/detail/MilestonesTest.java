package org.dealgraph.claim.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.model.Article;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own sentences about deliveries, payments, vesting and options. */
class MilestonesTest {

    private static final Path INGEST = Path.of("ingest");
    private static final ClaimReader READER = ClaimReader.load(INGEST, Catalogue.load(INGEST));

    private static java.util.List<String> read(String text) {
        return READER
                .read(new Article(
                        "a-1",
                        "file:x",
                        "x",
                        null,
                        Tier.TRADE,
                        "Deals of the day",
                        null,
                        PartialDate.parse("2026-01-20"),
                        null,
                        null,
                        "en",
                        text,
                        null,
                        null))
                .stream()
                .flatMap(claim -> claim.schedule().milestones().stream())
                .map(Milestone::text)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oracle will provide OpenAI with 4 gigawatts of computing capacity. The first gigawatt of the capacity"
                        + " will come online in the second half of 2026. | delivery of 1 GW by 2026-H2",
                "Google plans to spend $90 billion on data centers. The first phase of the project is due in March"
                        + " 2027. | delivery by 2027-03",
                "OpenAI may buy up to 160 million AMD shares under a warrant, which vests as OpenAI deploys up to"
                        + " six gigawatts of its chips. | vesting, as OpenAI deploys up to six gigawatts of its chips",
                "Meta has agreed to pay CoreWeave $9.3 billion for computing and has an option to extend the contract"
                        + " until 2035. | option until 2035"
            })
    void reads_what_comes_when_and_upon_what(String text, String milestone) {
        assertThat(read(text)).contains(milestone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nebius won a $3 billion order from Meta.",
                "Amazon will invest $5 billion in Anthropic at once and was among the first to do so.",
                "OpenAI will pay Oracle $300 billion over five years, starting in 2027."
            })
    void reads_no_step_where_none_is_told(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = "Amazon will invest $25 billion in Anthropic, of which $5 billion comes at once and $20 billion"
                    + " when commercial milestones are reached.")
    void a_share_that_hangs_on_a_condition_is_a_payment(String text) {
        assertThat(read(text))
                .contains("payment of $20 billion, when commercial milestones are reached")
                .noneMatch(step -> step.contains("$5 billion"));
    }
}
