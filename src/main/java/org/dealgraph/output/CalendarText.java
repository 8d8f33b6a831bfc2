package org.dealgraph.output;

import java.nio.charset.StandardCharsets;

/** The lines of an iCalendar document (RFC 5545), folded at 75 octets and never within a character. */
final class CalendarText {

    private static final int LONGEST = 75;
    private static final String END = "\r\n";

    private final StringBuilder out = new StringBuilder();

    /** A property whose value needs no escape: a date, an address, a word of the format. */
    CalendarText line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A property that holds text. */
    CalendarText text(String name, String value) {
        return line(name, escape(value));
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    private void fold(String line) {
        int used = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            String character = Character.toString(c);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (used + size > LONGEST) {
                out.append(END).append(' ');
                used = 1;
            }
            out.append(character);
            used += size;
            i += Character.charCount(c);
        }
        out.append(END);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
