package org.dealgraph.claim.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DateTest {

    static Stream<Arguments> absolute() {
        return Rendering.table("""
                Feb. 27, 1998 => 1998-02-27
                27 February 1998 => 1998-02-27
                February 27th, 1998 => 1998-02-27
                the 27th of February, 1998 => 1998-02-27
                1998-02-27 => 1998-02-27
                02/27/98 => 1998-02-27
                27/02/1998 => 1998-02-27
                10.5.2026 => 2026-05-10
                Sept. 11, 2001 => 2001-09-11
                in March 2027 => 2027-03
                2026-03 => 2026-03
                in 2027 => 2027
                Q3 2026 => 2026-Q3
                Q4'26 => 2026-Q4
                3Q26 => 2026-Q3
                third quarter of 2026 => 2026-Q3
                the fourth-quarter 2026 => 2026-Q4
                in the second half of 2026 => 2026-H2
                H2 2026 => 2026-H2
                2H26 => 2026-H2
                early 2027 => 2027-H1
                mid-2027 => 2027
                late 2027 => 2027-H2
                late in 2027 => 2027-H2
                by the end of 2026 => by 2026
                at the end of 2026 => 2026-H2
                by late 2027 => by 2027-H2
                no later than 2028 => by 2028
                before 2029 => by 2029
                from 2027 => from 2027
                starting in the second half of 2026 => from 2026-H2
                2027 onwards => from 2027
                through 2032 => to 2032
                until March 2029 => to 2029-03
                ending in 2031 => to 2031
                2026 to 2030 => from 2026, to 2030
                between 2026 and 2030 => from 2026, to 2030
                2028-30 => from 2028, to 2030
                from Jan. 1, 2027 through Dec. 31, 2031 => from 2027-01-01, to 2031-12-31
                FY27 => 2027 fiscal
                in fiscal 2027 => 2027 fiscal
                fiscal year 2027 => 2027 fiscal
                summer of 2026 => 2026-Q3
                In 2026 GPUs will arrive => 2026
                February 30, 2026 => 2026
                """);
    }

    @ParameterizedTest
    @MethodSource("absolute")
    void reads_dates_and_their_roles(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> relative() {
        return Rendering.table("""
                today => 2026-03-10 relative
                yesterday => 2026-03-09 relative
                on Monday => 2026-03-09 relative
                on Tuesday => 2026-03-10 relative
                next Monday => 2026-03-16 relative
                due to be signed on Friday => 2026-03-13 relative
                said on Friday => 2026-03-06 relative
                next month => 2026-04 relative
                last quarter => 2025-Q4 relative
                this year => 2026 relative
                next year => 2027 relative
                early next year => 2027-H1 relative
                late last year => 2025-H2 relative
                by the end of the year => by 2026 relative
                by year-end => by 2026 relative
                the first half of next year => 2027-H1 relative
                this spring => 2026-H1 relative
                last autumn => 2025-H2 relative
                last September => 2025-09 relative
                in January => 2026-01 relative
                by December => by 2026-12 relative
                April 20 => 2025-04-20 relative
                26 February => 2026-02-26 relative
                by June 30 => by 2026-06-30 relative
                two months ago => 2026-01 relative
                a decade ago => 2016 relative
                three years ago => 2023 relative
                the end of the decade => 2030 relative
                """);
    }

    @ParameterizedTest
    @MethodSource("relative")
    void understands_relative_dates_from_the_day_of_publication(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("relative")
    void passes_over_relative_dates_where_publication_is_unknown(String text, String expected) {
        assertThat(Quantities.read(text, null)).as(expected).isEmpty();
    }

    @Test
    void a_modal_may_and_a_marching_crowd_are_no_months() {
        assertThat(Rendering.of("May sells shares. They may buy. March on!")).isEqualTo("nothing");
    }

    @Test
    void the_span_holds_the_words_of_its_role() {
        String text = "Delivery by the end of 2026.";
        assertThat(Quantities.read(text, null).getFirst().in(text)).isEqualTo("by the end of 2026");
    }
}
