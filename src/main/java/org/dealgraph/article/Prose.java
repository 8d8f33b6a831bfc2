package org.dealgraph.article;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * How much text each element of a tree carries, in it and below it, counted in one walk: all of it, the part that is
 * linked, and the part that is prose. Links, labels and other short pieces are no prose; a Chinese or Japanese character
 * says as much as two of an alphabet.
 */
final class Prose implements NodeVisitor {

    private static final int SHORTEST_PIECE = 25;
    private static final Set<String> MUTE =
            Set.of("script", "style", "noscript", "template", "textarea", "select", "button", "svg");
    private static final Counts NONE = new Counts();

    /** Characters below one element. */
    private static final class Counts {
        private int prose;
        private int all;
        private int linked;

        private void add(Counts other) {
            prose += other.prose;
            all += other.all;
            linked += other.linked;
        }
    }

    private final Map<Element, Counts> counts = new IdentityHashMap<>();
    private int mute;
    private int links;

    private Prose() {}

    static Prose of(Element root) {
        Prose prose = new Prose();
        root.traverse(prose);
        return prose;
    }

    /** Characters of prose. */
    int in(Element element) {
        return counts.getOrDefault(element, NONE).prose;
    }

    /** Characters of any text. */
    int all(Element element) {
        return counts.getOrDefault(element, NONE).all;
    }

    /** Characters of text in links. */
    int linked(Element element) {
        return counts.getOrDefault(element, NONE).linked;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element e) {
            enter(e.normalName(), 1);
        } else if (node instanceof TextNode text && mute == 0 && text.parent() != null) {
            Element parent = text.parent();
            int size = size(text.getWholeText());
            if (size > 0) {
                Counts own = counts.computeIfAbsent(parent, p -> new Counts());
                own.all += size;
                own.linked += links > 0 ? size : 0;
                own.prose += links == 0 && (size >= SHORTEST_PIECE || isInline(parent)) ? size : 0;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element e) {
            enter(e.normalName(), -1);
            Counts own = counts.get(e);
            if (own != null && e.parent() != null) {
                counts.computeIfAbsent(e.parent(), p -> new Counts()).add(own);
            }
        }
    }

    private void enter(String name, int by) {
        mute += MUTE.contains(name) ? by : 0;
        links += name.equals("a") ? by : 0;
    }

    private static boolean isInline(Element parent) {
        return !parent.isBlock()
                && parent.parent() != null
                && parent.parent().normalName().equals("p");
    }

    private static int size(String text) {
        int size = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || c == '\u00A0';
            size += blank ? (space ? 0 : 1) : c >= '\u3000' && c < '\uFF00' ? 2 : 1;
            space = blank;
        }
        return text.isBlank() ? 0 : size;
    }
}
