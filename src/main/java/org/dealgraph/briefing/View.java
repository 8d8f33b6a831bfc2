package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dealgraph.briefing.Briefing.Chart;
import org.dealgraph.briefing.Briefing.Part;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.briefing.Briefing.Sentence;
import org.dealgraph.briefing.Briefing.Source;
import org.jspecify.annotations.Nullable;

/**
 * A briefing as templates see it: maps, lists and texts alone, so that a template reaches nothing else. Beside the list
 * {@code sections} each section stands under its own id, for templates that set them in another order.
 */
final class View {

    private static final int LETTERS = 26;
    private static final int HUNDRED = 100;

    private final Briefing briefing;
    private final Map<String, String> letters = new LinkedHashMap<>();

    private View(Briefing briefing) {
        this.briefing = briefing;
        briefing.sources().forEach(source -> letters.put(source.key(), letter(letters.size())));
    }

    static Map<String, Object> of(Briefing briefing, @Nullable String note) {
        return new View(briefing).page(note);
    }

    private Map<String, Object> page(@Nullable String note) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", briefing.title());
        page.put("since", Numbers.day(briefing.ask().since()));
        page.put("until", Numbers.day(briefing.ask().until()));
        page.put("asOf", Numbers.day(briefing.ask().until()));
        List<Map<String, Object>> paragraphs = paragraphs(note);
        page.put("note", paragraphs.isEmpty() ? List.of() : Map.of("paragraphs", paragraphs));
        Question.IDS.forEach(id -> page.put(id, List.of()));
        List<Map<String, Object>> sections =
                briefing.sections().stream().map(this::section).toList();
        sections.forEach(section -> page.put(String.valueOf(section.get("id")), section));
        page.put("sections", sections);
        page.put("charts", briefing.charts().stream().map(View::chart).toList());
        page.put("sourced", !briefing.sources().isEmpty());
        page.put("sources", briefing.sources().stream().map(this::source).toList());
        return page;
    }

    private static List<Map<String, Object>> paragraphs(@Nullable String note) {
        List<Map<String, Object>> paragraphs = new ArrayList<>();
        if (note != null) {
            for (String text : note.split("\\R\\s*\\R")) {
                String clean = PlainText.clean(text);
                if (!clean.isEmpty()) {
                    paragraphs.add(Map.of("text", clean, "first", paragraphs.isEmpty()));
                }
            }
        }
        return paragraphs;
    }

    private Map<String, Object> section(Section section) {
        return Map.of(
                "id", section.id(),
                "title", section.title(),
                "capitals", section.title().toUpperCase(Locale.ENGLISH),
                "sentences", section.sentences().stream().map(this::sentence).toList());
    }

    private Map<String, Object> sentence(Sentence sentence) {
        List<Map<String, Object>> marks = new ArrayList<>();
        List<String> keys =
                sentence.sources().stream().filter(letters::containsKey).toList();
        for (int i = 0; i < keys.size(); i++) {
            marks.add(Map.of(
                    "letter",
                    Objects.requireNonNull(letters.get(keys.get(i))),
                    "anchor",
                    anchor(keys.get(i)),
                    "opens",
                    i == 0,
                    "closes",
                    i == keys.size() - 1));
        }
        String first = keys.isEmpty() ? "sources" : anchor(keys.getFirst());
        return Map.of(
                "name",
                sentence.name(),
                "text",
                sentence.text(),
                "parts",
                sentence.parts().stream().map(part -> part(part, first)).toList(),
                "marks",
                marks);
    }

    private static Map<String, Object> part(Part part, String anchor) {
        return Map.of("text", part.text(), "number", part.figure() != null, "anchor", anchor);
    }

    private static Map<String, Object> chart(Chart chart) {
        return Map.of(
                "id",
                chart.id(),
                "title",
                chart.title(),
                "description",
                chart.description(),
                "svg",
                chart.svg(),
                "barred",
                !chart.bars().isEmpty(),
                "bars",
                chart.bars().stream().map(View::bar).toList());
    }

    /** Parts of a hundred, as a table's cells have them. */
    private static Map<String, Object> bar(Briefing.Bar bar) {
        int gap = percent(bar.from());
        int full = Math.max(1, percent(bar.to()) - gap);
        return Map.of(
                "label",
                bar.label(),
                "text",
                bar.text(),
                "gap",
                gap,
                "gaps",
                gap > 0,
                "full",
                full,
                "rest",
                HUNDRED - gap - full,
                "rests",
                gap + full < HUNDRED);
    }

    private static int percent(double part) {
        return (int) Math.round(Math.clamp(part, 0, 1) * HUNDRED);
    }

    private Map<String, Object> source(Source source) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("letter", Objects.requireNonNull(letters.get(source.key())));
        view.put("anchor", anchor(source.key()));
        view.put("outlet", source.outlet());
        view.put("title", source.title());
        view.put("address", source.address() == null ? "" : source.address());
        view.put("published", source.published() == null ? "" : Numbers.date(source.published()));
        view.put("label", source.label() == null ? "" : source.label());
        view.put("quoted", !source.words().isEmpty());
        view.put("words", source.words().stream().map(w -> Map.of("text", w)).toList());
        return view;
    }

    private String anchor(String key) {
        return "source-" + Objects.requireNonNull(letters.get(key)).toLowerCase(Locale.ENGLISH);
    }

    /** A, B … Z, AA, AB … */
    private static String letter(int n) {
        String last = Character.toString('A' + n % LETTERS);
        return n < LETTERS ? last : letter(n / LETTERS - 1) + last;
    }
}
