package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A word, number or sign of a text.
 *
 * @param kind what it is
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param text lower case, without invisible characters; for a number its digits as written
 * @param value of a number, else null
 * @param glued whether nothing stands between it and the token before
 * @param capital whether a word starts with a capital letter
 * @param upper whether a word has capital letters only
 */
record Token(
        Kind kind,
        int start,
        int end,
        String text,
        @Nullable BigDecimal value,
        boolean glued,
        boolean capital,
        boolean upper) {

    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        /** A blank line or the end of the text: nothing reaches across it. */
        BREAK
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean is(String word) {
        return text.equals(word);
    }

    /** A four-digit number without separators that can be a year. */
    boolean isYear() {
        return isNumber()
                && text.length() == 4
                && (text.startsWith("19") || text.startsWith("20"))
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A word of letters and digits that starts with a letter and is a product's name rather than a word ("gb200s"). */
    boolean isModelName() {
        return isWord() && capital && text.length() <= 14 && text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
