package org.dealgraph.output.newsletter;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.output.Document;
import org.dealgraph.output.FeedSettings;
import org.dealgraph.output.Format;
import org.jspecify.annotations.Nullable;

/** The issues on the web: the newsletters, each with its issues and its feed, and a page an issue. */
@Controller("/newsletter")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArchiveController {

    private static final String FEED = "feed.";

    private final Newsletters newsletters;
    private final Press press;
    private final FeedSettings addresses;

    ArchiveController(Newsletters newsletters, Press press, FeedSettings addresses) {
        this.newsletters = newsletters;
        this.press = press;
        this.addresses = addresses;
    }

    @Get
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        return Document.refusal(request)
                .orElseGet(() -> page(ArchivePages.newsletters(newsletters.listPublic()), null)
                        .answer(request));
    }

    /** The issues of a newsletter; {@code before} goes on where a page ended. */
    @Get("/{id}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> issues(HttpRequest<?> request, @PathVariable String id) {
        return answer(request, id, newsletter -> {
            Instant before = request.getParameters()
                    .getFirst("before")
                    .map(ArchiveController::moment)
                    .orElse(Instant.MAX);
            List<Issue> issues = press.list(newsletter, before, ArchivePages.ON_ONE_PAGE + 1);
            return Optional.of(page(ArchivePages.issues(newsletter, issues), null));
        });
    }

    /** An issue by its slug, or the feed. */
    @Get("/{id}/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> issue(HttpRequest<?> request, @PathVariable String id, @PathVariable String name) {
        return answer(
                request,
                id,
                newsletter -> name.startsWith(FEED)
                        ? Format.ofSuffix(name.substring(FEED.length()))
                                .filter(ArchiveFeed::has)
                                .map(format -> feed(newsletter, format, addresses.base(request)))
                        : press.find(newsletter.id() + "/" + name)
                                .map(issue -> page(ArchivePages.issue(newsletter, issue), issue.published())));
    }

    private Document feed(Newsletter newsletter, Format format, String base) {
        List<Issue> issues = press.list(newsletter, Instant.MAX, ArchiveFeed.MOST);
        return Document.of(
                format.type(),
                ArchiveFeed.of(newsletter, issues, base).write(format),
                issues.isEmpty() ? null : issues.getFirst().published());
    }

    private HttpResponse<byte[]> answer(
            HttpRequest<?> request, String id, Function<Newsletter, Optional<Document>> document) {
        return Document.refusal(request)
                .orElseGet(() -> newsletters.listPublic().stream()
                        .filter(newsletter -> newsletter.id().equals(id))
                        .findFirst()
                        .flatMap(document)
                        .map(found -> found.answer(request))
                        .orElseGet(() -> Document.problem(HttpStatus.NOT_FOUND, "no such page")));
    }

    private static Document page(String html, @Nullable Instant changed) {
        return Document.of("text/html", html, changed);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }
}
