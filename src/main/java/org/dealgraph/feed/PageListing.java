package org.dealgraph.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.WebAddress;
import org.dealgraph.model.WrittenTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page that lists articles, taken as a feed: each address of the same site that it links to is an entry, titled by the
 * longest text that links there, dated by a date written beside it.
 */
final class PageListing {

    private static final int DEEPEST = 256;
    private static final int MOST_LINKS = 2_000;
    private static final int SHORTEST_TITLE = 15;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_CARD = 600;

    private PageListing() {}

    static Feed read(String html, String address, @Nullable String links) {
        Document page = Jsoup.parse(html, address, Parser.htmlParser().setMaxDepth(DEEPEST));
        WebAddress base = WebAddress.parse(address)
                .orElseThrow(() -> new FeedException("could not read a page of links: no web address: " + address));
        Map<String, FeedEntry> entries = new LinkedHashMap<>();
        anchors(page, links)
                .limit(MOST_LINKS)
                .forEach(link -> base.resolve(link.attr("href"))
                        .filter(to ->
                                to.host().equals(base.host()) && !to.target().equals(base.target()))
                        .ifPresent(
                                to -> entries.merge(to.identity(), entry(link, to.canonical()), PageListing::longer)));
        List<FeedEntry> titled = entries.values().stream()
                .filter(entry -> entry.title().length() >= SHORTEST_TITLE)
                .toList();
        String language = page.select("html").attr("lang");
        return new Feed(page.title(), address, "", language.isEmpty() ? null : language, null, titled, List.of());
    }

    private static Stream<Element> anchors(Document page, @Nullable String links) {
        return links == null
                ? page.select("a[href]").stream()
                : page.select(links).stream()
                        .flatMap(part -> part.select("a[href]").stream())
                        .distinct();
    }

    private static FeedEntry entry(Element link, WebAddress to) {
        Element heading = link.selectFirst("h1, h2, h3, h4, h5");
        String text = heading == null ? link.text() : heading.text();
        String title = text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE) : text;
        Optional<WrittenTime> date = date(link);
        return new FeedEntry(
                "", null, to.href(), title, date.map(WrittenTime::instant).orElse(null), null, null, List.of(), "");
    }

    /** In the link itself, or in the card it stands in. */
    private static Optional<WrittenTime> date(Element link) {
        Element card = link;
        for (int up = 0; card != null && up < 4 && card.text().length() < LONGEST_CARD; up++) {
            Element time = card.selectFirst("time[datetime]");
            Optional<WrittenTime> found = time == null
                    ? WrittenTime.findIn(card.text())
                    : WrittenTime.parse(time.attr("datetime")).or(() -> WrittenTime.findIn(time.text()));
            if (found.isPresent()) {
                return found;
            }
            card = card.parent();
        }
        return Optional.empty();
    }

    private static FeedEntry longer(FeedEntry a, FeedEntry b) {
        return b.title().length() > a.title().length() ? b : a;
    }
}
