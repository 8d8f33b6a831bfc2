package org.dealgraph.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dealgraph.article.Boilerplate.Weight;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds an article, and cleans it.
 *
 * <p>After the boilerplate is cut, each element weighs as much as the prose in it. The way goes down from the body, always
 * to the child that carries most of what its parent carries, and stops where the prose is spread over several children.
 */
final class MainText {

    private static final double MOST = 0.72;
    private static final String NAMED =
            "article, main, [role=main], [class*=article-body], [class*=articleBody], [class*=article__body], "
                    + "[class*=article-content], [class*=entry-content], [class*=post-content], [class*=post-body], [class*=story-body], [class*=storyBody], "
                    + "[class*=story-content], [id*=article-body], [id*=articleBody], [id*=story-body]";
    private static final double ENOUGH = 0.4;
    private static final double LITTLE = 0.1;
    private static final int LEAST = 250;
    private static final int PARAGRAPH = 80;
    private static final double NOT_LINKED = 0.7;
    private static final Set<String> PARAGRAPHS = Set.of("p", "pre", "blockquote");
    private static final String BODIES = "[itemprop=articleBody], [itemprop=text], [property=articleBody]";

    private final Prose prose;

    private MainText(Element body) {
        this.prose = Prose.of(body);
    }

    /**
     * The article's element, cut out of the document, which is changed by this.
     *
     * @param again parses the page once more, for lighter cuts where a heavier one leaves next to nothing
     */
    static Element of(Document document, Supplier<Document> again, String title) {
        Element main = cut(document.body(), Weight.FULL, title);
        for (Weight weight : List.of(Weight.NAMES_KEPT, Weight.HIDDEN_KEPT)) {
            if (main.text().length() >= LEAST) {
                return main;
            }
            Element lighter = cut(again.get().body(), weight, title);
            main = lighter.text().length() > 2 * main.text().length() ? lighter : main;
        }
        return main;
    }

    private static Element cut(Element body, Weight weight, String title) {
        Boilerplate.cut(body, weight);
        Element main = new MainText(body).find(body);
        Trim.apply(main, title);
        return main;
    }

    private Element find(Element body) {
        Element declared = largest(body, BODIES);
        if (declared != null && prose.in(declared) > LEAST) {
            return declared;
        }
        return heaviest(body);
    }

    private @Nullable Element largest(Element body, String query) {
        Element best = null;
        for (Element e : body.select(query)) {
            if (best == null || prose.in(e) > prose.in(best)) {
                best = e;
            }
        }
        return best;
    }

    private Element heaviest(Element body) {
        Element current = body;
        Deque<Element> before = new ArrayDeque<>();
        List<Element> after = new ArrayList<>();
        for (Element next = next(current); next != null; next = next(current)) {
            List<Element> later = new ArrayList<>();
            List<Element> earlier = new ArrayList<>();
            for (Element sibling : current.children()) {
                if (sibling != next && belongs(sibling, next)) {
                    (sibling.elementSiblingIndex() < next.elementSiblingIndex() ? earlier : later).add(sibling);
                }
            }
            earlier.reversed().forEach(before::push);
            after.addAll(0, later);
            current = next;
        }
        return before.isEmpty() && after.isEmpty() ? current : joined(before, current, after);
    }

    /** A step down: to the child that carries most, or to what is named as the article where no child does. */
    private @Nullable Element next(Element current) {
        Element heavy = heavy(current);
        if (heavy != null) {
            return heavy;
        }
        Element named = largest(current, NAMED);
        boolean alone = named != null && named != current && isAlone(named, current);
        return alone ? named : null;
    }

    /** Whether what is named as the article carries enough of the prose, and nothing else so named carries any to speak of. */
    private boolean isAlone(Element named, Element current) {
        if (prose.in(named) < ENOUGH * prose.in(current)) {
            return false;
        }
        return current.select(NAMED).stream()
                .filter(other -> other != current && other != named)
                .filter(other ->
                        !named.parents().contains(other) && !other.parents().contains(named))
                .allMatch(other -> prose.in(other) < LITTLE * prose.in(current));
    }

    /** The child that carries most of what an element carries. */
    private @Nullable Element heavy(Element element) {
        for (Element child : element.children()) {
            boolean container = child.isBlock() && !child.normalName().equals("p");
            if (container && prose.in(child) > MOST * prose.in(element)) {
                return child;
            }
        }
        return null;
    }

    /** A paragraph beside the main part, or a part made like it, is of the same article. */
    private boolean belongs(Element sibling, Element main) {
        int own = prose.in(sibling);
        if (own < PARAGRAPH || own < NOT_LINKED * prose.all(sibling)) {
            return false;
        }
        boolean alike = !main.className().isBlank() && sibling.className().equals(main.className());
        return alike
                || PARAGRAPHS.contains(sibling.normalName())
                || sibling.children().stream().anyMatch(this::isParagraph);
    }

    private boolean isParagraph(Element e) {
        return PARAGRAPHS.contains(e.normalName()) && prose.in(e) >= PARAGRAPH;
    }

    private static Element joined(Deque<Element> before, Element main, List<Element> after) {
        Element whole = new Element("div");
        before.forEach(whole::appendChild);
        whole.appendChild(main);
        after.forEach(whole::appendChild);
        return whole;
    }
}
