package org.dealgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-04-22T10:30:00Z|2026-04-22T10:30:00Z",
                "2026-04-22T10:30:00.123+02:00|2026-04-22T08:30:00Z",
                "2026-04-22T23:30:00-0500|2026-04-23T04:30:00Z",
                "2026-04-22 10:30:00|2026-04-22T10:30:00Z",
                "20260422|2026-04-22T00:00:00Z",
                "Wed, 22 Apr 2026 10:30:00 GMT|2026-04-22T10:30:00Z",
                "22 Apr 26 10:30 EDT|2026-04-22T14:30:00Z",
                "Wed Apr 22 10:30:00 2026|2026-04-22T10:30:00Z",
                "April 22, 2026|2026-04-22T00:00:00Z",
                "Apr. 22, 2026 6:05 p.m. ET|2026-04-22T23:05:00Z",
                "22nd of April 2026|2026-04-22T00:00:00Z",
                "2026/4/22|2026-04-22T00:00:00Z",
                "Tuesday, April 21st, 2026 at 12:15 am UTC|2026-04-21T00:15:00Z",
                "2026-112|2026-04-22T00:00:00Z",
                "2026-04-22T10:30:00+02|2026-04-22T08:30:00Z",
                "Wed,22 Apr 2026 10:30:00 GMT|2026-04-22T10:30:00Z",
                "Wed, 22 Apr 2026 10:30:00 GMT+2|2026-04-22T08:30:00Z",
                "Wed, 22 Apr 2026 10:30:00 Etc/GMT|2026-04-22T10:30:00Z",
                "Wed Apr 22 2026 10:30:00 GMT+0200 (Central European Summer Time)|2026-04-22T08:30:00Z",
                "Wed, 2026/04/22 10:30:00 EDT|2026-04-22T14:30:00Z",
                "2026-4-2|2026-04-02T00:00:00Z",
                "22.04.2026 10:30|2026-04-22T10:30:00Z",
                "1776853800|2026-04-22T10:30:00Z",
                "1776853800000|2026-04-22T10:30:00Z",
                "2026년 04월 22일 10:30:15|2026-04-22T10:30:15Z",
                "2026-04-22 오후 10:30:15|2026-04-22T22:30:15Z",
                "2026年4月22日|2026-04-22T00:00:00Z",
                "Τετ, 22 Απρ 2026 10:30:00 EST|2026-04-22T15:30:00Z",
                "2026-április-22T9:15-05:00|2026-04-22T14:15:00Z",
                "22. März 2026|2026-03-22T00:00:00Z",
                "22 de abril de 2026|2026-04-22T00:00:00Z",
                "mercredi 22 avril 2026|2026-04-22T00:00:00Z"
            })
    void reads_dates_as_they_are_written(String text, Instant instant) {
        assertThat(WrittenTime.parse(text))
                .get()
                .extracting(WrittenTime::instant)
                .isEqualTo(instant);
    }

    @Test
    void keeps_the_writers_own_day() {
        assertThat(WrittenTime.parse("2026-04-22T23:30:00-05:00"))
                .get()
                .extracting(WrittenTime::day)
                .isEqualTo(LocalDate.of(2026, 4, 22));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-13-01",
                "31 Feb 2026",
                "99:99",
                "April",
                "1234567890123",
                "2026-04-22T25:00:00Z"
            })
    void reads_nothing_into_what_is_no_date(String text) {
        assertThat(WrittenTime.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAN FRANCISCO, April 22, 2026 (GLOBE NEWSWIRE)",
                "Published 22 April 2026 by the desk",
                "By A. Writer | Apr. 22, 2026"
            })
    void finds_the_day_in_a_line(String text) {
        assertThat(WrittenTime.findIn(text)).get().extracting(WrittenTime::day).isEqualTo(LocalDate.of(2026, 4, 22));
    }
}
