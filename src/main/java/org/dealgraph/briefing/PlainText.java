package org.dealgraph.briefing;

/** Words from outside as one line of text that no format trips over; escaping is each format's own business. */
final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** One line without control characters, invisible marks of direction, halves of characters and runs of blanks. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(PlainText::allowed).forEach(out::appendCodePoint);
        return out.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static int allowed(int c) {
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
        if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || direction) {
            return ' ';
        }
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return half || (c & 0xFFFE) == 0xFFFE ? REPLACEMENT : c;
    }

    /** At most so many characters, never half of one. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
