package org.dealgraph.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
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

/** Every request passes here first: it learns who sends it, counts it, and keeps wrong keys and foreign scripts out. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class AccessFilter {

    private static final String DECISION = "dealgraph.decision";
    private static final int WINDOW_SECONDS = 60;

    private final Gate gate;
    private final ExecutorService workers;

    AccessFilter(Gate gate, @Named(TaskExecutors.BLOCKING) ExecutorService workers) {
        this.gate = gate;
        this.workers = workers;
    }

    /**
     * A handshake of a WebSocket must not leave its event loop, so its key is looked up when the conversation begins; no
     * other key is looked up on one.
     */
    @RequestFilter
    CompletableFuture<@Nullable HttpResponse<?>> enter(HttpRequest<?> request) {
        String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (isUpgrade(request)) {
            return CompletableFuture.completedFuture(
                    gate.isStrange(request)
                            ? problem(HttpStatus.FORBIDDEN, "this page may not open a WebSocket here")
                            : admit(request, Optional.of(gate.anonymous(request))));
        }
        return shown == null
                ? CompletableFuture.completedFuture(admit(request, Optional.of(gate.anonymous(request))))
                : CompletableFuture.supplyAsync(() -> admit(request, gate.find(shown)), workers);
    }

    private @Nullable HttpResponse<?> admit(HttpRequest<?> request, Optional<Caller> known) {
        Decision decision = gate.take(known.orElseGet(() -> gate.anonymous(request)));
        request.setAttribute(DECISION, decision);
        if (!decision.allowed()) {
            return problem(HttpStatus.TOO_MANY_REQUESTS, "too many requests: wait " + decision.reset() + " s")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(decision.reset()));
        }
        if (known.isEmpty()) {
            return problem(HttpStatus.UNAUTHORIZED, "this key opens nothing: it is unknown, expired or revoked")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        request.setAttribute(Gate.CALLER, known.get());
        return null;
    }

    @ResponseFilter
    void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(DECISION, Decision.class).ifPresent(decision -> response.header(
                        "RateLimit-Limit", Long.toString(decision.limit()))
                .header("RateLimit-Remaining", Long.toString(decision.remaining()))
                .header("RateLimit-Reset", Long.toString(decision.reset()))
                .header("RateLimit-Policy", decision.limit() + ";w=" + WINDOW_SECONDS));
    }

    private static boolean isUpgrade(HttpRequest<?> request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeaders.UPGRADE));
    }

    /** An answer in GraphQL's form. */
    static MutableHttpResponse<Object> problem(HttpStatus status, String message) {
        return HttpResponse.<Object>status(status)
                .header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .body(Map.of("errors", List.of(Map.of("message", message, "extensions", Map.of("code", status.name())))));
    }
}
