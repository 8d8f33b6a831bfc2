package org.dealgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Party;
import org.dealgraph.model.Polarity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Plain sentences of our own about parties that seldom deal with each other: the words tell who gives and who takes. */
class DirectionTest {

    private static final double GATE = 0.8;
    private static final int SURE = 75;

    private static ClaimReader reader;

    @BeforeAll
    static void load() {
        Path ingest = Path.of("ingest");
        reader = ClaimReader.load(ingest, Catalogue.load(ingest));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/claim/directions.csv", delimiter = '|')
    void the_words_tell_who_gives_and_who_takes(String text, String expected) {
        assertThat(reader.read(Texts.article(text)))
                .extracting(DirectionTest::line)
                .contains(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/claim/endings.csv", delimiter = '|')
    void a_right_to_cancel_ends_nothing_and_what_ended_has_ended(String text, Polarity expected) {
        assertThat(reader.read(Texts.article(text)))
                .extracting(c -> c.standing().polarity())
                .contains(expected);
    }

    @Test
    void a_pair_being_unusual_keeps_no_more_than_a_few_clear_sentences_below_the_gate() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/claim/directions.csv"));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
        assertThat(rows.stream().filter(DirectionTest::passes).count()).isGreaterThanOrEqualTo(SURE);
    }

    private static boolean passes(String row) {
        String[] parts = row.split(" \\| ", -1);
        return reader.read(Texts.article(parts[0])).stream()
                .anyMatch(c -> line(c).equals(parts[1].strip()) && c.reading().confidence() >= GATE);
    }

    private static String line(Claim c) {
        String quantity = c.subject()
                .quantity()
                .map(Interval::value)
                .map(BigDecimal::toPlainString)
                .map(q -> " " + q)
                .orElse("");
        String to = c.to().isEmpty() ? "" : " " + names(c.to());
        return c.kind() + " " + names(c.from()) + " >" + to + quantity;
    }

    private static String names(List<Party> parties) {
        return parties.stream().map(Party::name).collect(Collectors.joining(", "));
    }
}
