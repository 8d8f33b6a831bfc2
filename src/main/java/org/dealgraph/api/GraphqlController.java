package org.dealgraph.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import io.micronaut.http.HttpHeaders;
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
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.access.Caller;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL over HTTP by its specification: POST with JSON, GET for queries only, {@code
 * application/graphql-response+json} with statuses that mean something, {@code application/json} for older clients,
 * which get 200 for every request that could be read.
 */
@Controller("/graphql")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphqlController {

    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private final Execution execution;

    GraphqlController(Execution execution) {
        this.execution = execution;
    }

    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> post(HttpRequest<?> request, @Body @Nullable byte[] body) {
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
        try {
            return answer(type.get(), GraphqlRequest.ofBody(body == null ? new byte[0] : body), caller, true);
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
            return answer(type.get(), GraphqlRequest.ofParameters(request.getParameters()), caller, false);
        } catch (GraphqlRequest.Malformed e) {
            return problem(type.get(), HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private HttpResponse<byte[]> answer(ResponseType type, GraphqlRequest request, Caller caller, boolean mayChange) {
        if (!mayChange
                && Operations.kind(request)
                        .filter(kind -> kind != Operation.QUERY)
                        .isPresent()) {
            return problem(type, HttpStatus.METHOD_NOT_ALLOWED, "GET answers queries only: send this by POST")
                    .header(HttpHeaders.ALLOW, "POST");
        }
        ExecutionResult result = execution.execute(request, caller);
        boolean executed = result.isDataPresent();
        HttpStatus status = executed || type == ResponseType.JSON ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return response(type, status, result.toSpecification());
    }

    private static MutableHttpResponse<byte[]> problem(ResponseType type, HttpStatus status, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", List.of(Map.of("message", message)));
        return response(type, status, body);
    }

    private static MutableHttpResponse<byte[]> response(ResponseType type, HttpStatus status, Object body) {
        try {
            return HttpResponse.<byte[]>status(status)
                    .header(HttpHeaders.CONTENT_TYPE, type.header())
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .header("X-Content-Type-Options", "nosniff")
                    .body(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not write an answer as JSON", e);
        }
    }

    private static boolean isJson(MediaType type) {
        Optional<String> charset = type.getParameters().get("charset");
        return type.getName().equalsIgnoreCase(MediaType.APPLICATION_JSON)
                && charset.map(c -> c.toString().equalsIgnoreCase("utf-8")).orElse(true);
    }
}
