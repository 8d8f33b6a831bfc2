package org.dealgraph.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Money;
import org.dealgraph.model.Power;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * An event as filters are looked up for it: what its deals, before and after, name, and what can be measured of them.
 *
 * @param change kind of the change, as a bit
 * @param cause of the change, as a bit
 * @param parties everyone who takes part
 * @param things products, sites and words that it names
 * @param terms of both deals
 */
record EventTraits(long change, long cause, Set<String> parties, Set<Thing> things, List<TermTraits> terms) {

    /**
     * Something else than a party that a filter can name.
     *
     * @param kind what it is
     * @param name id, or word
     */
    record Thing(Kind kind, String name) {

        /** What it is. */
        enum Kind {
            PRODUCT,
            SITE,
            WORD
        }
    }

    /** A term by its bits and measures; null where it has none. */
    record TermTraits(
            long kind,
            long stage,
            long instrument,
            boolean counted,
            boolean unflagged,
            @Nullable String currency,
            @Nullable Span amount,
            @Nullable Span power,
            @Nullable Span published,
            @Nullable Span agreed) {

        static TermTraits of(Deal deal, Term term) {
            Money money = term.subject().money();
            Power power = term.subject().power();
            return new TermTraits(
                    Shape.bit(term.kind()),
                    Shape.bit(term.stage()),
                    Shape.bit(term.subject().instrument()),
                    term.counted(),
                    term.flags().isEmpty(),
                    money == null ? null : money.currency(),
                    money == null ? null : Span.of(money.amount()),
                    power == null ? null : Span.of(power.megawatts()),
                    Span.orNull(deal.published()),
                    Span.orNull(term.schedule().agreed()));
        }

        @Nullable
        Span span(Shape.Measure measure) {
            return switch (measure) {
                case AMOUNT -> amount;
                case POWER -> power;
                case PUBLISHED -> published;
                case AGREED -> agreed;
                case NONE -> null;
            };
        }
    }

    /**
     * Looks at an event.
     *
     * @param matcher tells its words; null where nobody asks for words
     */
    static EventTraits of(DealEvent event, @Nullable DealMatcher matcher) {
        Set<Thing> things = new HashSet<>();
        List<TermTraits> terms = new ArrayList<>();
        Stream.of(event.after(), event.before()).forEach(deal -> {
            if (deal != null) {
                deal.terms().forEach(term -> {
                    terms.add(TermTraits.of(deal, term));
                    name(things, Thing.Kind.PRODUCT, term.subject().product());
                    name(things, Thing.Kind.SITE, term.subject().site());
                });
                if (matcher != null) {
                    matcher.words(deal).forEach(word -> name(things, Thing.Kind.WORD, word));
                }
            }
        });
        return new EventTraits(
                Shape.bit(event.revision().kind()),
                Shape.bit(event.revision().cause()),
                event.parties(),
                things,
                terms);
    }

    private static void name(Set<Thing> things, Thing.Kind kind, @Nullable String name) {
        if (name != null) {
            things.add(new Thing(kind, name));
        }
    }
}
