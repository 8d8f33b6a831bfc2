package org.dealgraph.output.newsletter;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dealgraph.access.Caller;
import org.dealgraph.api.Gate;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Mailbox;
import org.dealgraph.model.Scope;

/** The newsletter writer's desk, for the command line beside a running server; needs the scope ADMIN. */
@Controller("/newsletters")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeskController {

    private final Desk desk;

    DeskController(Desk desk) {
        this.desk = desk;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return allowed(request, () -> HttpResponse.ok(Map.of("lines", desk.list())));
    }

    /** The files of the issue as it would be published now. */
    @Get("/{id}/preview")
    HttpResponse<?> preview(HttpRequest<?> request, @PathVariable String id) {
        return allowed(request, () -> files(desk.preview(id)));
    }

    /** The files of an issue; of the latest where no slug is given. */
    @Get("/{id}/files")
    HttpResponse<?> files(HttpRequest<?> request, @PathVariable String id, @QueryValue(defaultValue = "") String slug) {
        return allowed(request, () -> files(desk.find(id, slug)));
    }

    @Get("/{id}/status")
    HttpResponse<?> status(
            HttpRequest<?> request, @PathVariable String id, @QueryValue(defaultValue = "") String slug) {
        return allowed(request, () -> standing(desk.find(id, slug)));
    }

    @Post("/{id}/issues")
    HttpResponse<?> publish(HttpRequest<?> request, @PathVariable String id) {
        return allowed(request, () -> standing(desk.publish(id)));
    }

    @Get("/{id}/suppressed")
    HttpResponse<?> suppressed(HttpRequest<?> request, @PathVariable String id) {
        return allowed(request, () -> HttpResponse.ok(Map.of("lines", desk.suppressed(id))));
    }

    @Post("/{id}/release")
    HttpResponse<?> release(HttpRequest<?> request, @PathVariable String id, @QueryValue String address) {
        return address(request, address, mailbox -> desk.release(id, mailbox));
    }

    @Post("/{id}/unsubscribe")
    HttpResponse<?> unsubscribe(HttpRequest<?> request, @PathVariable String id, @QueryValue String address) {
        return address(request, address, mailbox -> {
            desk.unsubscribe(id, mailbox);
            return true;
        });
    }

    private static HttpResponse<?> address(HttpRequest<?> request, String address, Predicate<Mailbox> change) {
        return allowed(
                request,
                () -> Mailbox.parse(address)
                        .<HttpResponse<?>>map(mailbox -> HttpResponse.ok(Map.of("changed", change.test(mailbox))))
                        .orElseGet(() -> problem(HttpStatus.BAD_REQUEST, "this is no address")));
    }

    private HttpResponse<?> files(Optional<Issue> issue) {
        return HttpResponse.ok(issue.map(desk::files).orElseGet(Map::of));
    }

    private HttpResponse<?> standing(Optional<Issue> issue) {
        return HttpResponse.ok(issue.<Object>map(desk::standing).orElseGet(Map::of));
    }

    private static HttpResponse<?> allowed(HttpRequest<?> request, Supplier<HttpResponse<?>> answer) {
        Caller caller = Gate.caller(request);
        if (!caller.may(Scope.ADMIN)) {
            return problem(
                    caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN,
                    "newsletters are sent with a key of the scope ADMIN");
        }
        try {
            return answer.get();
        } catch (NewsletterException e) {
            return problem(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
        }
    }

    private static HttpResponse<?> problem(HttpStatus status, String message) {
        return HttpResponse.status(status).body(Map.of("errors", List.of(Map.of("message", message))));
    }
}
