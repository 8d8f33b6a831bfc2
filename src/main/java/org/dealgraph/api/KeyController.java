package org.dealgraph.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.dealgraph.access.Caller;
import org.dealgraph.access.Keyring;
import org.dealgraph.model.ApiKey;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;

/** Keys, for the command line beside a running server; needs the scope ADMIN. */
@Controller("/keys")
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeyController {

    private static final int LONGEST_NAME = 200;

    private final Keyring keyring;

    KeyController(Keyring keyring) {
        this.keyring = keyring;
    }

    /** What is asked for; without {@code days} the key does not end by itself. */
    record Wanted(String name, Set<Scope> scopes, @Nullable Integer days) {}

    /** A key as it is shown: without its hash. */
    record Shown(
            String id,
            String name,
            Set<Scope> scopes,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant revoked,
            @Nullable String key) {

        static Shown of(ApiKey key, @Nullable String text) {
            return new Shown(key.id(), key.name(), key.scopes(), key.created(), key.expires(), key.revoked(), text);
        }
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return allowed(
                request,
                () -> HttpResponse.ok(keyring.listAll().stream()
                        .map(key -> Shown.of(key, null))
                        .toList()));
    }

    @Post(consumes = MediaType.APPLICATION_JSON)
    HttpResponse<?> create(HttpRequest<?> request, @Body Wanted wanted) {
        return allowed(request, () -> {
            boolean usable = !wanted.name().isBlank()
                    && wanted.name().length() <= LONGEST_NAME
                    && !wanted.scopes().isEmpty()
                    && (wanted.days() == null || wanted.days() > 0);
            if (!usable) {
                return problem(HttpStatus.BAD_REQUEST, "a key needs a name, a scope, and days above zero or none");
            }
            Keyring.Issued issued = keyring.create(
                    wanted.name(), wanted.scopes(), wanted.days() == null ? null : Duration.ofDays(wanted.days()));
            return HttpResponse.created(Shown.of(issued.key(), issued.text()));
        });
    }

    @Delete("/{id}")
    HttpResponse<?> revoke(HttpRequest<?> request, @PathVariable String id) {
        return allowed(
                request,
                () -> keyring.revoke(id)
                        .<HttpResponse<?>>map(key -> HttpResponse.ok(Shown.of(key, null)))
                        .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "there is no key with this id")));
    }

    private static HttpResponse<?> allowed(HttpRequest<?> request, Supplier<HttpResponse<?>> answer) {
        Caller caller = Gate.caller(request);
        return caller.may(Scope.ADMIN)
                ? answer.get()
                : problem(
                        caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN,
                        "keys are managed with a key of the scope ADMIN");
    }

    private static HttpResponse<?> problem(HttpStatus status, String message) {
        return HttpResponse.status(status).body(Map.of("errors", List.of(Map.of("message", message))));
    }
}
