package org.dealgraph.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The body of an entry, as text and as HTML that holds nothing active. */
final class Prose {

    private Prose() {}

    /** Lines of plain text; addresses stand as they are. */
    static String text(Entry entry, String base) {
        List<String> lines = new ArrayList<>();
        lines.add(entry.what());
        entry.changes().forEach(change -> lines.add(change.text()));
        lines.addAll(entry.terms());
        entry.quotes()
                .forEach(quote -> lines.add(
                        quote.text() + quote.address().map(a -> " " + a).orElse("")));
        if (entry.supersedes() != null) {
            lines.add("Before: " + Entry.link(base, entry.supersedes().number()));
        }
        return String.join("\n", lines);
    }

    static String html(Entry entry, String base) {
        StringBuilder out = new StringBuilder("<p>" + escape(entry.what()) + "</p>\n");
        if (!entry.changes().isEmpty()) {
            out.append(entry.changes().stream()
                    .map(c -> "<li>" + escape(c.what()) + ": <del>" + escape(c.before()) + "</del> → <ins>"
                            + escape(c.after()) + "</ins></li>\n")
                    .collect(Collectors.joining("", "<ul>\n", "</ul>\n")));
        }
        entry.terms().forEach(term -> out.append("<p>").append(escape(term)).append("</p>\n"));
        entry.quotes().forEach(quote -> out.append(html(quote)));
        if (entry.supersedes() != null) {
            out.append("<p><a href=\"")
                    .append(escape(Entry.link(base, entry.supersedes().number())))
                    .append("\">What was known before</a></p>\n");
        }
        return out.toString();
    }

    private static String html(Entry.Quote quote) {
        String title = quote.title().isEmpty() ? "the article" : quote.title();
        String source = quote.address()
                .map(a -> "<a href=\"" + escape(a) + "\">" + escape(title) + "</a>")
                .orElse(escape(title));
        String words = quote.words().isEmpty() ? "" : "<p>" + escape(quote.words()) + "</p>";
        return "<blockquote>" + words + "<p>" + escape(quote.speaker()) + ": " + source + "</p></blockquote>\n";
    }

    /** A page of its own, which the entry's link leads to. */
    static String page(Entry entry, String base) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title>
                <meta name="viewport" content="width=device-width">
                <link rel="alternate" type="application/atom+xml" title="Dealgraph" href="/feeds/deals.atom">
                <link rel="alternate" type="application/rss+xml" title="Dealgraph" href="/feeds/deals.rss">
                <link rel="alternate" type="application/feed+json" title="Dealgraph" href="/feeds/deals.json">
                <style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
                blockquote{border-left:3px solid #c8ccd1;margin:1rem 0;padding:0 1rem}</style></head>
                <body><article><h1>%1$s</h1>
                <p><time datetime="%2$s">%2$s</time></p>
                %3$s</article>
                <p><a href="/">Dealgraph</a></p></body>
                </html>
                """.formatted(escape(entry.title()), entry.recorded(), html(entry, base));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
