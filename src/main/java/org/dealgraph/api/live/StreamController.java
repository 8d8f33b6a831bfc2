package org.dealgraph.api.live;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.access.Caller;
import org.dealgraph.api.Gate;
import org.dealgraph.api.GraphqlRequest;
import org.dealgraph.api.GraphqlRequest.Malformed;
import org.dealgraph.api.Limits;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL over server-sent events by the protocol graphql-sse: a connection for each operation, or one reserved connection
 * for all of them.
 */
@Controller("/graphql/stream")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StreamController {

    private static final String TOKEN = "X-GraphQL-Event-Stream-Token";
    private static final MediaType EVENTS = new MediaType("text/event-stream");

    private final Operations operations;
    private final Reservations reservations;
    private final Connections connections;
    private final LiveSettings settings;
    private final Limits limits;
    private final Gate gate;

    StreamController(
            Operations operations,
            Reservations reservations,
            Connections connections,
            LiveSettings settings,
            Limits limits,
            Gate gate) {
        this.operations = operations;
        this.reservations = reservations;
        this.connections = connections;
        this.settings = settings;
        this.limits = limits;
        this.gate = gate;
    }

    @Put
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<?> reserve(HttpRequest<?> request) {
        Caller caller = Gate.caller(request);
        if (!caller.may(Scope.READ)) {
            return forbidden(caller);
        }
        return HttpResponse.status(HttpStatus.CREATED)
                .contentType(MediaType.TEXT_PLAIN_TYPE)
                .body(reservations.create(caller, gate.standing(request)).token());
    }

    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<?> post(HttpRequest<?> request, @QueryValue @Nullable String token, @Body byte @Nullable [] body) {
        Caller caller = Gate.caller(request);
        if (!caller.may(Scope.READ)) {
            return forbidden(caller);
        }
        if (request.getContentType()
                .filter(t -> t.getName().equalsIgnoreCase(MediaType.APPLICATION_JSON))
                .isEmpty()) {
            return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send the request as application/json");
        }
        if (body != null && body.length > limits.body()) {
            return problem(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "the body is larger than " + limits.body() + " bytes");
        }
        try {
            GraphqlRequest wanted = GraphqlRequest.ofBody(body == null ? new byte[0] : body);
            Optional<Reservation> reservation = reservations.find(shown(request, token), caller);
            if (reservation.isPresent()) {
                return beside(reservation.get(), wanted, caller);
            }
            return shown(request, token) != null && !wantsEvents(request)
                    ? problem(HttpStatus.NOT_FOUND, "Stream not found")
                    : alone(request, wanted, caller);
        } catch (Malformed e) {
            return problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @Get
    @Produces(MediaType.ALL)
    HttpResponse<?> get(HttpRequest<?> request, @QueryValue @Nullable String token) {
        Caller caller = Gate.caller(request);
        if (!caller.may(Scope.READ)) {
            return forbidden(caller);
        }
        Optional<Reservation> reservation = reservations.find(shown(request, token), caller);
        if (reservation.isPresent() && wantsEvents(request)) {
            return join(reservation.get());
        }
        try {
            GraphqlRequest wanted = GraphqlRequest.ofParameters(request.getParameters());
            if (wanted.mayChange()) {
                return problem(HttpStatus.METHOD_NOT_ALLOWED, "GET changes nothing: send this by POST")
                        .header(HttpHeaders.ALLOW, "POST");
            }
            return reservation.isPresent() ? beside(reservation.get(), wanted, caller) : alone(request, wanted, caller);
        } catch (Malformed e) {
            return problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @Delete
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<?> stop(
            HttpRequest<?> request, @QueryValue @Nullable String token, @QueryValue @Nullable String operationId) {
        Optional<Reservation> reservation = reservations.find(shown(request, token), Gate.caller(request));
        if (reservation.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "Stream not found");
        }
        if (operationId == null || operationId.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "Operation ID is missing");
        }
        LiveOperation operation = reservation.get().running().remove(operationId);
        if (operation != null) {
            operation.cancel();
        }
        return HttpResponse.ok();
    }

    /** An operation with a connection of its own. */
    private HttpResponse<?> alone(HttpRequest<?> request, GraphqlRequest wanted, Caller caller) {
        if (!connections.enter(caller)) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "too many connections");
        }
        LiveOperation[] running = new LiveOperation[1];
        EventStream stream = new EventStream(settings.sendWait(), settings.ping(), gate.standing(request), () -> {
            connections.leave(caller);
            running[0].cancel();
        });
        running[0] = operations.create(new StreamSink(stream, null, () -> true));
        return events(stream.body(() -> running[0].start(wanted, caller)));
    }

    /** An operation whose answers go to the reserved connection. */
    private HttpResponse<?> beside(Reservation reservation, GraphqlRequest wanted, Caller caller) {
        String id = wanted.operationId();
        if (id == null) {
            return problem(HttpStatus.BAD_REQUEST, "Operation ID is missing");
        }
        if (reservation.running().size() >= settings.operations()) {
            return problem(HttpStatus.TOO_MANY_REQUESTS, "too many operations on this connection");
        }
        LiveOperation operation =
                operations.create(new StreamSink(reservation.stream(), id, () -> reservation.finish(id)));
        if (reservation.running().putIfAbsent(id, operation) != null) {
            return problem(HttpStatus.CONFLICT, "Operation with ID already exists");
        }
        operation.start(wanted, caller);
        return HttpResponse.accepted();
    }

    private HttpResponse<?> join(Reservation reservation) {
        if (reservation.isTaken()) {
            return problem(HttpStatus.CONFLICT, "Stream already open");
        }
        return reservations.claim(reservation)
                ? events(reservation.stream().body(() -> {}))
                : problem(HttpStatus.CONFLICT, "Stream already open");
    }

    private static HttpResponse<?> events(org.reactivestreams.Publisher<byte[]> body) {
        return HttpResponse.ok(body)
                .contentType(EVENTS)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform")
                .header("X-Accel-Buffering", "no")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static boolean wantsEvents(HttpRequest<?> request) {
        return String.valueOf(request.getHeaders().get(HttpHeaders.ACCEPT)).contains("text/event-stream");
    }

    private static @Nullable String shown(HttpRequest<?> request, @Nullable String token) {
        String header = request.getHeaders().get(TOKEN);
        return header == null ? token : header;
    }

    private static HttpResponse<?> forbidden(Caller caller) {
        return problem(
                caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN,
                "reading needs a key with the scope READ");
    }

    private static MutableHttpResponse<?> problem(HttpStatus status, String message) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Map.of("errors", List.of(Map.of("message", message))));
    }
}
