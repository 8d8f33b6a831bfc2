package org.dealgraph.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.neo4j.driver.Record;

/**
 * Records of the model that were read before, by their text, so that the same text is not read twice: nothing that changes can
 * go unseen, because the text itself comes from the database each time.
 *
 * @param <T> the type of the records
 */
final class KeptBodies<T> implements Function<Record, T> {

    private final Class<T> type;
    private final Cache<String, T> byText;

    /**
     * @param type of the records
     * @param share of the heap that their texts may take, such as 32 for a thirty-second part; the records take twice as
     *     much again
     */
    KeptBodies(Class<T> type, int share) {
        this.type = type;
        this.byText = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / share)
                .weigher((String text, T read) -> text.length() + 1)
                .build();
    }

    @Override
    public T apply(Record row) {
        return byText.get(row.get("body").asString(), text -> Json.read(text, type));
    }
}
