package org.dealgraph.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dealgraph.article.ArticleReader;
import org.dealgraph.article.Origin;
import org.dealgraph.article.Page;
import org.dealgraph.article.Reading;
import org.dealgraph.feed.Feed;
import org.dealgraph.feed.FeedException;
import org.dealgraph.feed.FeedReader;
import org.dealgraph.model.Article;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.Input.Document;
import org.dealgraph.pipeline.Input.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of one file by what they are: plain text, a page, a feed, or an annotated document. */
public final class Documents {

    private static final String SOURCE = "files";
    private static final String SUBMITTED = "submitted";

    private final ArticleReader articles = new ArticleReader();
    private final FeedReader feeds = new FeedReader();

    /**
     * The documents in a file or page.
     *
     * @param name its path or address as a person gave it; of a path only the last part becomes an article's address
     * @param body its bytes
     * @param contentType as a server said, or null; it may lie
     * @param seen its date, which stands in where the document has none
     */
    public List<Input> read(String name, byte[] body, @Nullable String contentType, Instant seen) {
        if (isBlank(body)) {
            return List.of(new Unreadable(name, "it is empty"));
        }
        String file =
                isAddress(name) ? name : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String address = isAddress(name) ? name : "file:" + file;
        Origin origin = new Origin(SOURCE, null, Tier.BLOG, seen);
        String start = start(body);
        if (file.toLowerCase(Locale.ROOT).endsWith(".json") && !start.contains("jsonfeed.org")) {
            return List.of(JsonDocument.read(name, stem(file), body, seen));
        }
        if (isMail(file, contentType)) {
            return List.of(MailDocument.read(name, stem(file), body, articles, origin));
        }
        if (isFeed(file, start)) {
            return feed(name, address, body, contentType, origin);
        }
        return List.of(page(name, file, articles.read(new Page(body, contentType, address), origin)));
    }

    /**
     * The article that a person hands in as text; what they say of it goes before what the text says.
     *
     * @param address its name
     * @param seen stands in for a date that neither gives
     */
    Input read(Submissions.HandedIn in, String address, Instant seen) {
        Origin origin = new Origin(SUBMITTED, in.publisher(), Tier.BLOG, seen);
        return switch (articles.readText(in.text(), address, origin)) {
            case Reading.Unread unread -> new Unreadable(address, unread.why().words());
            case Reading.Read read -> new Document(address, address, told(read.article(), in));
        };
    }

    private static Article told(Article a, Submissions.HandedIn in) {
        return new Article(
                a.id(),
                a.address(),
                a.source(),
                a.publisher(),
                a.tier(),
                in.title() == null ? a.title() : in.title(),
                a.byline(),
                in.published() == null ? a.published() : in.published(),
                in.published() == null ? a.publishedAssumed() : null,
                a.modified(),
                a.language(),
                a.text(),
                a.label(),
                a.story());
    }

    /** Whether a name is an address of the web rather than a path. */
    static boolean isAddress(String name) {
        return name.startsWith("https://") || name.startsWith("http://");
    }

    private List<Input> feed(String name, String address, byte[] body, @Nullable String contentType, Origin origin) {
        try {
            Feed feed = feeds.read(body, contentType, address);
            if (feed.entries().isEmpty()) {
                return List.of(new Unreadable(name, "it is a feed without entries"));
            }
            List<Input> inputs = new ArrayList<>();
            if (!start(body).stripLeading().startsWith("{")) {
                XmlFault.find(body)
                        .ifPresent(fault -> inputs.add(new Unreadable(
                                name,
                                "it is broken XML: %s (what could be read of it was: %d entries)"
                                        .formatted(fault, feed.entries().size()))));
            }
            feed.entries().forEach(entry -> inputs.add(entry(name, address, entry, origin)));
            return inputs;
        } catch (FeedException e) {
            return List.of(new Unreadable(name, "it is not a feed that can be read: " + e.getMessage()));
        }
    }

    private Input entry(String name, String address, FeedEntry entry, Origin origin) {
        String full = name + "#" + entry.id();
        Reading reading = articles.readEntry(entry, address + "#" + entry.id(), origin);
        return switch (reading) {
            case Reading.Read read -> new Document(full, stem(last(address)) + "#" + entry.id(), read.article());
            case Reading.Unread unread -> new Unreadable(full, unread.why().words());
        };
    }

    private static Input page(String name, String file, Reading reading) {
        return switch (reading) {
            case Reading.Read read -> new Document(name, stem(file), read.article());
            case Reading.Unread unread -> new Unreadable(name, unread.why().words());
        };
    }

    private static boolean isMail(String file, @Nullable String contentType) {
        return file.toLowerCase(Locale.ROOT).endsWith(".eml")
                || contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("message/rfc822");
    }

    private static boolean isFeed(String file, String start) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "xml", "rss", "atom", "rdf" -> true;
            case "txt", "md" -> false;
            default ->
                start.contains("jsonfeed.org/version")
                        || ((start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:RDF"))
                                && !start.toLowerCase(Locale.ROOT).contains("<html"));
        };
    }

    private static String start(byte[] body) {
        return new String(body, 0, Math.min(body.length, 1024), StandardCharsets.ISO_8859_1);
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }

    private static String last(String address) {
        String name = address.startsWith("file:") ? address.substring("file:".length()) : address;
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
