package org.dealgraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "4.5, 4.275, 4.725",
        "4.55, 4.3225, 4.7775",
        "7, 6.5, 7.5",
        "116000, 110200, 121800",
        "500000, 450000, 550000"
    })
    void about_spans_half_a_unit_of_the_last_digit_or_five_percent(BigDecimal x, BigDecimal low, BigDecimal high) {
        assertThat(Interval.about(x).low()).isEqualByComparingTo(low);
        assertThat(Interval.about(x).high()).isEqualByComparingTo(high);
    }

    @Test
    void a_bare_figure_agrees_with_a_bound_on_it() {
        Interval stated = Interval.stated(new BigDecimal(100));
        assertThat(stated.overlaps(Interval.atLeast(new BigDecimal(100)))).isTrue();
        assertThat(stated.overlaps(Interval.upTo(new BigDecimal(100)))).isTrue();
        assertThat(stated.overlaps(Interval.atLeast(new BigDecimal(101)))).isFalse();
    }

    @Test
    void a_sum_is_open_above_when_a_part_is() {
        Interval sum = Interval.stated(new BigDecimal(38)).plus(Interval.atLeast(new BigDecimal(100)));
        assertThat(sum.low()).isEqualByComparingTo("138");
        assertThat(sum.upper()).isEmpty();
        assertThat(sum.bound()).isEqualTo(Bound.AT_LEAST);
    }

    @Test
    void a_range_that_runs_backwards_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.between(new BigDecimal(2), BigDecimal.ONE))
                .withMessageContaining("low 2 is above high 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100000000000 | AT_LEAST | USD | more than $100 billion",
                "1400000000000 | STATED | USD | $1.4 trillion",
                "6500000 | ABOUT | EUR | about €6.5 million",
                "250000 | UP_TO | SEK | up to SEK 250000",
            })
    void money_reads_as_a_person_would_write_it(BigDecimal x, Bound bound, String currency, String text) {
        assertThat(Money.of(Interval.of(x, bound), currency).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5000, up to 5 GW", "1500, up to 1.5 GW", "300, up to 300 MW"})
    void power_reads_in_the_unit_that_fits(BigDecimal mw, String text) {
        Power power = new Power(Interval.upTo(mw), Power.Measure.UNSTATED, Power.Layer.COMPUTE);
        assertThat(power.text()).isEqualTo(text);
    }

    @Test
    void the_words_of_a_sum_pass_over_neither_end_nor_figure() {
        Interval upTo = Interval.upTo(new BigDecimal(15));
        assertThat(Interval.stated(new BigDecimal(12)).plus(upTo).text(BigDecimal::toPlainString))
                .isEqualTo("12 to 27");
        assertThat(Interval.atLeast(new BigDecimal(12)).plus(upTo).text(BigDecimal::toPlainString))
                .isEqualTo("more than 12, 27 as stated");
        assertThat(Interval.about(new BigDecimal(20)).plus(upTo).text(BigDecimal::toPlainString))
                .isEqualTo("15 to 40, 35 as stated");
        assertThat(Interval.between(BigDecimal.TEN, BigDecimal.TEN).text(BigDecimal::toPlainString))
                .isEqualTo("10");
    }
}
