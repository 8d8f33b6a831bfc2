package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.ApiKey;
import org.neo4j.driver.TransactionContext;

/** Keys to the API; their secrets are nowhere. */
@Singleton
public final class KeyRepository {

    private final Queries queries;

    public KeyRepository(Queries queries) {
        this.queries = queries;
    }

    /** Saves a key, in the place of what was stored under its id. */
    public void save(TransactionContext tx, ApiKey key) {
        queries.execute(
                tx,
                Statement.KEY_SAVE,
                new Row().with("id", key.id()).with("name", key.name()).with("body", Json.write(key)));
    }

    public Optional<ApiKey> find(TransactionContext tx, String id) {
        return queries.find(tx, Statement.KEY_FIND, new Row().with("id", id), Queries.body(ApiKey.class));
    }

    /** Every key, revoked and expired ones too, oldest first. */
    public List<ApiKey> listAll(TransactionContext tx) {
        return queries.list(tx, Statement.KEY_LIST, new Row(), Queries.body(ApiKey.class)).stream()
                .sorted(java.util.Comparator.comparing((ApiKey key) -> key.created())
                        .thenComparing(ApiKey::id))
                .toList();
    }

    /** Takes a key back from a moment on; empty where there is none with this id. */
    public Optional<ApiKey> revoke(TransactionContext tx, String id, Instant now) {
        return find(tx, id).map(key -> {
            ApiKey revoked = key.revoked() != null
                    ? key
                    : new ApiKey(key.id(), key.name(), key.hash(), key.scopes(), key.created(), key.expires(), now);
            save(tx, revoked);
            return revoked;
        });
    }
}
