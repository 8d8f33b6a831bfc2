package org.dealgraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2027, 2027-01-01, 2027-12-31",
        "2027-H1, 2027-01-01, 2027-06-30",
        "2026-H2, 2026-07-01, 2026-12-31",
        "2027-Q1, 2027-01-01, 2027-03-31",
        "2028-02, 2028-02-01, 2028-02-29",
        "2027-03-15, 2027-03-15, 2027-03-15",
    })
    void spans_the_days_that_its_precision_allows(String text, LocalDate first, LocalDate last) {
        PartialDate date = PartialDate.parse(text);
        assertThat(date.earliest()).isEqualTo(first);
        assertThat(date.latest()).isEqualTo(last);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "27", "2027-H3", "2027-Q5", "2027-13", "2027-02-30", "2027-3-1", "next year"})
    void refuses_what_is_no_date_and_names_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void orders_by_first_day_and_then_the_more_precise_first() {
        assertThat(Stream.of("2027", "2026-H2", "2027-01-01", "2027-Q1", "2027-01")
                        .map(PartialDate::parse)
                        .sorted()
                        .map(PartialDate::text))
                .containsExactly("2026-H2", "2027-01-01", "2027-01", "2027-Q1", "2027");
    }
}
