package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dealgraph.model.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class RevisionRepositoryTest {

    private final GraphStore store;
    private final RevisionRepository revisions;
    private long start;

    RevisionRepositoryTest(GraphStore store) {
        this.store = store;
        this.revisions = new RevisionRepository(store.queries());
    }

    @BeforeEach
    void begin() {
        start = store.<Long>read(revisions::last);
    }

    @Test
    void numbers_follow_the_last_and_are_listed_after_a_cursor() {
        List<Revision> first = append(change("d-1"), change("d-2"));
        List<Revision> second = append(change("d-1"));
        assertThat(first).extracting(Revision::number).containsExactly(start + 1, start + 2);
        assertThat(second).extracting(Revision::number).containsExactly(start + 3);
        assertThat(store.<List<Revision>>read(tx -> revisions.listAfter(tx, start + 1, 10)))
                .containsExactly(first.get(1), second.get(0));
        assertThat(store.<List<Revision>>read(tx -> revisions.listAfter(tx, start, 1)))
                .containsExactly(first.get(0));
        assertThat(store.<List<Revision>>read(tx -> revisions.listByDeal(tx, "d-1")))
                .endsWith(first.get(0), second.get(0));
    }

    @Test
    void a_transaction_that_fails_leaves_no_gap() {
        assertThatThrownBy(() -> store.run(tx -> {
                    revisions.append(tx, List.of(change("d-9")));
                    throw new IllegalStateException("planned");
                }))
                .hasMessage("planned");
        assertThat(append(change("d-9"))).extracting(Revision::number).containsExactly(start + 1);
    }

    @Test
    void writers_at_the_same_time_leave_no_gap_and_no_number_twice() throws InterruptedException, ExecutionException {
        int writers = 4;
        int each = 10;
        try (var pool = Executors.newFixedThreadPool(writers)) {
            List<? extends Future<?>> running = IntStream.range(0, writers)
                    .mapToObj(writer -> pool.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            append(change("w-" + writer));
                        }
                    }))
                    .toList();
            for (Future<?> future : running) {
                future.get();
            }
        }
        assertThat(store.<List<Revision>>read(tx -> revisions.listAfter(tx, start, 1000)))
                .extracting(Revision::number)
                .isEqualTo(LongStream.rangeClosed(start + 1, start + (long) writers * each)
                        .boxed()
                        .toList());
    }

    @Test
    void nothing_to_append_takes_no_number() {
        assertThat(append()).isEmpty();
        assertThat(store.<Long>read(revisions::last)).isEqualTo(start);
    }

    private List<Revision> append(Revision... changes) {
        return store.write(tx -> revisions.append(tx, List.of(changes)));
    }

    private static Revision change(String deal) {
        return new Revision(
                0,
                deal,
                Revision.Kind.ADDED,
                Revision.Cause.NEWS,
                Instant.parse("2026-11-01T10:00:00Z"),
                null,
                "{\"id\":\"" + deal + "\"}",
                List.of("c-1"));
    }
}
