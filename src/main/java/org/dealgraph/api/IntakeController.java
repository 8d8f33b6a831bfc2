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
import java.util.List;
import java.util.Optional;
import org.dealgraph.access.Caller;
import org.dealgraph.model.Scope;
import org.dealgraph.pipeline.Documents;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.IntakeReport;
import org.jspecify.annotations.Nullable;

/** Takes in files that the command line sends; needs a key with the scope INTAKE. */
@Controller("/intake")
@ExecuteOn(TaskExecutors.BLOCKING)
final class IntakeController {

    private static final String RUN = "[A-Za-z0-9-]{1,64}";

    private final Intake intake;
    private final Documents documents = new Documents();

    IntakeController(Intake intake) {
        this.intake = intake;
    }

    @Post(consumes = MediaType.APPLICATION_OCTET_STREAM)
    HttpResponse<List<IntakeReport>> take(
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
        try {
            return HttpResponse.ok(intake.take(
                    documents.read(name, body.orElseGet(() -> new byte[0]), contentType, Instant.parse(seen)),
                    run == null || !run.matches(RUN) ? Intake.newRun() : run));
        } catch (DateTimeParseException e) {
            return HttpResponse.badRequest();
        }
    }
}
