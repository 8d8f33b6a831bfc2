package org.dealgraph.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dealgraph.model.WrittenTime;
import org.jsoup.nodes.Element;

/** Cleans the element that holds an article, and then its paragraphs, of what is no part of the text. */
final class Trim {

    private static final double MOSTLY = 0.7;
    private static final int LONGEST_LINKS = 2_000;
    private static final int LONGEST_LABEL = 25;
    private static final int FEWEST_LABELS = 6;
    private static final int LONGEST_NOTE = 160;
    private static final int LONGEST_END = 60;
    private static final Set<String> BLOCKS = Set.of("ul", "ol", "div", "section", "table", "p", "dl");

    private static final Pattern NOTE = Pattern.compile(
            "(?i)^(?:advertisement|advertising|sponsored(?: content| by.*)?|story continues (?:below|after).*|article"
                    + " continues (?:below|after).*|continue reading(?: the main story| below)?.?|skip"
                    + " (?:to|past|advertisement).*|share(?: this)?(?: article| story| post| page| on"
                    + " .*)?|(?:tweet|email|print|pin|link|share|discuss)(?: this)?|(?:copy"
                    + " link|facebook|twitter|linkedin|whatsapp|reddit)|credits?:.*|photo(?: by| credit|:).*|image(?:"
                    + " credit| source|:).*|(?:getty images|shutterstock|reuters/.*|ap photo.*)|loading\\.*|play"
                    + " video|watch(?: now|:.*)|listen(?: to this article.*|:.*)|(?:read|see|watch|also read|read also|see"
                    + " also|related|more|recommended|don't miss|up next|read more|read next|you may also like)(?:"
                    + " (?:more|also|next|stories|articles|posts|coverage|reading))*\\s*:.*|related(?: stories| articles|"
                    + " posts| content| coverage| topics| reading)?|read more|more on this.*|most (?:read|popular)|sign up"
                    + " (?:for|to|here).*|subscribe (?:to|now|here|for).*|follow (?:us|@|him|her|me) .*|click here to"
                    + " .*|\\d+ (?:comments?|shares?|min(?:ute)?s? read|views)|(?:a|an) \\d+.minute read|back to"
                    + " (?:top|blog|home|news).*|©.*|copyright (?:©|\\(c\\)|\\d{4}).*|all rights reserved.*|view"
                    + " (?:comments|gallery|photos?|more).*|(?:tags?|filed under|topics?|categories|posted"
                    + " in|labels)\\s*:.*|download (?:on the )?app store.*|get the app.*)$");

    private static final Pattern END = Pattern.compile(
            "(?i)^(?:related(?: searches| stories| articles| posts| content| coverage| topics| reading| news|"
                    + " links)?:?|more (?:from|on|stories|news|like this|in).{0,40}|(?:you (?:may|might) (?:also"
                    + " )?(?:like|enjoy|be interested in)|recommended(?: for you| reading| stories)?|read next|up"
                    + " next|most (?:read|popular|viewed)|trending(?: now)?|latest (?:news|stories|posts)|popular"
                    + " (?:posts|stories|news)|what to read next|also on .{0,30}|around the web|from our"
                    + " partners|sponsored (?:links|content|stories)).?|\\d+ (?:comments?|responses?|replies)|comments?(?:"
                    + " \\(\\d+\\))?|(?:\\d+ )?thoughts on .*|leave a (?:reply|comment).*|post a comment|join the"
                    + " (?:conversation|discussion)|about the authors?|share this(?: article| story| post)?:?|like"
                    + " this:?|recent posts|tags?|see also|external links|references|notes|further reading|footnotes)$");

    private static final int TOP = 3;
    private static final int LONGEST_TOP_LINE = 100;
    private static final Pattern BYLINE =
            Pattern.compile("^(?:(?:written|posted|reported) )?[Bb][Yy] +\\p{Lu}[^.!?]*$|^(?:Von|Par|Por|Di|Door|Af|Av)"
                    + " +\\p{Lu}[^.!?:]{2,60}$");
    private static final Pattern RUN_TOGETHER = Pattern.compile(
            "\\p{Ll}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}, \\d{4}");

    private Trim() {}

    static void apply(Element main, String title) {
        List<Element> out = new ArrayList<>();
        List<Element> first = main.select("h1");
        for (Element e : main.select("h1, h2")) {
            boolean only = e.normalName().equals("h1") && first.size() == 1;
            if (only || e.text().equalsIgnoreCase(title)) {
                out.add(e);
            }
        }
        Prose prose = Prose.of(main);
        for (Element e : main.select("*")) {
            if (e != main && BLOCKS.contains(e.normalName()) && (isLinks(e, prose) || isLabels(e, prose))) {
                out.add(e);
            }
        }
        Cut.out(out);
    }

    /** A block whose words are nearly all links. */
    private static boolean isLinks(Element e, Prose prose) {
        int linked = prose.linked(e);
        int length = prose.all(e);
        if (linked == 0 || length > LONGEST_LINKS) {
            return false;
        }
        boolean paragraph = e.normalName().equals("p");
        return linked > (paragraph ? 0.9 : MOSTLY) * length && !(paragraph && length > LONGEST_NOTE / 2);
    }

    /** A block of labels: a player's controls, the scale of a chart. */
    private static boolean isLabels(Element e, Prose prose) {
        boolean division = e.normalName().equals("div") || e.normalName().equals("section");
        if (!division || e.childrenSize() < 2 || prose.in(e) > 0 || prose.all(e) > LONGEST_LINKS) {
            return false;
        }
        List<String> pieces = Paragraphs.of(e);
        return pieces.size() >= FEWEST_LABELS
                && pieces.stream().allMatch(piece -> piece.length() <= LONGEST_LABEL && !piece.endsWith("."));
    }

    /** A date with at most a place and a word beside it. */
    private static boolean isDateLine(String line) {
        boolean sentence = line.endsWith(".") && line.indexOf('|') < 0 && line.split(" ", -1).length > 7;
        return !sentence
                && line.length() <= LONGEST_END
                && (WrittenTime.findIn(line).isPresent()
                        || RUN_TOGETHER.matcher(line).find());
    }

    /** The first paragraph of a page that parts its lines by breaks may begin with headline, name and date. */
    private static String withoutHead(String paragraph, String title) {
        if (paragraph.indexOf('\n') < 0) {
            return paragraph;
        }
        List<String> lines = List.of(paragraph.split("\n", -1));
        int from = 0;
        while (from < lines.size() - 1 && isHead(lines.get(from), title)) {
            from++;
        }
        String last = lines.getLast();
        return from == lines.size() - 1 && isHead(last, title)
                ? ""
                : String.join("\n", lines.subList(from, lines.size()));
    }

    private static boolean isHead(String line, String title) {
        boolean isShort = line.length() <= LONGEST_TOP_LINE;
        return line.equalsIgnoreCase(title) || isShort && (BYLINE.matcher(line).find() || isDateLine(line));
    }

    /** Leaves out lines that publishers put between and after paragraphs, and what follows the article's end. */
    static List<String> paragraphs(List<String> all, String title) {
        int length = all.stream().mapToInt(String::length).sum();
        List<String> kept = new ArrayList<>();
        int seen = 0;
        for (String whole : all) {
            seen += whole.length();
            String paragraph = kept.isEmpty() ? withoutHead(whole, title) : whole;
            if (2 * seen > length
                    && paragraph.length() <= LONGEST_END
                    && END.matcher(paragraph).matches()) {
                break;
            }
            boolean top = kept.size() < TOP && paragraph.length() <= LONGEST_TOP_LINE;
            if (top && (BYLINE.matcher(paragraph).find() || isDateLine(paragraph))) {
                continue;
            }
            boolean note = paragraph.length() <= LONGEST_NOTE
                    && NOTE.matcher(paragraph).matches();
            boolean heading =
                    kept.isEmpty() && paragraph.toLowerCase(Locale.ROOT).equals(title.toLowerCase(Locale.ROOT));
            if (!note && !heading && !paragraph.isBlank()) {
                kept.add(paragraph);
            }
        }
        return kept;
    }
}
