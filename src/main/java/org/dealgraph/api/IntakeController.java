package org.dealgraph.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.access.Caller;
import org.dealgraph.model.Scope;
import org.dealgraph.pipeline.Carried;
import org.dealgraph.pipeline.Order;
import org.dealgraph.pipeline.Refusal;
import org.dealgraph.pipeline.Submissions;
import org.jspecify.annotations.Nullable;

/**
 * Takes in files that the command line sends; needs a key with the scope INTAKE. A header Idempotency-Key has a file taken
 * in once.
 */
@Controller("/intake")
@ExecuteOn(TaskExecutors.BLOCKING)
final class IntakeController {

    private static final String ONCE = "Idempotency-Key";
    private static final String RUN = "[A-Za-z0-9-]{1,64}";

    private final Submissions submissions;

    IntakeController(Submissions submissions) {
        this.submissions = submissions;
    }

    @Post(consumes = MediaType.APPLICATION_OCTET_STREAM)
    HttpResponse<?> take(
            HttpRequest<?> request,
            @QueryValue String name,
            @QueryValue String seen,
            @QueryValue @Nullable String contentType,
            @QueryValue @Nullable String run,
            @Body Optional<byte[]> body) {
        Caller caller = Gate.caller(request);
        if (!caller.may(Scope.INTAKE)) {
            return HttpResponse.status(caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN);
        }
        byte[] bytes = body.orElseGet(() -> new byte[0]);
        String wanted = run == null || !run.matches(RUN) ? null : run;
        try {
            Order order = order(request, caller, name, bytes, wanted);
            Carried carried = submissions.file(order, name, bytes, contentType, Instant.parse(seen), wanted);
            return HttpResponse.ok(carried.effect().reports());
        } catch (DateTimeParseException e) {
            return HttpResponse.badRequest();
        } catch (Refusal e) {
            return HttpResponse.status(e.code() == Refusal.Code.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST)
                    .body(Map.of("errors", List.of(Map.of("message", String.valueOf(e.getMessage())))));
        }
    }

    private static Order order(HttpRequest<?> request, Caller caller, String name, byte[] body, @Nullable String run) {
        Map<String, Object> input =
                new HashMap<>(Map.of("name", name, "bytes", body.length, "sha256", Order.digest(body)));
        if (run != null) {
            input.put("run", run);
        }
        return Order.of(
                "intake",
                input,
                caller.name(),
                caller.id(),
                request.getHeaders().get(ONCE),
                null);
    }
}
