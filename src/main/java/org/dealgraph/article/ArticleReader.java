package org.dealgraph.article;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dealgraph.article.Reading.Read;
import org.dealgraph.article.Reading.Unread;
import org.dealgraph.article.Reading.Why;
import org.dealgraph.model.Article;
import org.dealgraph.model.Encoding;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages, plain texts and the entries of feeds into articles.
 *
 * <p>Whatever comes in is hostile: sizes and depth are bounded, no script runs, nothing is fetched, and the text that
 * goes out is plain. The same document gives the same article, id included.
 */
public final class ArticleReader {

    static final int LARGEST_BODY = 15 << 20;
    private static final int LARGEST_TEXT = 1 << 20;
    private static final int DEEPEST = 160;
    private static final int MOST_ELEMENTS = 120_000;

    /** A page: HTML, or plain text where the bytes look like that. */
    public Reading read(Page page, Origin origin) {
        return read(page, origin, null);
    }

    /**
     * A page whose text stands where a CSS selector says; where it does not, it is found as on any other page.
     *
     * @param selector of the element with the text, or null
     */
    public Reading read(Page page, Origin origin, @Nullable String selector) {
        if (page.body().length > LARGEST_BODY) {
            return new Unread(Why.TOO_LARGE, page.address());
        }
        if (Sniffer.isBinary(page.body())) {
            return new Unread(Why.NOT_TEXT, page.address());
        }
        String text = Encoding.decode(page.body(), page.contentType());
        Optional<String> filing = Submission.asPage(text);
        if (filing.isPresent()) {
            return readHtml(filing.get(), page.address(), origin, selector);
        }
        return Sniffer.isHtml(text, page.contentType())
                ? readHtml(text, page.address(), origin, selector)
                : readText(text, page.address(), origin);
    }

    /** Plain text, such as a file's; its first short line is the title. */
    public Reading readText(String text, String address, Origin origin) {
        if (text.length() > LARGEST_BODY) {
            return new Unread(Why.TOO_LARGE, address);
        }
        PlainText plain = PlainText.of(text);
        if (plain.text().isBlank()) {
            return new Unread(Why.NO_TEXT, address);
        }
        return new Read(article(address, origin, Metadata.of(plain.title(), plain.published()), plain.text()));
    }

    /**
     * An entry of a feed, by the words the feed itself carries. The title stands in where there are no others.
     *
     * @param name the address to go by where the entry links nowhere
     */
    public Reading readEntry(FeedEntry entry, String name, Origin origin) {
        Document document = parse(entry.html(), Objects.requireNonNullElse(entry.link(), ""));
        List<String> paragraphs = Paragraphs.of(document.body());
        String text = String.join("\n\n", paragraphs.isEmpty() ? List.of(entry.title()) : paragraphs);
        String address = entry.link() == null ? name : canonical(entry.link());
        if (text.isBlank()) {
            return new Unread(Why.NO_TEXT, address);
        }
        Metadata metadata = new Metadata(
                entry.title(),
                entry.author(),
                null,
                Optional.ofNullable(entry.published()).map(Dates::day).orElse(null),
                entry.updated(),
                null,
                null);
        return new Read(article(address, origin, metadata, text));
    }

    private Reading readHtml(String html, String address, Origin origin, @Nullable String selector) {
        Document document = parse(html, address);
        Metadata metadata = MetadataReader.read(document);
        Optional<Why> obstacle = Obstacle.before(document);
        Element named = selector == null ? null : document.selectFirst(selector);
        Element main = named != null ? named : MainText.of(document, () -> parse(html, address), metadata.title());
        List<String> paragraphs = Trim.paragraphs(Paragraphs.of(main), metadata.title());
        String text = String.join("\n\n", paragraphs);
        Optional<Why> why = Obstacle.of(document, paragraphs, obstacle);
        String canonical = Objects.requireNonNullElse(metadata.canonical(), address);
        Article article = article(canonical, origin, metadata, text);
        return why.<Reading>map(reason -> new Unread(reason, address, text.isEmpty() ? null : article))
                .orElseGet(() -> new Read(article));
    }

    private static String canonical(String link) {
        return WebAddress.parse(link).map(a -> a.canonical().href()).orElse(link);
    }

    /** Step by step, so that a page of millions of elements is read as far as memory is meant for it. */
    private static Document parse(String html, String address) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        try (StreamParser steps = new StreamParser(parser).parse(html, address)) {
            Iterator<Element> elements = steps.iterator();
            for (int count = 0; count < MOST_ELEMENTS && elements.hasNext(); count++) {
                elements.next();
            }
            return steps.document();
        }
    }

    private static Article article(String address, Origin origin, Metadata metadata, String whole) {
        String text = whole.length() > LARGEST_TEXT ? whole.substring(0, LARGEST_TEXT) : whole;
        String language = Language.of(text, metadata.language());
        return new Article(
                Article.idOf(address, text),
                address,
                origin.source(),
                origin.publisher() != null ? origin.publisher() : metadata.publisher(),
                origin.tier(),
                metadata.title(),
                metadata.byline(),
                metadata.published(),
                origin.seen(),
                metadata.modified(),
                language,
                text,
                null,
                null);
    }
}
