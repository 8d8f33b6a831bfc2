package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dealgraph.answer.Basis;
import org.dealgraph.briefing.Figure.Measure;
import org.dealgraph.briefing.Figure.Origin;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Works every number of a briefing out: when it is written, and again when it is rendered. A number is there only where
 * claims in use bear it out.
 */
final class Measures {

    private final Ground ground;
    private final Sums sums;

    Measures(Ground ground) {
        this.ground = ground;
        this.sums = new Sums(ground);
    }

    /** The number that comes about so; empty where nothing bears it out. */
    Optional<Figure> of(Origin origin) {
        String first = origin.of().isEmpty() ? "" : origin.of().getFirst();
        return switch (origin.measure()) {
            case AMOUNT -> ground.term(first).flatMap(term -> amount(term, Measure.AMOUNT));
            case AMOUNT_BEFORE -> ground.termBefore(first).flatMap(term -> amount(term, Measure.AMOUNT_BEFORE));
            case DATE -> ground.term(first).flatMap(term -> date(term, origin));
            case DATE_BEFORE -> ground.termBefore(first).flatMap(term -> date(term, origin));
            case YEARS -> ground.term(first).flatMap(this::years);
            case TOTAL -> sums.total(origin.detail());
            case SHARE -> sums.share(first, origin.detail());
            case RIVAL -> ground.term(first).flatMap(term -> rival(term, origin.detail()));
            case COUNT -> count(Countable.valueOf(origin.detail()));
        };
    }

    Optional<Figure> amount(Term term) {
        return of(new Origin(Measure.AMOUNT, List.of(term.id()), ""));
    }

    Optional<Figure> years(Term term) {
        Double years = term.schedule().termYears();
        return years == null
                ? Optional.empty()
                : figure(
                        Numbers.years(years),
                        Interval.stated(BigDecimal.valueOf(years)),
                        "years",
                        new Origin(Measure.YEARS, List.of(term.id()), ""),
                        saying(term, c -> years.equals(c.claim().schedule().termYears())));
    }

    Optional<Figure> date(Term term, String field) {
        return of(new Origin(Measure.DATE, List.of(term.id()), field));
    }

    Optional<Figure> dateBefore(Term term, String field) {
        return of(new Origin(Measure.DATE_BEFORE, List.of(term.id()), field));
    }

    Optional<Figure> total(Sums.Slice slice, Basis basis) {
        return of(new Origin(Measure.TOTAL, List.of(), slice.name() + " " + basis));
    }

    Optional<Figure> rival(Term term, Conflict conflict, int place) {
        return of(new Origin(Measure.RIVAL, List.of(term.id()), term.conflicts().indexOf(conflict) + " " + place));
    }

    Optional<Figure> count(Countable what) {
        Countable.Counted counted = what.in(ground);
        return figure(
                Numbers.count(counted.ids().size()),
                Interval.stated(BigDecimal.valueOf(counted.ids().size())),
                what.name(),
                new Origin(Measure.COUNT, counted.ids(), what.name()),
                counted.claims());
    }

    Sums sums() {
        return sums;
    }

    private Optional<Figure> amount(Term term, Measure measure) {
        Claim.Subject subject = term.subject();
        Interval value = subject.quantity().orElse(null);
        return value == null
                ? Optional.empty()
                : figure(
                        Numbers.text(subject),
                        value,
                        Numbers.unit(subject),
                        new Origin(measure, List.of(term.id()), ""),
                        saying(
                                term,
                                c -> c.claim()
                                        .subject()
                                        .quantity()
                                        .filter(value::equals)
                                        .isPresent()));
    }

    private Optional<Figure> date(Term term, Origin origin) {
        PartialDate date = field(term.schedule(), origin.detail());
        return date == null
                ? Optional.empty()
                : figure(
                        Numbers.date(date),
                        null,
                        "date",
                        origin,
                        saying(term, c -> date.equals(field(c.claim().schedule(), origin.detail()))));
    }

    private static @Nullable PartialDate field(Claim.Schedule schedule, String name) {
        return switch (name) {
            case "agreed" -> schedule.agreed();
            case "start" -> schedule.start();
            case "end" -> schedule.end();
            default -> throw new IllegalArgumentException("could not find a date: " + name);
        };
    }

    private Optional<Figure> rival(Term term, String detail) {
        int conflict = Integer.parseInt(detail.substring(0, detail.indexOf(' ')));
        int place = Integer.parseInt(detail.substring(detail.indexOf(' ') + 1));
        if (conflict >= term.conflicts().size()
                || place >= term.conflicts().get(conflict).rivals().size()) {
            return Optional.empty();
        }
        Conflict of = term.conflicts().get(conflict);
        Conflict.Rival rival = of.rivals().get(place);
        Rivals.Value value = Rivals.of(of.aspect(), rival.value());
        return figure(
                value.text(),
                value.value(),
                value.unit(),
                new Origin(Measure.RIVAL, List.of(term.id()), detail),
                ground.claims(rival.claims()).stream().map(c -> c.claim().id()).toList());
    }

    /** Those of a term's claims that say something. */
    private List<String> saying(Term term, Predicate<SourcedClaim> said) {
        return ground.behind(term).stream()
                .filter(said)
                .map(c -> c.claim().id())
                .toList();
    }

    static Optional<Figure> figure(
            String text, @Nullable Interval value, String unit, Origin origin, Collection<String> claims) {
        return claims.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(text, value, unit, origin, List.copyOf(claims)));
    }
}
