package org.dealgraph.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
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
            case "xhtml" -> unwrapped();
            case "inline" -> inner();
            case "text" -> Entities.escape(text());
            default -> text();
        };
        return Sanitizer.clean(html.length() > LONGEST ? html.substring(0, LONGEST) : html, base(element, base));
    }

    /** As plain text. */
    String plain() {
        String kind = kind();
        boolean inline = kind.equals("inline") || kind.equals("xhtml");
        return kind.equals("text") ? text() : Jsoup.parseBodyFragment(inline ? inner() : text()).text();
    }

    private String kind() {
        String type = element.attr("type").toLowerCase(Locale.ROOT).strip();
        String mode = element.attr("mode").toLowerCase(Locale.ROOT);
        if (!element.children().isEmpty() && !mode.equals("escaped")) {
            return type.equals("xhtml") ? "xhtml" : "inline";
        }
        boolean text = type.equals("text") || type.equals("text/plain");
        return text ? "text" : "html";
    }

    private String text() {
        String text = element.wholeText().strip();
        if (!isPacked()) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Atom 0.3 says so; in Atom 1.0 any media type but text and XML is base64. */
    private boolean isPacked() {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        boolean media = type.matches("[a-z]+/[a-z.+-]+") && !type.startsWith("text/") && !type.endsWith("xml");
        return element.attr("mode").equalsIgnoreCase("base64") || media && element.attr("mode").isEmpty();
    }

    /** The division that Atom 1.0 asks for around XHTML is not part of it. */
    private String unwrapped() {
        if (element.childrenSize() == 1 && XmlPart.local(element.child(0)).equals("div")) {
            return new XmlText(element.child(0), base).inner();
        }
        return inner();
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
