package org.dealgraph.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.model.Span;

/**
 * A stretch of a text with the words of a query marked. A word counts whatever its case, accents and, beyond its first four
 * letters, ending, because the index that found the text folds them too.
 *
 * @param field what the text is
 * @param text at most 300 characters around the first word found
 * @param spans where the words stand in it
 */
public record Highlights(String field, String text, List<Span> spans) {

    private static final int LONGEST = 300;
    private static final int BEFORE = 80;
    private static final int STEM = 4;
    private static final int ENDING = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    public Highlights {
        spans = List.copyOf(spans);
    }

    /** The marked stretch; empty where no word of the query stands in the text. */
    public static Optional<Highlights> of(String field, String text, String query) {
        List<String> wanted = Arrays.stream(folded(query).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Span> found = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = folded(words.group());
            if (wanted.stream().anyMatch(asked -> alike(asked, word))) {
                found.add(new Span(words.start(), words.end()));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(cut(field, text, found));
    }

    private static Highlights cut(String field, String text, List<Span> found) {
        int from = text.length() <= LONGEST ? 0 : Math.max(0, found.getFirst().start() - BEFORE);
        int to = Math.min(text.length(), from + LONGEST);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        int start = from;
        int end = to;
        return new Highlights(
                field,
                text.substring(start, end),
                found.stream()
                        .filter(span -> span.start() >= start && span.end() <= end)
                        .map(span -> new Span(span.start() - start, span.end() - start))
                        .toList());
    }

    private static boolean alike(String asked, String word) {
        if (asked.equals(word)) {
            return true;
        }
        int shorter = Math.min(asked.length(), word.length());
        int longer = Math.max(asked.length(), word.length());
        return shorter >= STEM
                && longer - shorter <= ENDING
                && asked.substring(0, shorter - 1).equals(word.substring(0, shorter - 1));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
