package org.dealgraph.output.newsletter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.dealgraph.graph.DispatchRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Suppression;

/**
 * Where readers unsubscribe. GET shows a form and changes nothing, because mail programs and scanners follow links; POST
 * unsubscribes, from the form or from a mail program's button (RFC 8058). It needs no key: the link itself is one, which
 * nobody can guess. What is posted does not matter, and a link that was used goes on working.
 */
@Controller("/newsletter")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UnsubscribeController {

    private final Seal seal;
    private final GraphStore store;
    private final DispatchRepository dispatches;

    UnsubscribeController(Seal seal, GraphStore store, DispatchRepository dispatches) {
        this.seal = seal;
        this.store = store;
        this.dispatches = dispatches;
    }

    @Get("/{id}/unsubscribe/{token}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> ask(@PathVariable String id, @PathVariable String token) {
        return seal.recipient(id, token)
                .map(
                        recipient -> page(
                                HttpStatus.OK,
                                "<h1>Unsubscribe?</h1>\n<form method=\"post\"><input type=\"hidden\" name=\"List-Unsubscribe\""
                                        + " value=\"One-Click\">\n<button type=\"submit\">Send me no more of this newsletter</button></form>\n"))
                .orElseGet(UnsubscribeController::unknown);
    }

    @Post("/{id}/unsubscribe/{token}")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> unsubscribe(@PathVariable String id, @PathVariable String token) {
        Optional<String> recipient = seal.recipient(id, token);
        recipient.ifPresent(r -> store.run(tx ->
                dispatches.save(tx, new Suppression(r, id, Suppression.Reason.UNSUBSCRIBED, Instant.now(), null))));
        return recipient
                .map(r -> page(
                        HttpStatus.OK, "<h1>Unsubscribed</h1>\n<p>This address gets no more of this newsletter.</p>\n"))
                .orElseGet(UnsubscribeController::unknown);
    }

    private static HttpResponse<byte[]> unknown() {
        return page(HttpStatus.NOT_FOUND, "<h1>Not found</h1>\n<p>This link is not whole, or was not made here.</p>\n");
    }

    private static HttpResponse<byte[]> page(HttpStatus status, String body) {
        return HttpResponse.<byte[]>status(status)
                .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .body(ArchivePages.page("Unsubscribe", "", body).getBytes(StandardCharsets.UTF_8));
    }
}
