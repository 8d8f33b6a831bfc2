package org.dealgraph.briefing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A question that a briefing can be about: which sections and which drawings answer it. */
public enum Question {
    COMMITMENTS(List.of(new Summary(), new News(), new Sizes()), List.of("timeline", "matrix")),
    CHANGES(List.of(new Summary(), new News(), new Changes(), new Endings()), List.of("timeline")),
    LAPSED(List.of(new Endings(), new Doubts()), List.of()),
    CAPACITY(List.of(new Sizes(), new Ahead()), List.of("gigawatts")),
    SHARES(List.of(new Shares(), new Sizes()), List.of("matrix")),
    CONFLICTS(List.of(new Doubts(), new Coverage()), List.of()),
    MARGINS(List.of(new Sizes()), List.of("margin"));

    /** Ids of all sections. */
    static final List<String> IDS =
            List.of("short", "new", "changed", "ended", "size", "share", "doubt", "next", "coverage");

    /** Everything there is to say, in its order. */
    static final List<Desk.Topic> ALL = List.of(
            new Summary(),
            new News(),
            new Changes(),
            new Endings(),
            new Sizes(),
            new Shares(),
            new Doubts(),
            new Ahead(),
            new Coverage());

    private final List<Desk.Topic> topics;
    private final List<String> charts;

    Question(List<Desk.Topic> topics, List<String> charts) {
        this.topics = topics;
        this.charts = charts;
    }

    List<Desk.Topic> topics() {
        return topics;
    }

    List<String> charts() {
        return charts;
    }

    /** The question of a name, in any case. */
    public static Optional<Question> find(String name) {
        return Stream.of(values())
                .filter(q -> q.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** As a title has it. */
    String title() {
        return switch (this) {
            case COMMITMENTS -> "Commitments";
            case CHANGES -> "What changed";
            case LAPSED -> "What lapsed";
            case CAPACITY -> "Capacity";
            case SHARES -> "Who gains and loses";
            case CONFLICTS -> "Where sources differ";
            case MARGINS -> "Who keeps the margin";
        };
    }
}
