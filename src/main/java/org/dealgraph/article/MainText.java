package org.dealgraph.article;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Finds the element that holds an article, and cleans it.
 *
 * <p>After the boilerplate is cut, each element weighs as much as the prose in it. The way goes down from the body, always
 * to the child that carries most of what its parent carries, and stops where the prose is spread over several children.
 */
final class MainText {

    private static final double MOST = 0.75;

    private final Map<Element, Double> mass = new IdentityHashMap<>();

    private MainText() {}

    /** The article's element, cut out of the document, which is changed by this. */
    static Element of(Document document, String title) {
        Element body = document.body();
        Boilerplate.cut(body);
        Element main = new MainText().heaviest(body);
        Trim.apply(main, title);
        return main;
    }

    private Element heaviest(Element body) {
        weigh(body);
        Element current = body;
        while (true) {
            Element next = null;
            for (Element child : current.children()) {
                if (mass.getOrDefault(child, 0.0) > MOST * mass.getOrDefault(current, 0.0)) {
                    next = child;
                }
            }
            if (next == null || next.normalName().equals("p")) {
                return current;
            }
            current = next;
        }
    }

    private double weigh(Element element) {
        double sum = own(element);
        for (Element child : element.children()) {
            sum += weigh(child);
        }
        mass.put(element, sum);
        return sum;
    }

    private static double own(Element element) {
        if (element.normalName().equals("a")) {
            return 0;
        }
        int length = 0;
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                length += text.text().strip().length();
            }
        }
        return length < 20 ? 0 : length;
    }
}
