package org.dealgraph.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an element as paragraphs: one for each block, one for each row of a table, two line breaks end one. */
final class Paragraphs implements NodeVisitor {

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern BREAKS = Pattern.compile(" *\\n+ *");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "iframe",
            "object",
            "svg",
            "select",
            "textarea",
            "button",
            "canvas",
            "audio",
            "video");
    private static final Set<String> CELLS = Set.of("td", "th");

    private static final int LONGEST_CELL = 300;

    private final Deque<Boolean> layouts = new ArrayDeque<>();
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int silent;
    private int breaks;
    private int rows;

    private Paragraphs() {}

    static List<String> of(Element root) {
        Paragraphs paragraphs = new Paragraphs();
        root.traverse(paragraphs);
        paragraphs.end();
        return paragraphs.paragraphs;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (silent == 0) {
                add(text.getWholeText());
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (SILENT.contains(name)) {
            silent--;
        } else if (CELLS.contains(name)) {
            cell();
        } else if (name.equals("tr")) {
            row();
        } else if (ends(element)) {
            end();
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        if (SILENT.contains(name)) {
            silent++;
        } else if (name.equals("br")) {
            lineBreak();
        } else if (name.equals("tr")) {
            end();
            boolean layout = isLayout(element);
            layouts.push(layout);
            rows += layout ? 0 : 1;
        } else if (ends(element)) {
            end();
        }
    }

    /** A row that arranges a page rather than figures: some cell of it holds prose. */
    private static boolean isLayout(Element row) {
        for (Element cell : row.children()) {
            if (cell.selectFirst("table") != null || cell.text().length() > LONGEST_CELL) {
                return true;
            }
        }
        return false;
    }

    /** Inside a row of a table blocks are part of their cell. */
    private boolean ends(Element element) {
        return rows == 0 && element.isBlock() && !CELLS.contains(element.normalName());
    }

    private void lineBreak() {
        breaks++;
        if (breaks > 1 && rows == 0) {
            end();
        } else {
            current.append('\n');
        }
    }

    private void cell() {
        if (rows == 0) {
            end();
        } else if (!current.isEmpty()
                && !(current.charAt(current.length() - 1) == ' ' && isBar(current.length() - 2))) {
            current.append(" | ");
        }
    }

    private boolean isBar(int at) {
        return at >= 0 && current.charAt(at) == '|';
    }

    private void row() {
        if (layouts.pop()) {
            end();
            return;
        }
        rows--;
        if (rows == 0) {
            int length = current.length();
            while (length > 0 && " |\n".indexOf(current.charAt(length - 1)) >= 0) {
                length--;
            }
            current.setLength(length);
            end();
        }
    }

    private void add(String text) {
        if (!text.isBlank()) {
            breaks = 0;
        }
        current.append(SPACE.matcher(text).replaceAll(" "));
    }

    private void end() {
        breaks = 0;
        String paragraph = BREAKS.matcher(SPACES.matcher(current).replaceAll(" "))
                .replaceAll("\n")
                .strip();
        current.setLength(0);
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph);
        }
    }
}
