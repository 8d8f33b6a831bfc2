package org.dealgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.dealgraph.event.DealEvent;

/** Shows events; what many ask for in the same shape is rendered once. */
@Singleton
public final class EventRenderer {

    private static final long CHARACTERS_KEPT = 16L << 20;
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Execution execution;
    private final Cache<Key, String> rendered = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((Key key, String text) -> text.length())
            .expireAfterWrite(KEPT)
            .build();

    EventRenderer(Execution execution) {
        this.execution = execution;
    }

    /**
     * The payload for an event. Where the subscriber who renders it leaves meanwhile, those who wait for it render it
     * themselves.
     */
    public String render(EventShape shape, DealEvent event) {
        return rendered.get(new Key(shape, event.number()), key -> execution.render(shape, event));
    }

    private record Key(EventShape shape, long number) {}
}
