package org.dealgraph.deal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Deals as they stood on a day, by what is known of them: the terms that had been agreed for certain and had not ended, at
 * the stage they had reached. A term of unknown agreed date counts from its earliest publication, which is the latest it
 * can have been agreed; one that nothing dates is on no day.
 */
public final class AsOf {

    private final Titles titles;

    public AsOf(Directory directory) {
        this.titles = new Titles(directory);
    }

    /** The deal on that day; empty where none of its terms stood. */
    public Optional<Deal> view(Deal deal, LocalDate day) {
        List<Term> standing =
                deal.terms().stream().flatMap(term -> stood(term, day).stream()).toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        if (standing.equals(deal.terms())) {
            return Optional.of(deal);
        }
        PartialDate agreed = standing.stream()
                .map(term -> term.schedule().agreed())
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<String> parties = standing.stream()
                .flatMap(term -> Stream.of(term.from(), term.to(), term.beneficiaries()))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        List<String> claims = standing.stream()
                .flatMap(term -> Stream.of(term.supports(), term.disputes(), term.ends()))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        return Optional.of(new Deal(
                deal.id(),
                titles.slug(parties, agreed),
                titles.title(standing),
                parties,
                standing,
                claims,
                agreed,
                deal.published()));
    }

    private static Optional<Term> stood(Term term, LocalDate day) {
        PartialDate agreed = term.schedule().agreed();
        if (agreed == null || agreed.latest().isAfter(day) || ranOut(term, day)) {
            return Optional.empty();
        }
        List<Term.Step> reached =
                term.history().stream().filter(step -> reached(step, day)).toList();
        Stage stage = reached.isEmpty()
                ? term.history().isEmpty()
                        ? term.stage()
                        : term.history().getFirst().stage()
                : reached.getLast().stage();
        if (stage.ended()) {
            return Optional.empty();
        }
        return Optional.of(stage == term.stage() && reached.equals(term.history()) ? term : at(term, stage, reached));
    }

    private static boolean reached(Term.Step step, LocalDate day) {
        PartialDate on = step.on();
        return on == null || !on.latest().isAfter(day);
    }

    /** Purchases, loans and rights are over on the last day of their term; buildings and deliveries are then complete. */
    private static boolean ranOut(Term term, LocalDate day) {
        @Nullable PartialDate end = term.schedule().end();
        boolean lasts =
                term.kind() == ClaimKind.SPEND || term.kind() == ClaimKind.LEND || term.kind() == ClaimKind.RIGHT;
        return lasts && end != null && end.latest().isBefore(day);
    }

    private static Term at(Term t, Stage stage, List<Term.Step> history) {
        return new Term(
                t.id(),
                t.kind(),
                t.from(),
                t.to(),
                t.beneficiaries(),
                t.subject(),
                t.schedule(),
                t.agreedAssumed(),
                stage,
                t.flags(),
                history,
                t.supports(),
                t.disputes(),
                t.ends(),
                t.independentSources(),
                t.published(),
                t.counted(),
                t.links(),
                t.conflicts());
    }
}
