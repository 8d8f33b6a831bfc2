package org.dealgraph.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers keep their bounds in prose. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STATED   | 38000000000  | USD   | $38 billion",
                "AT_LEAST | 38000000000  | USD   | at least $38 billion",
                "UP_TO    | 5000         | MW    | up to 5 GW",
                "ABOUT    | 1000000      | units | about 1 million",
                "STATED   | 450000       | units | 450,000",
                "STATED   | 300          | MW    | 300 MW",
                "STATED   | 1200         | MW    | 1.2 GW",
                "STATED   | 500          | EUR   | €500",
                "STATED   | 66670000000  | USD   | $66.67 billion",
                "STATED   | 1400000000000| USD   | $1.4 trillion",
                "ABOUT    | 31.6         | %     | about 32%",
                "UP_TO    | 250000       | USD   | up to $250,000",
            })
    void an_interval_reads_with_its_bound(Bound bound, BigDecimal value, String unit, String text) {
        assertThat(Numbers.text(Interval.of(value, bound), unit)).isEqualTo(text);
    }

    @Test
    void a_range_names_both_ends_unless_it_begins_at_nothing() {
        assertThat(Numbers.text(Interval.between(new BigDecimal("55e9"), new BigDecimal("75e9")), "USD"))
                .isEqualTo("between $55 billion and $75 billion");
        assertThat(Numbers.text(Interval.between(BigDecimal.ZERO, new BigDecimal("2000")), "MW"))
                .isEqualTo("up to 2 GW");
    }

    @ParameterizedTest
    @CsvSource({
        "2027,2027",
        "2027-H2,the second half of 2027",
        "2027-Q1,the first quarter of 2027",
        "2027-Q4,the fourth quarter of 2027",
        "2027-03,March 2027",
        "2027-03-15,15 March 2027"
    })
    void a_date_reads_as_precisely_as_it_is_known(String date, String text) {
        assertThat(Numbers.date(PartialDate.parse(date))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1,one year", "10,ten years", "4.5,4.5 years", "25,25 years"})
    void small_whole_numbers_of_years_are_words(double years, String text) {
        assertThat(Numbers.years(years)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount    | MW 1920 UP_TO                   | up to 1.92 GW",
                "amount    | USD 38000000000 STATED          | $38 billion",
                "amount    | USD 5000000000-6000000000 BETWEEN | between $5 billion and $6 billion",
                "start     | 2025-H1                         | the first half of 2025",
                "termYears | 8.0                             | eight years",
                "product   | H100                            | h100",
            })
    void rival_values_read_as_numbers_do(String aspect, String value, String text) {
        assertThat(Rivals.of(aspect, value).text()).isEqualTo(text);
    }

    @Test
    void long_lines_break_at_blanks_and_below_their_bullet() {
        String wrapped = Wrapping.wrap("* " + "word ".repeat(40).strip() + "\n  " + "x".repeat(90));
        assertThat(wrapped.lines().limit(3))
                .allMatch(line -> line.length() <= 76)
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("  word"));
        assertThat(wrapped).contains("  " + "x".repeat(90)).hasLineCount(4);
    }
}
