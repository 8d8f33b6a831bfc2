package org.dealgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dealgraph.api.AnswerCache.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Kept answers by the bytes of the requests that asked for them, so that who asks the same again is answered without
 * anything being read of it. Holds only while the graph is in the same state, as {@link AnswerCache} does, and only where
 * that state is at hand: a look into it never waits.
 */
@Singleton
final class ReadyAnswers {

    private static final long BYTES = 32L << 20;
    private static final int OVERHEAD = 512;
    private static final int LONGEST = 1 << 16;

    private final GraphState states;
    private final Cache<Asked, Ready> answers = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Asked asked, Ready ready) ->
                    OVERHEAD + asked.size() + ready.answer().body().length)
            .build();

    ReadyAnswers(GraphState states) {
        this.states = states;
    }

    /**
     * All of a request that its answer depends on, besides whether its sender may read.
     *
     * @param uri path and parameters
     * @param accept values of its header
     * @param contentType value of its header, or null
     * @param body as it was sent; empty for GET
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Asked(String uri, List<String> accept, @Nullable String contentType, byte[] body) {

        private int size() {
            return uri.length() + body.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Asked that
                    && Arrays.equals(body, that.body)
                    && uri.equals(that.uri)
                    && accept.equals(that.accept)
                    && String.valueOf(contentType).equals(String.valueOf(that.contentType));
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(body) + uri.hashCode();
        }
    }

    /**
     * An answer with what its response says of it.
     *
     * @param state of the graph that was read before it was made
     */
    record Ready(String state, ResponseType type, Answer answer) {}

    /** The answer that is true now. */
    Optional<Ready> find(Asked asked) {
        Ready ready = answers.getIfPresent(asked);
        return ready != null && ready.state().equals(states.now()) ? Optional.of(ready) : Optional.empty();
    }

    /** Keeps an answer that was made after this state was read; not where looking for it would wait. */
    void keep(Asked asked, Ready ready) {
        if (states.isAtHand() && asked.size() <= LONGEST) {
            answers.put(asked, ready);
        }
    }
}
