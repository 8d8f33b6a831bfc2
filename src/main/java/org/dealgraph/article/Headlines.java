package org.dealgraph.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two headlines say the same of others. A body that speaks of "the company" all through can stand below two
 * headlines that name different ones. Desks rewrite headlines, though, so a headline counts only where it is built like
 * the other and each has a name or number that stands nowhere in the other article.
 */
final class Headlines {

    private static final double ALIKE = 0.5;
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Headlines() {}

    static boolean contradict(String title, String text, String otherTitle, String otherText) {
        List<String> words = words(title);
        List<String> others = words(otherTitle);
        Set<String> own = lower(words);
        Set<String> theirs = lower(others);
        long shared = own.stream().filter(theirs::contains).count();
        if (shared < ALIKE * Math.max(own.size(), theirs.size())) {
            return false;
        }
        List<String> left = left(words, theirs);
        List<String> right = left(others, own);
        return !left.isEmpty()
                && !right.isEmpty()
                && lacks(left, lower(words(otherText)))
                && lacks(right, lower(words(text)));
    }

    /** Names and numbers that the other headline does not have. */
    private static List<String> left(List<String> words, Set<String> others) {
        List<String> left = new ArrayList<>();
        for (String word : words) {
            boolean says = Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0));
            if (says && !others.contains(word.toLowerCase(Locale.ROOT))) {
                left.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return left;
    }

    private static boolean lacks(List<String> left, Set<String> text) {
        return left.stream().anyMatch(word -> !text.contains(word));
    }

    private static List<String> words(String text) {
        return GAP.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> Character.isDigit(word.charAt(0)) ? digits(word) : word)
                .toList();
    }

    /** 5bn and 5B are 5. */
    private static String digits(String word) {
        var matcher = NUMBER.matcher(word);
        return matcher.lookingAt() ? matcher.group() : word;
    }

    private static Set<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(HashSet::new));
    }
}
