package org.dealgraph.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.dealgraph.model.Deal;
import org.neo4j.driver.Record;

/**
 * Deals that were read before, by their text, so that the same text is not read twice: nothing that changes can go unseen,
 * because the text itself comes from the database each time. They take at most about a tenth of the heap.
 */
final class KeptDeals {

    private static final long CHARACTERS = Runtime.getRuntime().maxMemory() / 32;

    private final Cache<String, Deal> byText = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((String text, Deal deal) -> text.length() + 1)
            .build();

    Deal of(Record row) {
        return byText.get(row.get("body").asString(), text -> Json.read(text, Deal.class));
    }
}
