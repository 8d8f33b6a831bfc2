package org.dealgraph.pipeline.poll;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dealgraph.article.ArticleReader;
import org.dealgraph.article.Origin;
import org.dealgraph.article.Page;
import org.dealgraph.article.Reading;
import org.dealgraph.article.Reading.Why;
import org.dealgraph.feed.Feed;
import org.dealgraph.feed.FeedException;
import org.dealgraph.feed.FeedReader;
import org.dealgraph.fetch.Conditions;
import org.dealgraph.fetch.Fetcher;
import org.dealgraph.fetch.Outcome;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.dealgraph.fetch.Outcome.Fetched;
import org.dealgraph.fetch.Outcome.NotModified;
import org.dealgraph.fetch.Outcome.Refusal;
import org.dealgraph.fetch.Outcome.Refused;
import org.dealgraph.model.Article;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Source;
import org.dealgraph.model.Source.Kind;
import org.dealgraph.pipeline.Input.Document;
import org.jspecify.annotations.Nullable;

/** Fetches and reads what sources show and what their entries hold. Used by many threads at once. */
final class Gatherer {

    private static final int WHOLE = 2_000;
    private static final int MOST_PARTS = 3;
    private static final Pattern CUT = Pattern.compile(
            "(?is).*(?:…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.]|(?:read|continue|see) (?:more|reading|on)\\W*)$");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int LEGAL = 451;
    private static final String SUMMARY = "summary";

    private final Fetcher fetcher;
    private final Clock clock;
    private final FeedReader feeds = new FeedReader();
    private final ArticleReader articles = new ArticleReader();

    Gatherer(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    Listing list(Source source, String address, Conditions conditions) {
        Outcome outcome = fetcher.fetch(address, conditions);
        return switch (outcome) {
            case Fetched fetched -> shown(source, fetched);
            case NotModified same -> new Listing.Unchanged(same, same.moved());
            case Refused refused -> new Listing.Nothing(refused, why(refused));
            case Failed failed -> new Listing.Nothing(failed, why(failed));
        };
    }

    private Listing shown(Source source, Fetched fetched) {
        try {
            Feed feed = read(source, fetched);
            List<FeedEntry> entries = new ArrayList<>(feed.entries());
            boolean index = entries.isEmpty() && !feed.parts().isEmpty();
            if (index) {
                feed.parts().stream().limit(MOST_PARTS).forEach(part -> {
                    if (fetcher.fetch(part) instanceof Fetched more) {
                        entries.addAll(read(source, more).entries());
                    }
                });
            }
            return new Listing.Shown(
                    fetched, entries, index ? Conditions.none() : fetched.conditions(), fetched.moved());
        } catch (FeedException e) {
            String why =
                    "it answers, but not with what its file says (%s): %s".formatted(source.kind(), e.getMessage());
            return new Listing.Nothing(
                    new Failed(fetched.address(), Failure.BROKEN_BODY, fetched.status(), why, null), why);
        }
    }

    private Feed read(Source source, Fetched fetched) {
        return source.kind() == Kind.PAGE
                ? feeds.readPage(
                        fetched.body(),
                        fetched.contentType(),
                        fetched.found(),
                        source.selectors().links())
                : feeds.read(fetched.body(), fetched.contentType(), fetched.found());
    }

    /**
     * Reads an entry: by the feed's own words where these are the whole article, else by its page; where the page cannot
     * be had, the feed's words stand in, labelled as a summary.
     *
     * @param last whether there will be no further try
     */
    Gathered read(Source source, FeedEntry entry, boolean last) {
        Origin origin = new Origin(source.id(), source.publisher(), source.tier(), clock.instant());
        String name = entry.link() == null ? source.address() + "#" + entry.id() : entry.link();
        Reading own = articles.readEntry(entry, name, origin);
        if (entry.link() == null || isWhole(own)) {
            return own instanceof Reading.Read read
                    ? new Gathered(document(name, read.article()), false, null, null)
                    : new Gathered(null, false, name + ": it holds no words", null);
        }
        Outcome outcome = fetcher.fetch(entry.link());
        return switch (outcome) {
            case Fetched fetched -> page(source, entry, fetched, own, origin, last);
            case Failed failed
            when mayPass(failed) && !last -> new Gathered(null, true, name + ": " + why(failed), failed);
            case Failed failed -> summary(name, own, why(failed), failed);
            case Refused refused
            when refused.reason() == Refusal.PRIVATE && !last ->
                new Gathered(null, true, name + ": " + why(refused), refused);
            case Refused refused -> summary(name, own, why(refused), refused);
            case NotModified same -> new Gathered(null, false, name + ": it has not changed", same);
        };
    }

    /** A feed is often ahead of its pages, so that even one that is not there may come. */
    private static boolean mayPass(Failed failed) {
        return failed.status() != UNAUTHORIZED && failed.status() != FORBIDDEN && failed.status() != LEGAL;
    }

    private Gathered page(Source source, FeedEntry entry, Fetched fetched, Reading own, Origin origin, boolean last) {
        Page page = new Page(fetched.body(), fetched.contentType(), fetched.found());
        Reading reading = articles.read(page, origin, source.selectors().text());
        return switch (reading) {
            case Reading.Read read ->
                new Gathered(document(fetched.found(), completed(read.article(), entry)), false, null, fetched);
            case Reading.Unread unread
            when !last && (unread.why() == Why.BLOCKED || unread.why() == Why.NO_TEXT) ->
                new Gathered(null, true, fetched.found() + ": " + unread.why().words(), fetched);
            case Reading.Unread unread ->
                summary(
                        fetched.found(),
                        longer(own, unread.rest()),
                        unread.why().words(),
                        fetched);
        };
    }

    /** What the feed says, or the beginning that the page shows: whichever says more. */
    private static Reading longer(Reading own, @Nullable Article rest) {
        if (rest == null) {
            return own;
        }
        boolean more = !(own instanceof Reading.Read read
                && read.article().text().length() >= rest.text().length());
        return more ? new Reading.Read(rest) : own;
    }

    private static Gathered summary(String name, Reading own, String why, Outcome outcome) {
        return own instanceof Reading.Read read
                ? new Gathered(document(name, labelled(read.article())), false, name + ": " + why, outcome)
                : new Gathered(null, false, name + ": " + why, outcome);
    }

    private static boolean isWhole(Reading own) {
        return own instanceof Reading.Read read
                && read.article().text().length() >= WHOLE
                && !CUT.matcher(read.article()
                                .text()
                                .substring(read.article().text().length() - 40))
                        .matches();
    }

    private static Document document(String name, Article article) {
        return new Document(name, article.id(), article);
    }

    private static Article completed(Article a, FeedEntry entry) {
        PartialDate published = a.published() == null && entry.published() != null
                ? PartialDate.ofDay(
                        entry.published().atZone(java.time.ZoneOffset.UTC).toLocalDate())
                : a.published();
        return new Article(
                a.id(),
                a.address(),
                a.source(),
                a.publisher(),
                a.tier(),
                a.title().isBlank() ? entry.title() : a.title(),
                a.byline(),
                published,
                a.publishedAssumed(),
                a.modified(),
                a.language(),
                a.text(),
                a.label(),
                a.story());
    }

    private static Article labelled(Article a) {
        return new Article(
                a.id(),
                a.address(),
                a.source(),
                a.publisher(),
                a.tier(),
                a.title(),
                a.byline(),
                a.published(),
                a.publishedAssumed(),
                a.modified(),
                a.language(),
                a.text(),
                SUMMARY,
                a.story());
    }

    private static String why(Refused refused) {
        return "not asked for: " + refused.detail();
    }

    private static String why(Failed failed) {
        return failed.reason() + ": " + failed.detail();
    }
}
