package org.dealgraph.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Cleans the element that holds an article of what is no part of its text. */
final class Trim {

    private Trim() {}

    static void apply(Element main, String title) {
        List<Element> out = new ArrayList<>();
        for (Element e : main.select("h1, h2")) {
            if (e.normalName().equals("h1") || e.text().equalsIgnoreCase(title)) {
                out.add(e);
            }
        }
        for (Element e : main.select("ul, ol, div, section, table, p")) {
            if (e != main && isLinks(e)) {
                out.add(e);
            }
        }
        out.forEach(Element::remove);
    }

    /** A block whose words are nearly all links. */
    private static boolean isLinks(Element e) {
        int length = e.text().length();
        if (length == 0) {
            return false;
        }
        int linked = e.select("a").stream().mapToInt(a -> a.text().length()).sum();
        return linked > 0.7 * length && length < 2_000 && !(e.normalName().equals("p") && e.parent() != null && length > 80);
    }
}
