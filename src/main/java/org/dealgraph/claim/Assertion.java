package org.dealgraph.claim;

import java.util.regex.Pattern;
import org.dealgraph.model.Evidence;

/**
 * Tells what an article asserts from what only names firms and sums: headings, code, advice to the reader, and what the
 * author expects.
 */
final class Assertion {

    private static final int LONG_WORD = 4;
    private static final int FEWEST = 4;
    private static final double HEADING = 0.8;
    private static final String CODE = "{}=_<>|`";
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    /** "Less than" before a number, as in {@code <$5 billion}: no sign of code. */
    private static final Pattern COMPARISON =
            Pattern.compile("(?<![\\w\"'/])[<>]=?\\s?(?=(?:[A-Z]{1,3}\\s?)?[$€£¥₹₩]?\\d)");

    private static final Pattern ADVICE =
            Pattern.compile("\\b(?:you|your|we expect|will need to)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTATION = Pattern.compile("[\"\u201c\u201d]");

    private Assertion() {}

    /** Whether every part of the evidence stands in a sentence that asserts. */
    static boolean isMade(Evidence evidence, String text) {
        return evidence.spans().stream()
                .map(span -> span.in(text))
                .noneMatch(words -> isCode(words) || isHeading(words) || isAdvice(words));
    }

    /** What somebody is quoted as saying may address anybody. */
    private static boolean isAdvice(String words) {
        return ADVICE.matcher(words).find() && !QUOTATION.matcher(words).find();
    }

    private static boolean isCode(String words) {
        String rest = COMPARISON.matcher(words).replaceAll("");
        return TAG.matcher(rest).find()
                || rest.contains("()")
                || rest.chars().filter(c -> CODE.indexOf(c) >= 0).count() >= 2;
    }

    /** Most long words begin with a capital, and no full stop ends the line; a heading without a number does no harm. */
    private static boolean isHeading(String words) {
        if (words.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        if (words.isEmpty() || ".!\u201d\"".indexOf(words.charAt(words.length() - 1)) >= 0) {
            return false;
        }
        int all = 0;
        int capital = 0;
        for (String word : words.split("[^\\p{L}]+", -1)) {
            if (word.length() >= LONG_WORD) {
                all++;
                capital += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
            }
        }
        return all >= FEWEST && capital >= HEADING * all;
    }
}
