package org.dealgraph.api;

import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.access.Caller;
import org.dealgraph.api.AnswerCache.Answer;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * GraphQL over HTTP by its specification: POST with JSON, GET for queries only, {@code
 * application/graphql-response+json} with statuses that mean something, {@code application/json} for older clients,
 * which get 200 for every request that could be read.
 */
@Controller("/graphql")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphqlController {

    private static final String VARY = "Accept, Authorization";

    private final Execution execution;
    private final GraphState states;
    private final AnswerCache cache;
    private final Limits limits;

    GraphqlController(Execution execution, GraphState states, AnswerCache cache, Limits limits) {
        this.execution = execution;
        this.states = states;
        this.cache = cache;
        this.limits = limits;
    }

    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> post(HttpRequest<?> request, @Body byte @Nullable [] body) {
        Optional<ResponseType> type = ResponseType.of(request);
        if (type.isEmpty()) {
            return HttpResponse.status(HttpStatus.NOT_ACCEPTABLE);
        }
        Caller caller = Gate.caller(request);
        if (!caller.may(Scope.READ)) {
            return problem(
                    type.get(),
                    caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN,
                    "reading needs a key with the scope READ");
        }
        if (request.getContentType().filter(GraphqlController::isJson).isEmpty()) {
            return problem(type.get(), HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send the request as application/json");
        }
        if (body != null && body.length > limits.body()) {
            return problem(
                    type.get(),
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "the body is larger than " + limits.body() + " bytes");
        }
        try {
            return answer(type.get(), request, GraphqlRequest.ofBody(body == null ? new byte[0] : body), caller, true);
        } catch (GraphqlRequest.Malformed e) {
            return problem(type.get(), HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @Get
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        Optional<ResponseType> type = ResponseType.of(request);
        if (type.isEmpty()) {
            return HttpResponse.status(HttpStatus.NOT_ACCEPTABLE);
        }
        Caller caller = Gate.caller(request);
        if (!caller.may(Scope.READ)) {
            return problem(
                    type.get(),
                    caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN,
                    "reading needs a key with the scope READ");
        }
        try {
            return answer(type.get(), request, GraphqlRequest.ofParameters(request.getParameters()), caller, false);
        } catch (GraphqlRequest.Malformed e) {
            return problem(type.get(), HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private HttpResponse<byte[]> answer(
            ResponseType type, HttpRequest<?> http, GraphqlRequest request, Caller caller, boolean mayChange) {
        String state = states.now();
        Optional<Answer> kept = cache.find(request, state);
        if (kept.isPresent()) {
            return fresh(type, http, kept.get());
        }
        Optional<Operation> kind = Operations.kind(request);
        if (!mayChange && kind.filter(k -> k != Operation.QUERY).isPresent()) {
            return problem(type, HttpStatus.METHOD_NOT_ALLOWED, "GET answers queries only: send this by POST")
                    .header(HttpHeaders.ALLOW, "POST");
        }
        boolean query = kind.filter(k -> k == Operation.QUERY).isPresent();
        Execution.Executed executed = execution.execute(request, caller, query ? state : null);
        ExecutionResult result = executed.result();
        if (query && executed.lasting()) {
            Answer answer = Answer.of(AnswerJson.bytes(result.toSpecification()));
            cache.keep(request, state, answer);
            return fresh(type, http, answer);
        }
        boolean answered = result.isDataPresent() && !(result.getData() instanceof Publisher<?>);
        HttpStatus status = answered || type == ResponseType.JSON ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return response(type, status, result.toSpecification());
    }

    /** A good answer of a query, or word that the client has it already. */
    private static HttpResponse<byte[]> fresh(ResponseType type, HttpRequest<?> http, Answer answer) {
        boolean known = http.getMethod() == HttpMethod.GET
                && answer.isNamedBy(http.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(
                        known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(HttpHeaders.ETAG, answer.tag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, VARY);
        return known
                ? response
                : response.header(HttpHeaders.CONTENT_TYPE, type.header())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(answer.body());
    }

    private static MutableHttpResponse<byte[]> problem(ResponseType type, HttpStatus status, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", List.of(Map.of("message", message)));
        return response(type, status, body);
    }

    private static MutableHttpResponse<byte[]> response(ResponseType type, HttpStatus status, Object body) {
        return HttpResponse.<byte[]>status(status)
                .header(HttpHeaders.CONTENT_TYPE, type.header())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, VARY)
                .header("X-Content-Type-Options", "nosniff")
                .body(AnswerJson.bytes(body));
    }

    private static boolean isJson(MediaType type) {
        Optional<String> charset = type.getParameters().get("charset");
        return type.getName().equalsIgnoreCase(MediaType.APPLICATION_JSON)
                && charset.map(c -> c.toString().equalsIgnoreCase("utf-8")).orElse(true);
    }
}
