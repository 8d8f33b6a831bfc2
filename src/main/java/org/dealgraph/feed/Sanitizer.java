package org.dealgraph.feed;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Takes everything active out of HTML from outside: only elements and attributes known to be harmless stay. */
final class Sanitizer {

    private static final Safelist SAFE = Safelist.relaxed()
            .addTags("abbr", "address", "article", "aside", "bdi", "center", "del", "details", "figcaption", "figure", "font",
                    "footer", "header", "hr", "ins", "kbd", "main", "mark", "s", "samp", "section", "summary", "time", "tt", "var")
            .addAttributes("time", "datetime");

    private Sanitizer() {}

    static String clean(String html, String base) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        Document dirty = Jsoup.parseBodyFragment(html, base);
        Document clean = new Cleaner(SAFE).clean(dirty);
        clean.outputSettings(new OutputSettings().prettyPrint(false).syntax(OutputSettings.Syntax.xml));
        return clean.body().html();
    }
}
