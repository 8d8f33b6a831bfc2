package org.dealgraph.output.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.Newsletter.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // An ordinary week, in and out of summer time.
                "0 7 * * MON  | Europe/Berlin    | 2026-11-18T00:00:00Z | 2026-11-23T06:00:00Z",
                "0 7 * * MON  | Europe/Berlin    | 2026-06-17T00:00:00Z | 2026-06-22T05:00:00Z",
                "0 7 * * MON  | Asia/Kolkata     | 2026-11-18T00:00:00Z | 2026-11-23T01:30:00Z",
                "30 23 * * 5  | America/New_York | 2026-11-18T00:00:00Z | 2026-11-21T04:30:00Z",
                // What is due at this very moment is not due after it.
                "0 7 * * *    | UTC              | 2026-11-18T07:00:00Z | 2026-11-19T07:00:00Z",
                "0 7 1 * *    | UTC              | 2026-11-18T07:00:00Z | 2026-12-01T07:00:00Z",
                // 02:30 on 29 March 2026 does not exist in Berlin: it comes when the clock goes on, at 03:00 summer
                // time.
                "30 2 * * *   | Europe/Berlin    | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z",
                "30 2 * * *   | Europe/Berlin    | 2026-03-29T01:00:00Z | 2026-03-30T00:30:00Z",
                // 02:30 on 25 October 2026 comes twice: the first counts, in either hour.
                "30 2 * * *   | Europe/Berlin    | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z",
                "30 2 * * *   | Europe/Berlin    | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z",
                "30 2 * * *   | Europe/Berlin    | 2026-10-25T01:10:00Z | 2026-10-26T01:30:00Z",
                // New York changes at 02:00, Lord Howe by half an hour, Apia left a whole day out.
                "30 2 8 3 *   | America/New_York | 2026-03-01T00:00:00Z | 2026-03-08T07:00:00Z",
                "15 2 4 10 *  | Australia/Lord_Howe | 2026-10-01T00:00:00Z | 2026-10-03T15:30:00Z",
                "0 9 30 12 *  | Pacific/Apia     | 2011-12-01T00:00:00Z | 2011-12-30T10:00:00Z"
            })
    void is_due_by_the_clock_of_its_zone(String cron, String zone, Instant after, Instant due) {
        assertThat(new Schedule(new Timetable(cron, zone)).next(after)).contains(due);
    }

    @Test
    void comes_once_a_day_through_a_year_of_clock_changes() {
        Schedule schedule = new Schedule(new Timetable("30 2 * * *", "Europe/Berlin"));
        List<Instant> due = new ArrayList<>();
        Instant at = Instant.parse("2025-12-31T23:00:00Z");
        for (Optional<Instant> next = schedule.next(at);
                next.isPresent() && next.get().isBefore(Instant.parse("2026-12-31T23:00:00Z"));
                next = schedule.next(next.get())) {
            due.add(next.get());
        }
        assertThat(due).hasSize(365).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_day_that_never_comes_is_never_due() {
        assertThat(new Schedule(new Timetable("0 7 30 2 *", "UTC")).next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void of_what_was_missed_the_last_counts() {
        Schedule schedule = new Schedule(new Timetable("0 * * * *", "UTC"));
        Instant noon = Instant.parse("2026-11-21T12:00:00Z");
        assertThat(schedule.last(noon, noon.plusSeconds(3 * 3600 + 60))).contains(noon.plusSeconds(3 * 3600));
        assertThat(schedule.last(noon, noon.plusSeconds(3599))).isEmpty();
        assertThat(schedule.last(noon, noon.plusSeconds(3600))).contains(noon.plusSeconds(3600));
    }
}
