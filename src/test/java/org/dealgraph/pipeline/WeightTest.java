package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Moment;
import org.junit.jupiter.api.Test;

class WeightTest {

    private record Pair(Object left, Object right) {}

    @Test
    void what_is_held_counts_once_and_records_of_the_model_count_as_one() {
        List<String> three = List.of("a", "b", "c");
        assertThat(Weight.of("one")).isEqualTo(1);
        assertThat(Weight.of(three)).isEqualTo(4);
        assertThat(Weight.of(new Pair(three, three))).isEqualTo(1 + 2 + 3);
        assertThat(Weight.of(Map.of("k", three))).isEqualTo(1 + 2 + 3);
        assertThat(Weight.of(Interval.stated(BigDecimal.TEN))).isEqualTo(1);
    }

    /** Weighs more than is kept, and takes no room itself. */
    private static List<String> heavy(int more) {
        return Collections.nCopies((int) (Runtime.getRuntime().maxMemory() / 256) + more, "x");
    }

    @Test
    void answers_are_kept_until_they_are_too_many_or_too_heavy() {
        Snapshot snapshot = new Snapshot(Moment.NOW, 1, List.of());
        AtomicInteger computed = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            snapshot.answer("light", () -> computed.incrementAndGet());
            snapshot.answer("heavy", () -> heavy(computed.incrementAndGet()));
        }
        assertThat(computed).hasValue(3);
    }
}
