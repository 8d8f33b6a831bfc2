package org.dealgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers to queries, each with the state that was read before it was made: it is given again only while the graph is in
 * that state, and on the same day. What depends on more than the graph and the day keeps itself out.
 */
@Singleton
final class AnswerCache {

    static final String VARY = "Accept, Authorization";

    private static final long BYTES = 64L << 20;
    private static final int OVERHEAD = 512;
    private static final int TAG_BYTES = 16;

    private final Cache<Key, Kept> answers = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Key key, Kept kept) ->
                    OVERHEAD + key.request().query().length() + kept.answer().body().length)
            .build();

    /**
     * An answer as it is sent.
     *
     * @param body as JSON
     * @param tag its ETag, which is the same for the same bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(byte[] body, String tag) {

        static Answer of(byte[] body) {
            return new Answer(body, tag(body));
        }

        /** Whether a value of If-None-Match names this answer. */
        boolean isNamedBy(@Nullable String header) {
            return header != null
                    && java.util.Arrays.stream(header.split(","))
                            .map(String::strip)
                            .anyMatch(t -> t.equals("*") || t.equals(tag) || t.equals("W/" + tag));
        }

        /** What the headers of a response say of it; without the type where its body is not sent. */
        Map<String, String> headers(@Nullable ResponseType type) {
            Map<String, String> headers = new LinkedHashMap<>();
            if (type != null) {
                headers.put(HttpHeaders.CONTENT_TYPE, type.header());
                headers.put("X-Content-Type-Options", "nosniff");
            }
            headers.put(HttpHeaders.ETAG, tag);
            headers.put(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            headers.put(HttpHeaders.VARY, VARY);
            return headers;
        }

        private static String tag(byte[] body) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
                return '"'
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(java.util.Arrays.copyOf(hash, TAG_BYTES))
                        + '"';
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("could not make an ETag: this Java has no SHA-256", e);
            }
        }
    }

    Optional<Answer> find(GraphqlRequest request, String state) {
        Kept kept = answers.getIfPresent(Key.of(request));
        return kept != null && kept.state().equals(state) ? Optional.of(kept.answer()) : Optional.empty();
    }

    /** Keeps an answer that was made after this state was read. */
    void keep(GraphqlRequest request, String state, Answer answer) {
        answers.put(Key.of(request), new Kept(state, answer));
    }

    private record Key(GraphqlRequest request) {

        static Key of(GraphqlRequest request) {
            return new Key(new GraphqlRequest(request.query(), request.operationName(), request.variables(), null));
        }
    }

    private record Kept(String state, Answer answer) {}
}
