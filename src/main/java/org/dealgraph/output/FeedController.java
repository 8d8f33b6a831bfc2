package org.dealgraph.output;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.time.Instant;
import java.util.Optional;
import org.dealgraph.api.DealQuestion;
import org.dealgraph.graph.GraphStore;
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
        Optional<HttpResponse<byte[]>> refusal = Document.refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            FeedQuery query = FeedQuery.of(request.getParameters().asMap());
            Document document = document(format.get(), query, settings.base(request));
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
        Optional<HttpResponse<byte[]>> refusal = Document.refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return Optional.of(number)
                .filter(n -> n.matches("\\d{1,18}"))
                .flatMap(n -> pages.find(Long.parseLong(n)))
                .map(entry -> Document.of("text/html", Prose.page(entry, settings.base(request)), entry.recorded())
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
                .map(page -> Document.of(format.type(), page.document().write(format), changed(page)))
                .orElse(null);
    }

    private static @Nullable Instant changed(FeedPage page) {
        return page.entries().isEmpty() ? null : page.recorded();
    }
}
