package org.dealgraph.output.newsletter;

/** Plain text in lines that every mail program shows whole. */
final class PlainText {

    private static final int WIDTH = 72;

    private PlainText() {}

    /** Breaks between words, so that no line is longer than 72 characters unless one word is; further lines are indented. */
    static String wrap(String text, String indent) {
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ")) {
            int size = word.codePointCount(0, word.length());
            if (used > 0 && used + 1 + size > WIDTH) {
                out.append('\n').append(indent).append(word);
                used = indent.length() + size;
            } else {
                out.append(used == 0 ? "" : " ").append(word);
                used += (used == 0 ? 0 : 1) + size;
            }
        }
        return out.toString();
    }
}
