package org.dealgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.dealgraph.model.Revision;
import org.junit.jupiter.api.Test;

class TailTest {

    private final Tail tail = new Tail(4);

    @Test
    void the_latest_are_kept_and_older_ones_are_not_made_up() {
        assertThat(numbers(0, 10)).isEmpty();
        tail.add(events(1, 3));
        tail.add(events(2, 6));
        assertThat(tail.end()).isEqualTo(6);
        assertThat(numbers(1, 10)).isEmpty();
        assertThat(numbers(2, 10)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(numbers(3, 2)).containsExactly(4L, 5L);
        assertThat(numbers(6, 10)).isEmpty();
    }

    @Test
    void what_lies_further_on_begins_anew() {
        tail.add(events(1, 3));
        tail.add(events(10, 11));
        assertThat(numbers(2, 10)).isEmpty();
        assertThat(numbers(9, 10)).containsExactly(10L, 11L);
    }

    private List<Long> numbers(long after, int most) {
        return tail.after(after, most).stream().map(DealEvent::number).toList();
    }

    private static List<DealEvent> events(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number -> DealEvent.of(new Revision(
                        number, "d", Revision.Kind.ADDED, Revision.Cause.NEWS, Instant.EPOCH, null, null, List.of())))
                .toList();
    }
}
