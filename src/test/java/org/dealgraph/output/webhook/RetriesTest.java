package org.dealgraph.output.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    private static final Retries EXACT = new Retries(WebhookSettings.standard().pauses(), () -> 0);
    private static final Retries LATE = new Retries(WebhookSettings.standard().pauses(), () -> 1);

    @Test
    void the_pauses_of_the_specification_grow_over_three_days_and_end() {
        Duration whole = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> EXACT.after(n, null).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(whole).isEqualTo(Duration.parse("PT75H35M5S"));
        assertThat(EXACT.after(10, null)).isEmpty();
        assertThat(EXACT.after(10, Duration.ofHours(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, PT5S, PT6S", "2, PT5M, PT6M", "9, PT24H, PT28H48M"})
    void chance_makes_a_pause_up_to_a_fifth_longer(int failures, Duration shortest, Duration longest) {
        assertThat(EXACT.after(failures, null)).contains(shortest);
        assertThat(LATE.after(failures, null)).contains(longest);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT5S", "PT1H, PT1H", "PT0S, PT5S", "P7D, P1D"})
    void a_receiver_is_not_asked_before_it_wants_to_be_within_a_day(Duration asked, Duration pause) {
        assertThat(EXACT.after(1, asked)).contains(pause);
    }
}
