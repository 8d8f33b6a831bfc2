package org.dealgraph.briefing;

import java.util.Locale;

/**
 * A drawing as it grows. Lines and letters have the colour of the text around it, so that it can be read on a light and a
 * dark page; everything that is told is escaped.
 */
final class Svg {

    /** The colour of what is drawn. */
    static final String BLUE = "#3b82c4";

    static final int WIDTH = 720;

    private final String id;
    private final int height;
    private final StringBuilder out = new StringBuilder();

    Svg(String id, int height) {
        this.id = id;
        this.height = height;
    }

    Svg text(double x, double y, String anchor, String text) {
        return text(x, y, anchor, 13, text);
    }

    Svg text(double x, double y, String anchor, int size, String text) {
        out.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%d\" fill=\"currentColor\">%s</text>\n"
                .formatted(number(x), number(y), anchor, size, escape(text)));
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, double opacity) {
        out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"currentColor\" stroke-opacity=\"%s\"/>\n"
                .formatted(number(x1), number(y1), number(x2), number(y2), number(opacity)));
        return this;
    }

    Svg box(double x, double y, double width, double height, double opacity) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>\n"
                .formatted(
                        number(x),
                        number(y),
                        number(Math.max(width, 0)),
                        number(Math.max(height, 0)),
                        BLUE,
                        number(opacity)));
        return this;
    }

    Svg dot(double x, double y, double radius) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" fill-opacity=\"0.75\"/>\n"
                .formatted(number(x), number(y), number(radius), BLUE));
        return this;
    }

    /** The whole, with its text alternative. */
    String done(String title, String description) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-desc\" font-family=\"system-ui,sans-serif\">\n<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n%s</svg>"
                .formatted(WIDTH, height, id, id, id, escape(title), id, escape(description), out);
    }

    private static String number(double x) {
        String text = String.format(Locale.ROOT, "%.2f", x);
        return text.replaceAll("\\.?0+$", "");
    }

    static String escape(String text) {
        return PlainText.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
