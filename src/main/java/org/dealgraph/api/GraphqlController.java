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
            byte[] sent = body == null ? new byte[0] : body;
            return answer(new Sent(type.get(), request), GraphqlRequest.ofBody(sent), caller);
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
            return answer(new Sent(type.get(), request), GraphqlRequest.ofParameters(request.getParameters()), caller);
        } catch (GraphqlRequest.Malformed e) {
            return problem(type.get(), HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** A request as it came, and the type that its answer is to have. */
    private record Sent(ResponseType type, HttpRequest<?> http) {

        boolean isGet() {
            return http.getMethod() == HttpMethod.GET;
        }
    }

    private HttpResponse<byte[]> answer(Sent sent, GraphqlRequest request, Caller caller) {
        String state = states.now();
        Optional<Answer> kept = cache.find(request, state);
        if (kept.isPresent()) {
            return fresh(sent, kept.get());
        }
        Optional<Operation> kind = Operations.kind(request);
        if (sent.isGet() && kind.filter(k -> k != Operation.QUERY).isPresent()) {
            return problem(sent.type(), HttpStatus.METHOD_NOT_ALLOWED, "GET answers queries only: send this by POST")
                    .header(HttpHeaders.ALLOW, "POST");
        }
        boolean query = kind.filter(k -> k == Operation.QUERY).isPresent();
        Execution.Executed executed = execution.execute(request, caller, query ? state : null);
        ExecutionResult result = executed.result();
        if (query && executed.lasting()) {
            Answer answer = Answer.of(AnswerJson.bytes(result.toSpecification()));
            cache.keep(request, state, answer);
            return fresh(sent, answer);
        }
        boolean answered = result.isDataPresent() && !(result.getData() instanceof Publisher<?>);
        HttpStatus status = answered || sent.type() == ResponseType.JSON ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return response(sent.type(), status, result.toSpecification());
    }

    /** A good answer of a query, or word that the client has it already. */
    private HttpResponse<byte[]> fresh(Sent sent, Answer answer) {
        boolean known =
                sent.isGet() && answer.isNamedBy(sent.http().getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        MutableHttpResponse<byte[]> response = HttpResponse.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK);
        answer.headers(known ? null : sent.type()).forEach(response::header);
        return known ? response : response.body(answer.body());
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
                .header(HttpHeaders.VARY, AnswerCache.VARY)
                .header("X-Content-Type-Options", "nosniff")
                .body(AnswerJson.bytes(body));
    }

    private static boolean isJson(MediaType type) {
        Optional<String> charset = type.getParameters().get("charset");
        return type.getName().equalsIgnoreCase(MediaType.APPLICATION_JSON)
                && charset.map(c -> c.toString().equalsIgnoreCase("utf-8")).orElse(true);
    }
}
