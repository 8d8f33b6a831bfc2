package org.dealgraph.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.dealgraph.access.Caller;
import org.dealgraph.access.RateLimits.Decision;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Every request passes here first: it learns who sends it, counts it, and keeps wrong keys and foreign scripts out. */
@Filter(Filter.MATCH_ALL_PATTERN)
final class AccessFilter implements HttpServerFilter {

    private static final int WINDOW_SECONDS = 60;

    private final Gate gate;
    private final ExecutorService workers;

    AccessFilter(Gate gate, @Named(TaskExecutors.BLOCKING) ExecutorService workers) {
        this.gate = gate;
        this.workers = workers;
    }

    /**
     * A handshake of a WebSocket must not leave its event loop, so its key is looked up when the conversation begins. Where
     * no key is shown, nothing here blocks and nothing changes threads.
     */
    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (isUpgrade(request)) {
            return gate.isStrange(request)
                    ? Mono.just(problem(HttpStatus.FORBIDDEN, "this page may not open a WebSocket here"))
                    : pass(request, chain, Optional.of(gate.anonymous(request)));
        }
        return shown == null
                ? pass(request, chain, Optional.of(gate.anonymous(request)))
                : Mono.fromFuture(CompletableFuture.supplyAsync(() -> gate.find(shown), workers))
                        .flatMap(known -> Mono.from(pass(request, chain, known)));
    }

    private Publisher<MutableHttpResponse<?>> pass(
            HttpRequest<?> request, ServerFilterChain chain, Optional<Caller> known) {
        Decision decision = gate.take(known.orElseGet(() -> gate.anonymous(request)));
        MutableHttpResponse<?> refusal = refusal(decision, known);
        if (refusal != null) {
            return Mono.just(counted(refusal, decision));
        }
        request.setAttribute(Gate.CALLER, known.orElseThrow());
        return Mono.<MutableHttpResponse<?>>from(chain.proceed(request)).map(response -> counted(response, decision));
    }

    private static @Nullable MutableHttpResponse<?> refusal(Decision decision, Optional<Caller> known) {
        if (!decision.allowed()) {
            return problem(HttpStatus.TOO_MANY_REQUESTS, "too many requests: wait " + decision.reset() + " s")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(decision.reset()));
        }
        return known.isPresent()
                ? null
                : problem(HttpStatus.UNAUTHORIZED, "this key opens nothing: it is unknown, expired or revoked")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }

    private static MutableHttpResponse<?> counted(MutableHttpResponse<?> response, Decision decision) {
        counts(decision).forEach(response::header);
        return response;
    }

    /** What a response's headers say of how often one may ask. */
    static Map<String, String> counts(Decision decision) {
        return Map.of(
                "RateLimit-Limit", Long.toString(decision.limit()),
                "RateLimit-Remaining", Long.toString(decision.remaining()),
                "RateLimit-Reset", Long.toString(decision.reset()),
                "RateLimit-Policy", decision.limit() + ";w=" + WINDOW_SECONDS);
    }

    private static boolean isUpgrade(HttpRequest<?> request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeaders.UPGRADE));
    }

    /** An answer in GraphQL's form. */
    static MutableHttpResponse<Object> problem(HttpStatus status, String message) {
        return HttpResponse.<Object>status(status)
                .header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .body(Map.of(
                        "errors", List.of(Map.of("message", message, "extensions", Map.of("code", status.name())))));
    }
}
