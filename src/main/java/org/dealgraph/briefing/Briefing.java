package org.dealgraph.briefing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a period, in sentences, before it takes any form. It is a function of the graph and the question: the
 * same graph gives the same briefing. It can be kept as JSON and rendered later, which checks it again.
 *
 * @param title one line
 * @param ask what was asked
 * @param revision number of the last revision that it rests on
 * @param sections in their order, none of them empty
 * @param charts drawings of the same numbers
 * @param sources the articles that its sentences rest on
 */
public record Briefing(
        String title, Ask ask, long revision, List<Section> sections, List<Chart> charts, List<Source> sources) {

    public Briefing {
        sections = List.copyOf(sections);
        charts = List.copyOf(charts);
        sources = List.copyOf(sources);
    }

    /** All sentences, in their order. */
    public List<Sentence> sentences() {
        return sections.stream().flatMap(s -> s.sentences().stream()).toList();
    }

    /** Ids of all the claims it rests on, sorted. */
    public List<String> claims() {
        return sentences().stream()
                .flatMap(s -> s.claims().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Sentences about one thing.
     *
     * @param id by which templates name it: {@code new}, {@code changed}, {@code ended}, {@code next}, {@code size}, {@code
     *     share}, {@code doubt}, {@code coverage}
     * @param title its heading
     * @param sentences at least one
     */
    public record Section(String id, String title, List<Sentence> sentences) {

        public Section {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * A sentence.
     *
     * @param name the section's id and its place there, by which a fault names it: {@code new.2}
     * @param parts its words, names and numbers
     * @param claims ids of the claims behind it, sorted; never empty where it holds a number
     * @param sources keys of the articles that say so, the best first
     */
    public record Sentence(String name, List<Part> parts, List<String> claims, List<String> sources) {

        public Sentence {
            parts = List.copyOf(parts);
            claims = List.copyOf(claims);
            sources = List.copyOf(sources);
        }

        /** As it is read. */
        @JsonProperty
        public String text() {
            return parts.stream().map(Part::text).collect(Collectors.joining());
        }

        /** The numbers in it. */
        public List<Figure> figures() {
            return parts.stream().flatMap(p -> Stream.ofNullable(p.figure())).toList();
        }
    }

    /**
     * A piece of a sentence: a number, a name, or words, of which only the first two may hold digits.
     *
     * @param text as it is read, unescaped; for a number that stood in an earlier sentence, words that lead back to it
     * @param figure the number, or null
     * @param name id of the organization, product or site it names, or null
     */
    public record Part(
            String text, @Nullable Figure figure, @Nullable String name) {

        static Part words(String text) {
            return new Part(text, null, null);
        }

        static Part number(Figure figure, String text) {
            return new Part(text, figure, null);
        }

        static Part name(String id, String text) {
            return new Part(text, null, id);
        }
    }

    /**
     * A drawing.
     *
     * @param id {@code timeline}, {@code matrix}, {@code gigawatts} or {@code margin}
     * @param title its heading
     * @param description what it shows, for those who do not see it
     * @param svg the drawing itself: no script, nothing remote, readable on a dark page
     * @param bars the same as rows, for readers who see no drawings, such as those of mails
     */
    public record Chart(String id, String title, String description, String svg, List<Bar> bars) {

        public Chart {
            bars = bars == null ? List.of() : List.copyOf(bars);
        }
    }

    /**
     * A row of a drawing.
     *
     * @param label what it is
     * @param text its amount
     * @param from where its bar begins, of 1
     * @param to where its bar ends, of 1
     */
    public record Bar(String label, String text, double from, double to) {}

    /**
     * An article that a sentence rests on.
     *
     * @param key article id, by which sentences name it
     * @param outlet who published it, in a few words
     * @param title its headline, may be empty
     * @param address on the web, or null
     * @param published when, or null
     * @param label how it must be shown, such as "retelling", or null
     * @param words what it says, at most 300 characters each; empty where they may not be shown
     */
    public record Source(
            String key,
            String outlet,
            String title,
            @Nullable String address,
            @Nullable PartialDate published,
            @Nullable String label,
            List<String> words) {

        public Source {
            words = List.copyOf(words);
        }
    }
}
