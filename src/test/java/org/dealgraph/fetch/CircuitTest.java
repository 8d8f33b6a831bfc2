package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.dealgraph.fetch.Outcome.NotModified;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Instant NOON = Instant.parse("2026-04-22T12:00:00Z");
    private static final Outcome FAULT = new Failed("a", Failure.SERVER, 503, "", null);

    @Test
    void rests_longer_after_each_failure_and_never_for_ever() {
        Circuit circuit = Circuit.closed();
        for (int i = 0; i < 40; i++) {
            circuit = circuit.after(FAULT, NOON, new Random(i));
            Duration rest = Duration.between(NOON, circuit.until());
            long usual = Math.min(60L << Math.min(i, 16), Duration.ofHours(12).toSeconds());
            assertThat(rest.toSeconds()).isBetween(usual / 2, usual * 3 / 2);
        }
    }

    @Test
    void opens_at_once_when_the_source_answers() {
        Circuit circuit = Circuit.closed()
                .after(FAULT, NOON, new Random(1))
                .after(new NotModified("a", null), NOON, new Random(1));

        assertThat(circuit).isEqualTo(Circuit.closed());
        assertThat(circuit.allows(NOON)).isTrue();
    }

    @Test
    void waits_as_long_as_the_server_asks() {
        Outcome busy = new Failed("a", Failure.SERVER, 429, "", Duration.ofHours(3));

        Circuit circuit = Circuit.closed().after(busy, NOON, new Random(1));

        assertThat(circuit.allows(NOON.plus(Duration.ofMinutes(179)))).isFalse();
        assertThat(circuit.allows(NOON.plus(Duration.ofHours(3)))).isTrue();
    }
}
