package org.dealgraph.output.newsletter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body as an HTML mail: the styles stand within the elements, because many mail programs drop a style sheet, and once
 * more in a sheet for dark screens, for those that do not. Nothing is loaded from elsewhere.
 */
final class MailHtml {

    private static final Map<String, String> STYLES = Map.of(
            "h1", "font-size:24px;line-height:1.25;margin:0 0 16px;color:#111418",
            "h2", "font-size:18px;line-height:1.3;margin:28px 0 8px;color:#111418",
            "h3", "font-size:16px;line-height:1.35;margin:20px 0 6px;color:#111418",
            "p", "margin:0 0 10px;color:#1b1f24",
            "ul", "margin:0 0 10px;padding:0 0 0 20px;color:#1b1f24",
            "li", "margin:0 0 4px",
            "blockquote", "margin:8px 0 12px;padding:0 0 0 12px;border-left:3px solid #c8ccd1",
            "a", "color:#0b57d0",
            "del", "color:#6a737d",
            "ins", "text-decoration:none;font-weight:bold");

    /** The elements of a body, which have no attribute but an address. */
    private static final Pattern ELEMENT = Pattern.compile("<(h[123]|p|ul|li|blockquote|a|del|ins)(?=[ >])");

    private static final String SHEET = """
            :root{color-scheme:light dark;supported-color-schemes:light dark}
            @media (prefers-color-scheme:dark){
            body,.page{background:#15181c!important}
            h1,h2,h3,p,ul,li,ins{color:#e6e8eb!important}
            a{color:#8ab4f8!important}
            del{color:#9aa0a6!important}
            blockquote{border-color:#4a4f55!important}
            }""";

    private MailHtml() {}

    /** The whole document; its last words before the end of the body are for a footer. */
    static String write(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <title>%s</title>
                <style>
                %s
                </style>
                </head>
                <body style="margin:0;padding:0;background:#ffffff">
                <div class="page" style="max-width:640px;margin:0 auto;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;background:#ffffff">
                %s</div>
                </body>
                </html>
                """.formatted(Html.escape(title), SHEET, inlined("<h1>" + Html.escape(title) + "</h1>\n" + body));
    }

    /** The same document with a further paragraph at its end. */
    static String with(String document, String footer) {
        int end = document.lastIndexOf("</body>");
        return end < 0
                ? document
                : document.substring(0, end)
                        + "<div class=\"page\" style=\"max-width:640px;margin:0 auto;padding:0 16px 24px;font:13px/1.5 system-ui,sans-serif\">\n"
                        + inlined(footer) + "</div>\n" + document.substring(end);
    }

    private static String inlined(String body) {
        return ELEMENT.matcher(body)
                .replaceAll(
                        m -> Matcher.quoteReplacement("<" + m.group(1) + " style=\"" + STYLES.get(m.group(1)) + "\""));
    }
}
