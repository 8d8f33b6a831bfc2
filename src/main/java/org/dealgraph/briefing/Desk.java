package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.briefing.Briefing.Sentence;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Money;
import org.dealgraph.model.Term;

/** What every section is written with. */
record Desk(Ground ground, Measures measures, Phrases phrases, Said said) {

    /** Money before power, the larger first. */
    static final Comparator<Term> LARGEST = Comparator.comparing(Desk::dollars)
            .thenComparing(Desk::quantity)
            .reversed()
            .thenComparing(Term::id);

    static Desk on(Ground ground) {
        Measures measures = new Measures(ground);
        return new Desk(ground, measures, new Phrases(ground, measures), new Said());
    }

    Draft draft() {
        return new Draft(ground, said);
    }

    /** Those that count and are owed still. */
    static List<Term> standing(Deal deal) {
        return deal.terms().stream()
                .filter(term -> term.counted() && !term.stage().ended())
                .sorted(LARGEST)
                .toList();
    }

    static BigDecimal dollars(Term term) {
        Money money = term.subject().money();
        return money == null || money.per() != null || !money.currency().equals("USD")
                ? BigDecimal.ZERO
                : money.amount().value();
    }

    private static BigDecimal quantity(Term term) {
        return term.subject().power() == null
                ? BigDecimal.ZERO
                : term.subject().power().megawatts().value();
    }

    /** A section under construction; sentences get their names from its id and their place. */
    static final class Pad {

        private final String id;
        private final String title;
        private final List<Sentence> sentences = new ArrayList<>();

        Pad(String id, String title) {
            this.id = id;
            this.title = title;
        }

        void add(Draft draft) {
            sentences.add(draft.done(id + "." + (sentences.size() + 1)));
        }

        int size() {
            return sentences.size();
        }

        /** Nothing where there is nothing to say. */
        Optional<Section> section() {
            return sentences.isEmpty() ? Optional.empty() : Optional.of(new Section(id, title, sentences));
        }
    }

    /** Writes one section. */
    @FunctionalInterface
    interface Topic {
        Optional<Section> write(Desk desk);
    }
}
