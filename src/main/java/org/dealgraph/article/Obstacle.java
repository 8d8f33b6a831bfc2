package org.dealgraph.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dealgraph.article.Reading.Why;
import org.jsoup.nodes.Document;

/** What stands between a reader and an article: a wall, a question, a check, or nothing to read. */
final class Obstacle {

    private static final int SHORT = 900;
    private static final int LONGEST = 40_000;
    private static final int STUB = 450;
    private static final int SENTENCE = 80;
    /** A page that asks for consent does so in a third of its words. */
    private static final int ASKING = 3;

    private static final int WHOLE_ARTICLE = 2_500;
    private static final int FEWEST_LETTERS = 120;

    private static final Pattern BLOCKED = Pattern.compile(
            "(?i)just a moment\\.\\.\\.|attention required|access denied|are you a robot|verify(?:ing)? (?:that )?you"
                    + " are (?:a )?human|checking your browser|unusual traffic|enable javascript (?:and cookies )?to"
                    + " continue|please enable (?:js|javascript)|request unsuccessful|page not found|\\b404\\b|\\b403"
                    + " forbidden|service unavailable|pardon our interruption");
    private static final Pattern CONSENT = Pattern.compile(
            "(?i)before you continue|we (?:and our (?:\\d+ )?partners )?(?:use|store)[^.]{0,60}(?:cookies|information"
                    + " on a device)|(?:accept|reject|manage) (?:all )?(?:cookies|choices|preferences)|your privacy"
                    + " (?:choices|matters)|cookie (?:policy|settings|preferences)|legitimate interest|privacy dashboard");
    private static final Pattern PAYWALL =
            Pattern.compile("(?i)(?:subscribe|sign in|log ?in|register|become a (?:member|subscriber))[^.]{0,40}(?:to"
                    + " (?:continue|keep|read|unlock|access|view)|for (?:full|unlimited) access)|(?:this|the full)"
                    + " (?:article|story|content|post) is (?:only )?(?:for|available to|exclusive to|reserved"
                    + " for)[^.]{0,30}(?:subscribers|members|paid)|already (?:a|have an?)"
                    + " (?:subscriber|subscription|member|account)|you(?:'|’)ve reached your (?:free )?(?:article"
                    + " )?limit|(?:free|remaining) articles? (?:left|remaining|this month)|unlock (?:this|the)"
                    + " (?:article|story)|continue reading (?:with|your article)|subscribers? only|keep reading with"
                    + " a|this post is for paid subscribers|read the full story");
    private static final String WALLS = "[class*=paywall], [id*=paywall], [class*=subscriber-only], [class*=regwall], "
            + "[class*=piano-], [class*=gated-content], [data-paywall], [class*=meteredContent]";

    private Obstacle() {}

    /** What the whole page shows before its boilerplate is cut away. */
    static Optional<Why> before(Document document) {
        String whole = document.body().text();
        String text = whole.substring(0, Math.min(whole.length(), LONGEST));
        String head = document.title() + "\n" + text.substring(0, Math.min(text.length(), 4 * SHORT));
        if (text.length() < 2 * SHORT && BLOCKED.matcher(head).find()) {
            return Optional.of(Why.BLOCKED);
        }
        boolean paid = JsonLd.find(document).map(JsonLd::isPaid).orElse(false);
        if (PAYWALL.matcher(text).find() || paid || !document.select(WALLS).isEmpty()) {
            return Optional.of(Why.PAYWALL);
        }
        return CONSENT.matcher(head).find() ? Optional.of(Why.CONSENT) : Optional.empty();
    }

    /** Whether what was read is an article after all; a long text is one, whatever is shown around it. */
    static Optional<Why> of(Document document, List<String> paragraphs, Optional<Why> before) {
        int length = paragraphs.stream().mapToInt(String::length).sum();
        int prose = paragraphs.stream()
                .filter(p -> p.length() > SENTENCE)
                .mapToInt(String::length)
                .sum();
        boolean stands = before.isPresent()
                && switch (before.get()) {
                    case PAYWALL -> prose < STUB || (prose < WHOLE_ARTICLE && isCut(paragraphs));
                    case CONSENT -> prose == 0 || (prose < SHORT && asksForConsent(paragraphs));
                    default -> prose < SHORT;
                };
        if (stands) {
            return before;
        }
        return length < FEWEST_LETTERS ? Optional.of(Why.NO_TEXT) : Optional.empty();
    }

    private static boolean asksForConsent(List<String> paragraphs) {
        int all = paragraphs.stream().mapToInt(String::length).sum();
        int asking = paragraphs.stream()
                .filter(paragraph -> CONSENT.matcher(paragraph).find())
                .mapToInt(String::length)
                .sum();
        return ASKING * asking >= all;
    }

    /** A stub ends in an offer, or in the middle of a sentence. */
    private static boolean isCut(List<String> paragraphs) {
        String tail = String.join("\n", paragraphs.subList(Math.max(0, paragraphs.size() - 3), paragraphs.size()));
        return PAYWALL.matcher(tail).find() || tail.endsWith("…") || tail.endsWith("...");
    }
}
