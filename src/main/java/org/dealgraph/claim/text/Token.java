package org.dealgraph.claim.text;

import org.dealgraph.model.Span;

/**
 * A word, number or sign of a text.
 *
 * @param index position in its {@link Prose}
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param text as written, without zero-width characters
 * @param lower the same in lower case
 * @param kind what it is
 * @param glued whether no white space stands before it
 */
public record Token(int index, int start, int end, String text, String lower, Kind kind, boolean glued) {

    /** Sorts of token. */
    public enum Kind {
        /** Letters, perhaps with digits or an apostrophe inside. */
        WORD,
        /** Digits with their separators. */
        NUMBER,
        /** {@code 's} after a word. */
        CLITIC,
        /** Any other sign, one a token. */
        SIGN
    }

    public Span span() {
        return new Span(start, end);
    }

    public boolean is(String lowerCase) {
        return lower.equals(lowerCase);
    }

    public boolean word() {
        return kind == Kind.WORD;
    }

    /** A word that begins with a capital, or has one after a small letter, as in "xAI". */
    public boolean capitalised() {
        if (kind != Kind.WORD) {
            return false;
        }
        return Character.isUpperCase(text.charAt(0)) || (text.length() <= 24 && innerCapital());
    }

    /** A capital after a small letter or more than one capital followed by small ones: "CoreWeave", "JPMorgan", "xAI". */
    public boolean innerCapital() {
        for (int i = 1; i < text.length() && i < 40; i++) {
            boolean capital = Character.isUpperCase(text.charAt(i));
            if (capital && Character.isLowerCase(text.charAt(i - 1))) {
                return true;
            }
            if (capital
                    && i + 2 < text.length()
                    && Character.isUpperCase(text.charAt(i - 1))
                    && Character.isLowerCase(text.charAt(i + 1))
                    && Character.isLowerCase(text.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    /** A word of two or more letters, all capitals. */
    public boolean allCapitals() {
        return kind == Kind.WORD
                && text.length() > 1
                && text.chars().limit(40).noneMatch(Character::isLowerCase)
                && text.chars().limit(40).filter(Character::isLetter).count() > 1;
    }

    public boolean hyphen() {
        return kind == Kind.SIGN && (text.equals("-") || text.equals("‐") || text.equals("‑"));
    }

    /** An opening, closing or straight double quotation mark. */
    public boolean quote() {
        return kind == Kind.SIGN && (text.equals("\"") || text.equals("“") || text.equals("”") || text.equals("„"));
    }
}
