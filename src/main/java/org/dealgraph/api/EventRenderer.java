package org.dealgraph.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.dealgraph.event.DealEvent;

/** Shows events; what many ask for in the same shape is rendered once. */
@Singleton
public final class EventRenderer {

    private static final long CHARACTERS_KEPT = 16L << 20;
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Execution execution;
    private final AsyncCache<Key, String> rendered = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((Key key, String text) -> text.length())
            .expireAfterWrite(KEPT)
            .executor(task -> Thread.ofVirtual().name("render").start(task))
            .buildAsync();

    EventRenderer(Execution execution) {
        this.execution = execution;
    }

    /**
     * The payload for an event. Rendering runs on a thread of its own, so that one subscriber who leaves does not
     * interrupt it for the others.
     */
    public String render(EventShape shape, DealEvent event) throws InterruptedException {
        CompletableFuture<String> text =
                rendered.get(new Key(shape, event.number()), key -> execution.render(shape, event));
        try {
            return text.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not render an event: " + event.number(), e.getCause());
        }
    }

    private record Key(EventShape shape, long number) {}
}
