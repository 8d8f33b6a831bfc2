package org.dealgraph.briefing;

import java.util.stream.Collectors;

/** Plain text with lines that a mail reader need not break. */
final class Wrapping {

    private static final int WIDTH = 76;

    private Wrapping() {}

    /** Breaks long lines at blanks; what follows a bullet is set in below its first word. No word is broken. */
    static String wrap(String text) {
        return text.lines().map(Wrapping::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line) {
        if (line.length() <= WIDTH || line.startsWith("  ")) {
            return line;
        }
        String indent = line.startsWith("* ") ? "  " : "";
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (String word : line.split(" ")) {
            if (used > indent.length() && used + 1 + word.length() > WIDTH) {
                out.append('\n').append(indent).append(word);
                used = indent.length() + word.length();
            } else {
                out.append(used == 0 ? "" : " ").append(word);
                used += (used == 0 ? 0 : 1) + word.length();
            }
        }
        return out.toString();
    }
}
