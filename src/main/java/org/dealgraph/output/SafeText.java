package org.dealgraph.output;

import java.util.regex.Pattern;

/**
 * Words from outside, made fit for every reader: some take a title for text, others for markup, and XML holds no control
 * characters.
 */
public final class SafeText {

    /** What some reader could take for an entity, with its semicolon or without; "AT&T" and "R&D" are none. */
    private static final Pattern ENTITY =
            Pattern.compile("&(?=#|[a-z]|[A-Z][A-Za-z0-9]*;|AMP|LT|GT|QUOT|COPY|REG|ETH|THORN|[ACEINOUY][a-z])");

    /** Stands for what could not be read; feed validators take it for a fault of ours. */
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /** One line that reads the same whether it is taken for text or for HTML: brackets and ampersands become likenesses. */
    public static String title(String text) {
        return ENTITY.matcher(clean(text).replace('<', '‹').replace('>', '›')).replaceAll("＆");
    }

    /** One line without control characters, invisible marks of direction, halves of characters and runs of blanks. */
    public static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(SafeText::allowed).forEach(out::appendCodePoint);
        return out.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static int allowed(int c) {
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = half || c == REPLACEMENT || (c & 0xFFFE) == 0xFFFE;
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || direction || none ? ' ' : c;
    }

    /** At most so many characters, never half of one. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
