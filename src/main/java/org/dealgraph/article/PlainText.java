package org.dealgraph.article;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.WrittenTime;
import org.jspecify.annotations.Nullable;

/**
 * A plain text taken apart: paragraphs are kept as they are written, but for line ends and spaces.
 *
 * @param title the first short line that is no date, link or number, or empty
 * @param published a date written alone near the beginning, or null
 * @param text paragraphs joined by a blank line
 */
record PlainText(String title, @Nullable PartialDate published, String text) {

    private static final int LONGEST_TITLE = 200;
    private static final int SHORTEST_TITLE = 20;
    private static final int TOP_LINES = 12;
    private static final int LONGEST_DATE_LINE = 90;

    static PlainText of(String raw) {
        List<String> paragraphs = paragraphs(raw);
        List<String> top =
                paragraphs.stream().flatMap(String::lines).limit(TOP_LINES).toList();
        return new PlainText(title(top), published(top), String.join("\n\n", paragraphs));
    }

    private static List<String> paragraphs(String raw) {
        List<String> paragraphs = new ArrayList<>();
        for (String part : clean(raw).split("\n{2,}")) {
            String paragraph = part.strip();
            if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph);
            }
        }
        return paragraphs;
    }

    private static String clean(String raw) {
        String text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\f', '\n')
                .replaceAll("[\\p{Cc}&&[^\n\t]]", "")
                .replaceAll("[\\p{Zs}\t]+", " ")
                .replaceAll(" ?\n ?", "\n");
    }

    private static String title(List<String> top) {
        String fallback = "";
        for (String line : top) {
            String plain = line.replaceFirst("^#+\\s*", "");
            boolean short_ = plain.length() <= LONGEST_TITLE
                    && !WrittenTime.findIn(plain).isPresent();
            if (short_ && plain.length() >= SHORTEST_TITLE && plain.contains(" ")) {
                return plain;
            }
            if (!short_ && fallback.isEmpty() && plain.length() > LONGEST_TITLE) {
                return fallback;
            }
            if (short_ && fallback.isEmpty()) {
                fallback = plain;
            }
        }
        return fallback;
    }

    private static @Nullable PartialDate published(List<String> top) {
        for (String line : top) {
            if (line.length() <= LONGEST_DATE_LINE) {
                var time = WrittenTime.parse(line)
                        .or(() -> WrittenTime.findIn(line.replaceAll("(\\d{4})(?=\\p{L})", "$1 ")));
                if (time.isPresent()) {
                    return PartialDate.ofDay(time.get().day());
                }
            }
        }
        return null;
    }
}
