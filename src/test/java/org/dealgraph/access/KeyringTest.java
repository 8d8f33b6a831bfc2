package org.dealgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.KeyRepository;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Neo4jTest.class)
class KeyringTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final GraphStore store;

    KeyringTest(GraphStore store) {
        this.store = store;
    }

    @Test
    void a_key_ends_with_its_lifetime() {
        Keyring.Issued issued = at(NOW).create("short", Set.of(Scope.READ), Duration.ofDays(1));
        assertThat(at(NOW.plus(Duration.ofHours(23))).find(issued.text())).contains(issued.key());
        assertThat(at(NOW.plus(Duration.ofDays(1))).find(issued.text())).isEmpty();
    }

    @Test
    void a_revoked_key_opens_nothing_and_stays_on_the_list() {
        Keyring keyring = at(NOW);
        Keyring.Issued issued = keyring.create("gone", Set.of(Scope.ADMIN), null);
        assertThat(keyring.find(issued.text())).isPresent();
        keyring.revoke(issued.key().id());
        assertThat(keyring.find(issued.text())).isEmpty();
        assertThat(keyring.listAll())
                .anyMatch(key -> key.id().equals(issued.key().id()) && key.revoked() != null);
        assertThat(keyring.revoke("nobody")).isEmpty();
    }

    @Test
    void the_secret_is_stored_nowhere() {
        Keyring.Issued issued = at(NOW).create("secret", Set.of(Scope.READ), null);
        String secret = issued.text().substring(issued.text().lastIndexOf('_') + 1);
        assertThat(issued.key().toString()).doesNotContain(secret);
        try (var session = store.driver().session()) {
            assertThat(session.run("MATCH (k:ApiKey) RETURN collect(k.body) AS all")
                            .single()
                            .get("all")
                            .toString())
                    .contains(issued.key().id())
                    .doesNotContain(secret);
        }
    }

    private Keyring at(Instant now) {
        return new Keyring(store, new KeyRepository(store.queries()), Clock.fixed(now, ZoneOffset.UTC));
    }
}
