package org.dealgraph.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dealgraph.model.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The words of an element that may hold plain text, escaped HTML, inline XHTML or base64. */
record XmlText(Element element, String base) {

    private static final int LONGEST = 1 << 19;
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]{0,2000}>");

    /** As HTML without active parts, its addresses made absolute. */
    String html() {
        String html = switch (kind()) {
            case "xhtml" -> unwrapped();
            case "inline" -> isEscapedInDivision() ? element.child(0).wholeText() : inner();
            case "text" -> Entities.escape(text());
            default -> text();
        };
        return Sanitizer.clean(html.length() > LONGEST ? html.substring(0, LONGEST) : html, base(element, base));
    }

    /** As plain text. */
    String plain() {
        String kind = kind();
        boolean inline = kind.equals("inline") || kind.equals("xhtml");
        String text = inline ? inner() : text();
        if (kind.equals("text") || text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        boolean stray = text.startsWith("<!") && text.indexOf('>') < 0;
        return stray ? text : Jsoup.parseBodyFragment(text).text();
    }

    /** Words in which tags may stand that are not meant to be read, such as a name or a headline. */
    static String words(String text) {
        return TAG.matcher(text).find() ? Jsoup.parseBodyFragment(text).text() : text;
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
        return element.attr("mode").equalsIgnoreCase("base64")
                || media && element.attr("mode").isEmpty();
    }

    /** Some writers escape HTML and put a division around it all the same. */
    private boolean isEscapedInDivision() {
        return element.attr("type").equalsIgnoreCase("html")
                && element.childrenSize() == 1
                && XmlPart.local(element.child(0)).equals("div")
                && element.child(0).childrenSize() == 0
                && TAG.matcher(element.child(0).wholeText()).find();
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
            org.jsoup.nodes.Document shell =
                    org.jsoup.nodes.Document.createShell("").outputSettings(settings);
            shell.body().appendChild(clone);
            out.append(clone.outerHtml());
        });
        return out.toString();
    }

    /** {@code xml:base} as far as it is declared on the way up. */
    static String base(Element element, String document) {
        Deque<String> declared = new ArrayDeque<>();
        for (Element e = element; e != null; e = e.parent()) {
            if (e.hasAttr("xml:base")) {
                declared.push(e.attr("xml:base"));
            }
        }
        String base = document;
        for (String step : declared) {
            base = WebAddress.resolve(base, step);
        }
        return base;
    }

    static String resolve(Element element, String document, String address) {
        return WebAddress.resolve(base(element, document), address);
    }
}
