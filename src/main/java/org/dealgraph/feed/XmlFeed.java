package org.dealgraph.feed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.model.FeedEntry;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Feeds written in XML, whatever their dialect: the dialects agree on what an entry's parts are called. */
final class XmlFeed {

    private static final int DEEPEST = 200;
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_ELEMENTS = 200_000;
    private static final Set<String> ENTRIES = Set.of("item", "entry", "url");
    private static final Set<String> ROOTS =
            Set.of("rss", "feed", "rdf", "channel", "urlset", "sitemapindex", "entry", "item");

    private XmlFeed() {}

    static Feed read(String text, String base) {
        Parser parser = Parser.xmlParser().settings(ParseSettings.preserveCase).setMaxDepth(DEEPEST);
        Document document = parse(parser, text, base);
        Element root = root(document)
                .orElseThrow(() -> new FeedException("could not read a feed: no element of one at " + base));
        if (XmlPart.local(root).equals("sitemapindex")) {
            return new Feed("", null, "", null, null, List.of(), parts(root));
        }
        Element channel = channel(root);
        XmlPart head = new XmlPart(channel, base);
        List<FeedEntry> entries = new ArrayList<>();
        entries(root, entries, base);
        return new Feed(
                head.title(),
                head.link().orElse(null),
                head.description(),
                head.language().orElse(null),
                head.author().orElse(null),
                entries,
                head.next().stream().toList());
    }

    /** Step by step, so that a feed of millions of elements is read as far as memory is meant for it. */
    private static Document parse(Parser parser, String text, String base) {
        try (StreamParser steps = new StreamParser(parser).parse(text, base)) {
            Iterator<Element> elements = steps.iterator();
            for (int count = 0; count < MOST_ELEMENTS && elements.hasNext(); count++) {
                elements.next();
            }
            return steps.document();
        }
    }

    private static Optional<Element> root(Document document) {
        return Stream.concat(
                        document.children().stream(),
                        document.children().stream().flatMap(e -> e.children().stream()))
                .filter(e -> ROOTS.contains(XmlPart.local(e)))
                .findFirst();
    }

    private static Element channel(Element root) {
        return root.children().stream()
                .filter(e -> XmlPart.local(e).equals("channel"))
                .findFirst()
                .orElse(root);
    }

    /** Entries at any depth but within each other; iterative, since a hostile tree is deep. */
    private static void entries(Element root, List<FeedEntry> entries, String base) {
        root.traverse((node, depth) -> {
            if (node instanceof Element e
                    && entries.size() < MOST_ENTRIES
                    && ENTRIES.contains(XmlPart.local(e))
                    && !inEntry(e, root)) {
                entries.add(new XmlPart(e, base).entry());
            }
        });
        if (entries.isEmpty() && ENTRIES.contains(XmlPart.local(root))) {
            entries.add(new XmlPart(root, base).entry());
        }
    }

    private static boolean inEntry(Element e, Element root) {
        if (e == root) {
            return true;
        }
        for (Element up = e.parent(); up != null && up != root; up = up.parent()) {
            if (ENTRIES.contains(XmlPart.local(up))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> parts(Element root) {
        return root.children().stream()
                .flatMap(sitemap -> sitemap.children().stream())
                .filter(e -> XmlPart.local(e).toLowerCase(Locale.ROOT).equals("loc"))
                .map(e -> e.wholeText().strip())
                .limit(MOST_ENTRIES)
                .toList();
    }
}
