package org.dealgraph.article;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * How much prose each element of a tree carries: characters of running text, in it and below it. Links, labels and other
 * short pieces count nothing; a Chinese or Japanese character says as much as two of an alphabet.
 */
final class Prose implements NodeVisitor {

    private static final int SHORTEST_PIECE = 25;
    private static final Set<String> MUTE =
            Set.of("script", "style", "noscript", "template", "textarea", "select", "button", "svg", "a");

    private final Map<Element, Integer> mass = new IdentityHashMap<>();
    private int mute;

    private Prose() {}

    static Prose of(Element root) {
        Prose prose = new Prose();
        root.traverse(prose);
        return prose;
    }

    int in(Element element) {
        return mass.getOrDefault(element, 0);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element e) {
            mute += MUTE.contains(e.normalName()) ? 1 : 0;
        } else if (node instanceof TextNode text && mute == 0 && text.parent() instanceof Element parent) {
            int size = size(text.getWholeText());
            if (size >= SHORTEST_PIECE || size > 0 && isInline(parent)) {
                mass.merge(parent, size, Integer::sum);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element e) {
            mute -= MUTE.contains(e.normalName()) ? 1 : 0;
            Integer own = mass.get(e);
            if (own != null && e.parent() != null) {
                mass.merge(e.parent(), own, Integer::sum);
            }
        }
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
        return size;
    }
}
