package org.dealgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Party;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Set phrases that say who pays whom without a verb. */
class PhraseTest {

    private static ClaimReader reader;

    @BeforeAll
    static void load() {
        Path ingest = Path.of("ingest");
        reader = ClaimReader.load(ingest, Catalogue.load(ingest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oracle raised its outlook, helped by its $300 billion OpenAI contract. | SPEND OpenAI > Oracle 300000000000",
                "Microsoft sells to many while still keeping its $250 billion OpenAI agreement. | SPEND OpenAI > Microsoft 250000000000",
                "Anthropic has signed a $30 billion Azure commitment with Microsoft plus up to 1 gigawatt of further capacity. | CAPACITY Microsoft Azure > Anthropic 1000",
            })
    void a_phrase_tells_the_sides(String text, String expected) {
        Article article = new Article(
                "a-1", "file:a.txt", "files", null, Tier.BLOG, "", null, null, null, null, "en", text, null, null);
        assertThat(reader.read(article).stream().map(PhraseTest::line)).contains(expected);
    }

    private static String line(Claim c) {
        return c.kind() + " " + names(c.from()) + " > " + names(c.to()) + " "
                + c.subject()
                        .quantity()
                        .map(Interval::value)
                        .map(Object::toString)
                        .orElse("");
    }

    private static String names(List<Party> parties) {
        return String.join(", ", parties.stream().map(Party::name).toList());
    }
}
