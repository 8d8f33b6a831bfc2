package org.dealgraph.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.model.Moment;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What a briefing is asked for: a period, and what of all that is known then.
 *
 * @param since first day of the period
 * @param until last day of the period
 * @param about what sort of thing it is about
 * @param id of that thing: an organization, a deal, a watch or a question; null for everything
 * @param name of that thing, for the title; null for everything
 * @param filter which deals count
 * @param recordedAt only what this graph held at this instant; null for what it holds
 */
public record Ask(
        LocalDate since,
        LocalDate until,
        About about,
        @Nullable String id,
        @Nullable String name,
        DealFilter filter,
        @Nullable Instant recordedAt) {

    public Ask {
        if (until.isBefore(since)) {
            throw new IllegalArgumentException(
                    "could not brief on a period that ends before it begins: " + since + " to " + until);
        }
    }

    /** By what the graph holds now. */
    Ask(LocalDate since, LocalDate until, About about, @Nullable String id, @Nullable String name, DealFilter filter) {
        this(since, until, about, id, name, filter, null);
    }

    /** The same by what this graph held at an instant. */
    public Ask at(@Nullable Instant instant) {
        return new Ask(since, until, about, id, name, filter, instant);
    }

    /** What can be known of it on a day. */
    Moment known(LocalDate day) {
        return new Moment(null, PartialDate.ofDay(day), recordedAt);
    }

    /** What a briefing can be about. */
    public enum About {
        EVERYTHING,
        ORGANIZATION,
        DEAL,
        WATCH,
        QUESTION
    }

    /** Everything that happened in a period. */
    public static Ask of(LocalDate since, LocalDate until) {
        return new Ask(since, until, About.EVERYTHING, null, null, DealFilter.all());
    }

    /** The deals that a saved filter lets through. */
    public static Ask ofWatch(LocalDate since, LocalDate until, String id, String name, DealFilter filter) {
        return new Ask(since, until, About.WATCH, id, name, filter);
    }

    /** How many days the period has. */
    long days() {
        return ChronoUnit.DAYS.between(since, until) + 1;
    }

    /** The sections that answer it. */
    List<Desk.Topic> topics() {
        return question().map(Question::topics).orElse(Question.ALL);
    }

    /** The drawings that go with them; null for all. */
    @Nullable
    List<String> charts() {
        return question().map(Question::charts).orElse(null);
    }

    private Optional<Question> question() {
        return about == About.QUESTION && id != null ? Question.find(id) : Optional.empty();
    }
}
