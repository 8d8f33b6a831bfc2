package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.model.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class WatchRepositoryTest {

    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-02T10:00:00Z");
    private static final Watch POWER = new Watch(
            "w-2",
            "Big power",
            "editor",
            THEN,
            THEN,
            Map.of("minimumMegawatts", List.of("1000"), "kind", List.of("BUILD", "CAPACITY")),
            null);
    private static final Watch CHIPS =
            new Watch("w-1", "Chips", "editor", THEN, THEN, Map.of("kind", List.of("SUPPLY")), null);

    private final GraphStore store;
    private final WatchRepository watches;

    WatchRepositoryTest(GraphStore store) {
        this.store = store;
        this.watches = new WatchRepository(store.queries());
    }

    @Test
    void a_watch_is_listed_by_name_found_by_id_replaced_and_removed() {
        store.run(tx -> watches.put(tx, CHIPS));
        store.run(tx -> watches.put(tx, POWER));
        assertThat(store.<List<Watch>>read(watches::listAll)).containsExactly(POWER, CHIPS);
        Watch mailed = POWER.withMail(new Watch.Mail("0 7 * * 1-5", "Europe/Zurich", List.of("a@example.org")), LATER);
        store.run(tx -> watches.put(tx, mailed));
        assertThat(store.<Optional<Watch>>read(tx -> watches.find(tx, "w-2"))).contains(mailed);
        assertThat(store.<Boolean>write(tx -> watches.remove(tx, "w-2"))).isTrue();
        assertThat(store.<Boolean>write(tx -> watches.remove(tx, "w-2"))).isFalse();
        assertThat(store.<Optional<Watch>>read(tx -> watches.find(tx, "w-2"))).isEmpty();
        assertThat(store.<List<Watch>>read(watches::listAll)).containsExactly(CHIPS);
    }
}
