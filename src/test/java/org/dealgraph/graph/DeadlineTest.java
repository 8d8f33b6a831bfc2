package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class DeadlineTest {

    private static final String ENDLESS =
            "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n";

    private final GraphStore store;

    DeadlineTest(GraphStore store) {
        this.store = store;
    }

    @Test
    void a_statement_that_takes_too_long_ends_at_the_server_too() {
        assertThatThrownBy(() -> Deadline.within(
                        Duration.ofMillis(500),
                        () -> store.<Long>read(
                                tx -> tx.run(ENDLESS).single().get(0).asLong())))
                .isInstanceOf(Deadline.TimeUp.class)
                .hasMessageContaining("500 ms");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        while (running() > 0) {
            Thread.onSpinWait();
        }
        assertThat(Deadline.<Long>within(
                        Duration.ofSeconds(30),
                        () -> store.<Long>read(
                                tx -> tx.run("RETURN 1").single().get(0).asLong())))
                .isEqualTo(1L);
    }

    @Test
    void one_statement_on_its_own_has_the_same_limit() {
        assertThatThrownBy(() -> Deadline.within(
                        Duration.ofMillis(500),
                        () -> store.<Long>ask(
                                tx -> tx.run(ENDLESS).single().get(0).asLong())))
                .isInstanceOf(Deadline.TimeUp.class)
                .hasMessageContaining("500 ms");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(store.<Long>ask(tx -> tx.run("RETURN 1").single().get(0).asLong()))
                .isEqualTo(1L);
        assertThatThrownBy(() -> store.<Long>ask(
                        tx -> tx.run("RETURN 1 / 0").single().get(0).asLong()))
                .isInstanceOf(GraphException.class);
    }

    @Test
    void the_state_changes_with_every_write_and_not_otherwise() {
        String before = store.state();
        assertThat(store.state()).isEqualTo(before);
        store.run(tx -> tx.run("CREATE (n:Passing) DELETE n").consume());
        assertThat(store.state()).isNotEqualTo(before);
    }

    private long running() {
        try (var session = store.driver().session()) {
            return session.run(
                            "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN count(*)")
                    .single()
                    .get(0)
                    .asLong();
        }
    }
}
