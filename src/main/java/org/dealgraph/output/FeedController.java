package org.dealgraph.output;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
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
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import org.dealgraph.api.DealQuestion;
import org.dealgraph.api.Gate;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Scope;
import org.dealgraph.pipeline.WatchBook;
import org.jspecify.annotations.Nullable;

/** Feeds, the calendar, the list of feeds, and the pages that entries lead to. */
@Controller("/feeds")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {

    private static final int KEPT_CHARACTERS = 16 << 20;

    private final FeedPages pages;
    private final Calendar calendar;
    private final FeedSettings settings;
    private final GraphStore store;
    private final WatchBook watches;
    private final Cache<Key, Document> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_CHARACTERS)
            .<Key, Document>weigher((key, document) -> 200 + document.body().length)
            .build();

    FeedController(FeedPages pages, Calendar calendar, FeedSettings settings, GraphStore store, WatchBook watches) {
        this.pages = pages;
        this.calendar = calendar;
        this.settings = settings;
        this.store = store;
        this.watches = watches;
    }

    /** What makes a document: the same question to the same graph has the same answer. */
    private record Key(String state, String self) {}

    @Get("/deals.{suffix}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> feed(HttpRequest<?> request, @PathVariable String suffix) {
        Optional<Format> format = Format.ofSuffix(suffix);
        if (format.isEmpty()) {
            return Document.problem(HttpStatus.NOT_FOUND, "no feed has this form: use atom, rss, json, ics or opml");
        }
        Optional<HttpResponse<byte[]>> refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            FeedQuery query = FeedQuery.of(request.getParameters().asMap());
            Document document = document(format.get(), query, base(request));
            return document == null
                    ? Document.problem(HttpStatus.NOT_FOUND, "this archive is not there yet")
                    : document.answer(request);
        } catch (FeedPages.NoWatch e) {
            return Document.problem(HttpStatus.NOT_FOUND, "no watch has this id");
        } catch (DealQuestion.Malformed e) {
            return Document.problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @Get("/entries/{number}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> entry(HttpRequest<?> request, @PathVariable String number) {
        Optional<HttpResponse<byte[]>> refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return Optional.of(number)
                .filter(n -> n.matches("\\d{1,18}"))
                .flatMap(n -> pages.find(Long.parseLong(n)))
                .map(entry -> Document.of("text/html", Prose.page(entry, base(request)), entry.recorded())
                        .answer(request))
                .orElseGet(() -> Document.problem(HttpStatus.NOT_FOUND, "no entry has this number"));
    }

    private @Nullable Document document(Format format, FeedQuery query, String base) {
        Key key = new Key(store.state(), base + query.path(format));
        Document known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Document made = make(format, query, base);
        if (made != null) {
            kept.put(key, made);
        }
        return made;
    }

    private @Nullable Document make(Format format, FeedQuery query, String base) {
        if (format == Format.OPML) {
            return Document.of(format.type(), FeedList.write(watches.listAll(), base), null);
        }
        if (format == Format.ICS) {
            return Document.of(format.type(), calendar.write(query, base), null);
        }
        return pages.find(query, base)
                .map(page -> Document.of(format.type(), text(format, page), changed(page)))
                .orElse(null);
    }

    private static String text(Format format, FeedPage page) {
        return switch (format) {
            case ATOM -> AtomFeed.write(page);
            case RSS -> RssFeed.write(page);
            default -> JsonFeed.write(page);
        };
    }

    private static @Nullable Instant changed(FeedPage page) {
        return page.entries().isEmpty() ? null : page.updated();
    }

    private static Optional<HttpResponse<byte[]>> refusal(HttpRequest<?> request) {
        var caller = Gate.caller(request);
        if (caller.may(Scope.READ)) {
            return Optional.empty();
        }
        HttpStatus status = caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
        return Optional.of(Document.problem(status, "reading needs a key with the scope READ"));
    }

    /** The address that was asked, as far as it is one, else the one that this server listens at. */
    private String base(HttpRequest<?> request) {
        if (!settings.address().isEmpty()) {
            return settings.address();
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        InetSocketAddress own = request.getServerAddress();
        return host != null && host.matches("[A-Za-z0-9.\\-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?")
                ? "http://" + host
                : "http://" + own.getHostString() + ":" + own.getPort();
    }
}
