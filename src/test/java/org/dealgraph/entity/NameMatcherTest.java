package org.dealgraph.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dealgraph.entity.NameMatcher.Match;
import org.dealgraph.model.Judgement.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured on names.jsonl: the part the rules were tuned on, and the part that was written and labelled after. */
class NameMatcherTest {

    private static final NameMatcher MATCHER = NameMatcher.load(Path.of("ingest"));

    private record Score(int right, int wrong, int missed) {

        double precision() {
            return right / (double) (right + wrong);
        }

        double recall() {
            return right / (double) (right + missed);
        }

        double f1() {
            return 2.0 * right / (2 * right + wrong + missed);
        }
    }

    private static Score score(String part) throws IOException {
        ObjectMapper json = new ObjectMapper();
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (String line : Files.readAllLines(Path.of("ingest", "corpus", "names.jsonl"))) {
            JsonNode pair = json.readTree(line);
            if (pair.get("part").asText().equals(part)) {
                boolean same =
                        MATCHER.match(pair.get("a").asText(), pair.get("b").asText())
                                        .verdict()
                                == Verdict.SAME;
                boolean truth = pair.get("same").asBoolean();
                right += same && truth ? 1 : 0;
                wrong += same && !truth ? 1 : 0;
                missed += !same && truth ? 1 : 0;
            }
        }
        return new Score(right, wrong, missed);
    }

    @Test
    void holds_precision_and_recall_on_the_names_it_was_tuned_on() throws IOException {
        assertThat(score("tuned")).satisfies(s -> {
            assertThat(s.precision()).isGreaterThanOrEqualTo(0.98);
            assertThat(s.recall()).isGreaterThanOrEqualTo(0.97);
        });
    }

    @Test
    void holds_precision_and_f1_on_names_it_was_not_tuned_on() throws IOException {
        assertThat(score("held")).satisfies(s -> {
            assertThat(s.precision()).isGreaterThanOrEqualTo(0.92);
            assertThat(s.f1()).isGreaterThanOrEqualTo(0.94);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh2", "fresh3"})
    void holds_precision_and_f1_on_names_from_abroad(String part) throws IOException {
        assertThat(score(part)).satisfies(s -> {
            assertThat(s.precision()).isGreaterThanOrEqualTo(0.93);
            assertThat(s.f1()).isGreaterThanOrEqualTo(0.92);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA Corporation, NVIDIA Corp., SAME",
        "Amazon Web Services, AWS, SAME",
        "Fund II LP, Fund III LP, NOT_SAME",
        "Siemens India Limited, Siemens Germany AG, NOT_SAME",
        "Alfa Bank, Alfa Bank Leasing, UNSURE",
        "Mr. Robert Bosch, Robert Bosch GmbH, NOT_SAME",
        "ПАО «Газпром», Gazprom PJSC, SAME",
        "A d/b/a Blue Energy Inc, Blue Energy, SAME",
        "Meridian (Jersey) Limited, Meridian (Cyprus) Limited, NOT_SAME",
        "Meridian (Chengdu) Limited, Meridian (Xuzhou) Limited, NOT_SAME",
        "Nordic Line Shipping Company (Nakilat), Nakilat, SAME",
        "NLS Nordic Line Shipping, Nordic Line Shipping AS, SAME",
        "Nordic Steel Power Corporation, NOSPCO, SAME",
        "Nordic Steel Power Corporation, NOSPRO, NOT_SAME",
        "بانک سپه, Bank Sepah, SAME",
        "بانک سپه, Bank Saderat, NOT_SAME",
        "Северный судостроительный завод, Severnyi Sudostroitelnaya Zavod, SAME",
    })
    void judges(String a, String b, Verdict verdict) {
        Match match = MATCHER.match(a, b);
        assertThat(match.verdict()).as("%s", match).isEqualTo(verdict);
        assertThat(MATCHER.match(b, a)).isEqualTo(match);
    }

    @Test
    void survives_any_name() {
        List<String> odd =
                new ArrayList<>(List.of("", " ", "Ltd", "()", "💥", "the", "...", "\u0000", "А".repeat(5000)));
        for (String a : odd) {
            for (String b : odd) {
                assertThat(MATCHER.match(a, b).score()).as("'%s' '%s'", a, b).isBetween(0.0, 1.0);
            }
        }
    }
}
