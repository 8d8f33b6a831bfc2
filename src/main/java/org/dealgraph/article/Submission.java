package org.dealgraph.article;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * The file in which EDGAR keeps a whole filing: a header and its documents one after the other. What is worth reading in
 * it, the filing itself and the agreements and releases among its exhibits, becomes one page.
 */
final class Submission {

    private static final int HEAD = 20_000;
    private static final int MOST_DOCUMENTS = 50;
    private static final Pattern START =
            Pattern.compile("^\\s*(?:-----BEGIN PRIVACY|<SEC-DOCUMENT>|<SUBMISSION>|<DOCUMENT>|<SEC-HEADER>)");
    private static final Pattern COMPANY = Pattern.compile("COMPANY CONFORMED NAME:[ \t]*([^\r\n]{1,200})");
    private static final Pattern FILED = Pattern.compile("FILED AS OF DATE:[ \t]*(\\d{8})");
    private static final Pattern TYPE = Pattern.compile("<TYPE>[ \t]*([^\\s<]{1,20})");
    private static final Pattern WANTED = Pattern.compile("(?i)EX-(?:10|99).*");

    private Submission() {}

    /** The page, where the text is such a file. */
    static Optional<String> asPage(String text) {
        if (!START.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        StringBuilder body = new StringBuilder();
        String form = "";
        int at = 0;
        for (int count = 0; count < MOST_DOCUMENTS; count++) {
            int start = text.indexOf("<DOCUMENT>", at);
            int from = start < 0 ? -1 : text.indexOf("<TEXT>", start);
            if (from < 0) {
                break;
            }
            int end = text.indexOf("</TEXT>", from);
            at = end < 0 ? text.length() : end;
            Matcher type = TYPE.matcher(text.substring(start, from));
            String name = type.find() ? type.group(1) : "";
            form = count == 0 ? name : form;
            if (count == 0 || WANTED.matcher(name).matches()) {
                body.append("<section>")
                        .append(html(text.substring(from + "<TEXT>".length(), at)))
                        .append("</section>");
            }
        }
        return body.isEmpty() ? Optional.empty() : Optional.of(page(text, form, body));
    }

    private static String page(String text, String form, CharSequence body) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        String company = first(COMPANY, head);
        String title = company.isEmpty() ? form : company + ": " + form;
        return "<!DOCTYPE html><html><head><title>" + Entities.escape(title)
                + "</title><meta name=\"dc.publisher\" content=\""
                + Entities.escape(company) + "\"><meta name=\"date\" content=\"" + first(FILED, head)
                + "\"></head><body><div itemprop=\"articleBody\">" + body + "</div></body></html>";
    }

    private static String first(Pattern pattern, String head) {
        Matcher m = pattern.matcher(head);
        return m.find() ? m.group(1).strip() : "";
    }

    /** Old filings are typed text, whose blank lines part its paragraphs. */
    private static String html(String document) {
        if (document.toLowerCase(Locale.ROOT).contains("<html")) {
            return document;
        }
        return "<p>" + Entities.escape(document.strip()).replaceAll("\\R\\s*\\R", "</p><p>") + "</p>";
    }
}
