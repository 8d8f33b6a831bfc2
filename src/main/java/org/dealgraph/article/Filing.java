package org.dealgraph.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.model.WrittenTime;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the cover of a filing with the SEC says of it, where a page is one. Its title element is the name of a file; since
 * 2019 the facts of the cover are marked (inline XBRL, {@code dei}), and before that they stand in fixed words.
 */
final class Filing {

    private static final int COVER = 6_000;
    private static final Pattern FORM =
            Pattern.compile("\\bF(?:ORM|orm)\\s+(8-K(?:/A)?|10-[QK](?:/A)?|6-K|20-F|S-1(?:/A)?|40-F)\\b");
    private static final Pattern COMPANY = Pattern.compile(
            "((?:(?:[A-Z][\\p{L}\\p{N}&.'’-]{0,30}|&|of|and|the|de),? ){1,8})\\((?i:exact name of (?:the"
                    + " )?registrant)");
    private static final Pattern REPORTED =
            Pattern.compile("Date of Report[^:]{0,60}:?\\s*([A-Z][a-z]+ \\d{1,2}, \\d{4})");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Filing() {}

    /** The company and the form. */
    static Optional<String> title(Document document) {
        return form(document)
                .map(form -> company(document).map(name -> name + ": ").orElse("") + form);
    }

    static Optional<String> company(Document document) {
        return fact(document, "EntityRegistrantName")
                .or(() -> form(document).isEmpty() ? Optional.empty() : found(COMPANY, document));
    }

    /** The day of the earliest event that it reports. */
    static Optional<WrittenTime> reported(Document document) {
        return form(document).flatMap(form -> found(REPORTED, document)).flatMap(WrittenTime::parse);
    }

    private static Optional<String> form(Document document) {
        return fact(document, "DocumentType").or(() -> isFile(document) ? found(FORM, document) : Optional.empty());
    }

    /** A page that calls itself by the name of a file, or by nothing, as filings do. */
    private static boolean isFile(Document document) {
        return document.title().isBlank() || document.title().matches("[\\w.-]+(?:\\.html?)?");
    }

    private static Optional<String> fact(Document document, String name) {
        Element fact = document.selectFirst("[name=\"dei:" + name + "\"]");
        return Optional.ofNullable(fact).map(Element::text).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> found(Pattern pattern, Document document) {
        String whole = document.body().text();
        String cover = BLANKS.matcher(whole.substring(0, Math.min(whole.length(), COVER)))
                .replaceAll(" ");
        Matcher m = pattern.matcher(cover);
        return m.find() ? Optional.of(m.group(1).strip()) : Optional.empty();
    }
}
