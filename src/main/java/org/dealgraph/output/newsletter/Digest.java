package org.dealgraph.output.newsletter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Revision.Kind;
import org.dealgraph.output.Entry;
import org.dealgraph.output.SafeText;

/** What happened since the issue before, in sections, as HTML and as plain text. The same entries give the same bytes. */
final class Digest {

    /** How many entries are told in whole; the rest are counted. */
    static final int MOST_TOLD = 40;

    private static final int MOST_TERMS = 4;
    private static final int MOST_CHANGES = 8;
    private static final int MOST_QUOTES = 2;
    private static final int LONGEST_SUBJECT = 150;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private enum Section {
        NEW("New", EnumSet.of(Kind.ADDED)),
        CHANGED(
                "Changed",
                EnumSet.of(Kind.AMENDED, Kind.STRENGTHENED, Kind.WEAKENED, Kind.CORROBORATED, Kind.MERGED, Kind.SPLIT)),
        DISPUTED("In doubt", EnumSet.of(Kind.DISPUTED)),
        OVER("Ended or taken back", EnumSet.of(Kind.ENDED, Kind.RETRACTED));

        private final String title;
        private final Set<Kind> kinds;

        Section(String title, Set<Kind> kinds) {
            this.title = title;
            this.kinds = kinds;
        }
    }

    private final Newsletter newsletter;
    private final List<Entry> entries;
    private final String day;

    /**
     * @param entries at least one
     * @param due when it is published
     * @param zone whose calendar its date is of
     */
    Digest(Newsletter newsletter, List<Entry> entries, Instant due, ZoneId zone) {
        this.newsletter = newsletter;
        this.entries = List.copyOf(entries);
        this.day = DAY.format(due.atZone(zone));
    }

    Body body() {
        String html = html();
        return new Body(subject(), html, MailHtml.write(subject(), html), text());
    }

    /** The newsletter's name and what leads the issue: the latest new deal, else the latest change. */
    String subject() {
        String lead = entries.stream()
                .filter(e -> e.kind() == Kind.ADDED)
                .findFirst()
                .orElse(entries.getFirst())
                .title();
        String more = entries.size() == 1 ? "" : ", and " + (entries.size() - 1) + " more";
        String head = SafeText.clean(newsletter.title()) + ": ";
        int left = Math.max(20, LONGEST_SUBJECT - head.length() - more.length());
        return head + SafeText.cut(SafeText.clean(lead), left) + more;
    }

    private String opening() {
        return day + ". " + (entries.size() == 1 ? "One change" : entries.size() + " changes")
                + " since the last issue.";
    }

    private List<Entry> told(Section section) {
        return entries.stream()
                .limit(MOST_TOLD)
                .filter(e -> section.kinds.contains(e.kind()))
                .toList();
    }

    private String rest() {
        int rest = entries.size() - MOST_TOLD;
        return rest == 1 ? "One more change is in the feed." : rest + " more changes are in the feed.";
    }

    String html() {
        StringBuilder out = new StringBuilder();
        paragraph(out, opening());
        for (Section section : Section.values()) {
            List<Entry> told = told(section);
            if (!told.isEmpty()) {
                out.append("<h2>").append(Html.escape(section.title)).append("</h2>\n");
                told.forEach(entry -> html(out, entry));
            }
        }
        if (entries.size() > MOST_TOLD) {
            paragraph(out, rest());
        }
        return out.toString();
    }

    private static void html(StringBuilder out, Entry entry) {
        out.append("<h3>").append(Html.escape(entry.title())).append("</h3>\n");
        if (!entry.changes().isEmpty()) {
            out.append("<ul>\n");
            entry.changes().stream()
                    .limit(MOST_CHANGES)
                    .forEach(change -> out.append("<li>")
                            .append(Html.escape(change.what()))
                            .append(": <del>")
                            .append(Html.escape(change.before()))
                            .append("</del> → <ins>")
                            .append(Html.escape(change.after()))
                            .append("</ins></li>\n"));
            out.append("</ul>\n");
        }
        entry.terms().stream().limit(MOST_TERMS).forEach(term -> paragraph(out, term));
        entry.quotes().stream().limit(MOST_QUOTES).forEach(quote -> html(out, quote));
    }

    private static void html(StringBuilder out, Entry.Quote quote) {
        out.append("<blockquote>");
        if (!quote.words().isEmpty()) {
            out.append("<p>“").append(Html.escape(quote.words())).append("”</p>");
        }
        String title = quote.title().isEmpty() ? "the article" : quote.title();
        out.append("<p>").append(Html.escape(quote.speaker())).append(": ");
        out.append(quote.address()
                .map(a -> "<a href=\"" + Html.escape(a) + "\">" + Html.escape(title) + "</a>")
                .orElse(Html.escape(title)));
        out.append("</p></blockquote>\n");
    }

    private static void paragraph(StringBuilder out, String text) {
        out.append("<p>").append(Html.escape(text)).append("</p>\n");
    }

    String text() {
        List<String> blocks = new ArrayList<>();
        blocks.add(PlainText.wrap(opening(), ""));
        for (Section section : Section.values()) {
            List<Entry> told = told(section);
            if (!told.isEmpty()) {
                blocks.add(section.title.toUpperCase(Locale.ROOT));
                told.forEach(entry -> blocks.add(text(entry)));
            }
        }
        if (entries.size() > MOST_TOLD) {
            blocks.add(rest());
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private static String text(Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(PlainText.wrap("* " + entry.title(), "  "));
        entry.changes().stream()
                .limit(MOST_CHANGES)
                .forEach(change -> lines.add("  " + PlainText.wrap("- " + change.text(), "    ")));
        entry.terms().stream().limit(MOST_TERMS).forEach(term -> lines.add("  " + PlainText.wrap(term, "  ")));
        entry.quotes().stream().limit(MOST_QUOTES).forEach(quote -> {
            lines.add("  " + PlainText.wrap(quote.text(), "  "));
            quote.address().ifPresent(address -> lines.add("  " + address));
        });
        return String.join("\n", lines);
    }
}
