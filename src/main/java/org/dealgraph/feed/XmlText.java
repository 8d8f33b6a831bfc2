package org.dealgraph.feed;

import java.util.Base64;
import java.util.Locale;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The words of an element that may hold plain text, escaped HTML, inline XHTML or base64. */
record XmlText(Element element, String base) {

    private static final int LONGEST = 1 << 19;

    /** As HTML without active parts, its addresses made absolute. */
    String html() {
        String html = switch (kind()) {
            case "inline" -> inner();
            case "text" -> Entities.escape(text());
            default -> text();
        };
        return Sanitizer.clean(html.length() > LONGEST ? html.substring(0, LONGEST) : html, base(element, base));
    }

    /** As plain text. */
    String plain() {
        return kind().equals("text") ? text() : Jsoup.parseBodyFragment(kind().equals("inline") ? inner() : text()).text();
    }

    private String kind() {
        String type = element.attr("type").toLowerCase(Locale.ROOT).strip();
        String mode = element.attr("mode").toLowerCase(Locale.ROOT);
        if (!element.children().isEmpty() && !mode.equals("escaped")) {
            return "inline";
        }
        boolean text = type.equals("text") || type.equals("text/plain");
        return text ? "text" : "html";
    }

    private String text() {
        String text = element.wholeText().strip();
        boolean packed = element.attr("mode").equals("base64");
        if (!packed) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private String inner() {
        OutputSettings settings = new OutputSettings().prettyPrint(false).syntax(OutputSettings.Syntax.xml);
        StringBuilder out = new StringBuilder();
        element.childNodes().forEach(node -> {
            var clone = node.clone();
            org.jsoup.nodes.Document shell = org.jsoup.nodes.Document.createShell("").outputSettings(settings);
            shell.body().appendChild(clone);
            out.append(clone.outerHtml());
        });
        return out.toString();
    }

    /** {@code xml:base} as far as it is declared on the way up. */
    static String base(Element element, String document) {
        String base = "";
        for (Element e = element; e != null; e = e.parent()) {
            String own = e.attr("xml:base");
            if (!own.isEmpty()) {
                base = base.isEmpty() ? own : StringUtil.resolve(own, base);
            }
        }
        if (base.isEmpty()) {
            return document;
        }
        String resolved = StringUtil.resolve(document, base);
        return resolved.isEmpty() ? base : resolved;
    }

    static String resolve(Element element, String document, String address) {
        String resolved = StringUtil.resolve(base(element, document), address);
        return resolved.isEmpty() ? address : resolved;
    }
}
