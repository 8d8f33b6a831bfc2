package org.dealgraph.briefing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.model.Term;

/** What lapsed, ended or was called off in the period, and what a source came to dispute. */
final class Endings implements Desk.Topic {

    private static final int MOST = 4;

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("ended", "What lapsed or is disputed");
        List<Term> terms = Ground.terms(desk.ground().changed()).stream()
                .sorted(Comparator.comparing((Term t) -> !t.stage().ended()).thenComparing(Desk.LARGEST))
                .toList();
        for (Term term : terms) {
            Optional<Term> was = desk.ground().termBefore(term.id());
            boolean ended =
                    term.stage().ended() && was.filter(w -> w.stage().ended()).isEmpty();
            boolean disputed =
                    term.disputes().size() > was.map(w -> w.disputes().size()).orElse(0);
            if ((ended || disputed) && pad.size() < MOST) {
                pad.add(ended ? ended(desk, term) : disputed(desk, term));
            }
        }
        return pad.section();
    }

    private static Draft ended(Desk desk, Term term) {
        Draft draft = desk.draft();
        desk.phrases().noun(draft, term);
        desk.measures()
                .amount(term)
                .filter(draft::isNew)
                .ifPresent(a -> draft.words(", ").number(a).words(","));
        return draft.claims(term.ends())
                .words(
                        switch (term.stage()) {
                            case EXPIRED -> " has run out";
                            case LAPSED -> " has lapsed and never came into force";
                            case CANCELLED -> " was called off";
                            default -> " was replaced by another agreement";
                        });
    }

    private static Draft disputed(Desk desk, Term term) {
        Draft draft = desk.draft().words("A source disputes ");
        desk.phrases().noun(draft, term);
        desk.measures()
                .amount(term)
                .filter(draft::isNew)
                .ifPresent(a -> draft.words(", ").number(a));
        return draft.claims(term.disputes());
    }
}
