package org.dealgraph.claim.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.Texts;
import org.dealgraph.model.ClaimKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be a claim, before anything is judged. */
class CandidatesTest {

    private static final Path INGEST = Path.of("ingest");
    private static final ClaimReader READER = ClaimReader.untrained(INGEST, Catalogue.load(INGEST));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amazon invested $25 billion in Anthropic. | INVEST | amazon > anthropic",
                "Nvidia and Microsoft will invest $9 billion in xAI. | INVEST | microsoft+nvidia > xai",
                "The chipmaker AMD gave OpenAI a warrant on 160 million shares. | INVEST | openai > amd",
                "Meta's licence to OpenAI's models runs through 2032. | RIGHT | openai > meta",
                "Salesforce completed its $11 billion acquisition of Cohere. | ACQUIRE | salesforce > cohere"
            })
    void every_reading_that_words_could_have_is_a_candidate(String text, ClaimKind kind, String pair) {
        assertThat(Candidates.of(scene(text)).stream().flatMap(List::stream))
                .filteredOn(c -> c.kind() == kind)
                .extracting(Candidate::pair)
                .contains(pair);
    }

    @Test
    void who_fills_a_round_is_gathered_from_the_sentences_that_follow() {
        Scene scene =
                scene("Mistral AI has raised $2 billion in a round led by ASML. Nvidia, Lightspeed and Index Ventures"
                        + " took part as well. It has offices in Paris and London.");
        Anchor sum = scene.anchors().stream()
                .filter(a -> a.type() == AnchorType.MONEY)
                .findFirst()
                .orElseThrow();
        assertThat(Syndicate.of(scene, sum, ClaimKind.INVEST).orElseThrow().keys())
                .isEqualTo(Set.of("asml", "nvidia", "lightspeed", "index-ventures"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amazon and Google will put up to $3 billion and up to $2 billion, respectively, into Cohere. | 3000000000 | amazon > cohere",
                "Amazon and Google will put up to $3 billion and up to $2 billion, respectively, into Cohere. | 2000000000 | google > cohere",
                "In that year Amazon and Google put $3 billion and $2 billion, respectively, into Cohere. | 2000000000 | google > cohere",
                "At that time Amazon and Google agreed to put $3 billion and $2 billion into Cohere, respectively. | 3000000000 | amazon > cohere",
                "Amazon and Google will put $3 billion and $2 billion, respectively, into Cohere, which will pay Oracle $9 billion. | 2000000000 | google > cohere",
            })
    void with_respectively_each_name_has_the_amount_whose_turn_it_is(String text, String amount, String pair) {
        assertThat(Candidates.of(scene(text)).stream().flatMap(List::stream))
                .filteredOn(c -> c.kind() == ClaimKind.INVEST
                        && c.pair().endsWith("> cohere")
                        && c.anchor().amount().orElse("").equals("USD" + new BigDecimal(amount).stripTrailingZeros()))
                .extracting(Candidate::pair)
                .filteredOn(p -> p.startsWith("amazon") || p.startsWith("google"))
                .containsExactly(pair);
    }

    @Test
    void one_name_is_no_syndicate() {
        Scene scene = scene("Mistral AI has raised $2 billion in a round led by ASML.");
        assertThat(Syndicate.of(scene, scene.anchors().getFirst(), ClaimKind.INVEST))
                .isEmpty();
    }

    @Test
    void a_side_is_told_by_the_words_beside_it_and_the_verb_before_the_amount() {
        Scene scene = scene("Meta has agreed to pay CoreWeave $9 billion.");
        Anchor sum = scene.anchors().getFirst();
        Side payer = new Sides(scene)
                .near(sum).stream()
                        .filter(s -> s.keys().contains("meta"))
                        .findFirst()
                        .orElseThrow();
        List<String> words = new ArrayList<>();
        new Wording(scene)
                .side(
                        sum,
                        ClaimKind.SPEND,
                        payer,
                        false,
                        (place, kind, first, second) -> words.add(place + " " + first + " " + second));
        assertThat(words)
                .contains("FROM_FORM NAME <", "FROM_INNER < have", "FROM_VERB <to pay")
                .noneMatch(w -> w.startsWith("TO_"));
    }

    private static Scene scene(String text) {
        return READER.scene(Texts.article(text));
    }
}
