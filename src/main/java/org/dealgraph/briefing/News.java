package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;

/** What is new: the largest deals of which nothing was known before, one sentence each, and the others by name. */
final class News implements Desk.Topic {

    private static final int MOST = 6;
    private static final int FULL = 3;
    private static final int MOST_CLAUSES = 3;
    private static final int MOST_NAMED = 5;

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("new", "What is new");
        List<Deal> deals = desk.ground().fresh().stream()
                .filter(deal -> !Desk.standing(deal).isEmpty())
                .sorted(Comparator.comparing((Deal deal) -> Desk.standing(deal).getFirst(), Desk.LARGEST))
                .toList();
        Set<List<String>> told = new HashSet<>();
        List<Deal> others = new ArrayList<>();
        for (Deal deal : deals) {
            if (pad.size() < MOST) {
                pad.add(sentence(desk, deal, pad.size() < FULL ? MOST_CLAUSES : 1));
                told.add(deal.parties());
            } else if (told.add(deal.parties())) {
                others.add(deal);
            }
        }
        if (!others.isEmpty()) {
            pad.add(others(desk, others));
        }
        return pad.section();
    }

    private static Draft sentence(Desk desk, Deal deal, int clauses) {
        Draft draft = desk.draft();
        List<Term> terms = chosen(deal, clauses);
        Term last = null;
        for (Term term : terms) {
            if (last != null && last.from().equals(term.from())) {
                draft.words(" and");
                desk.phrases().predicate(draft, term);
            } else {
                draft.words(last == null ? "" : "; ");
                desk.phrases().clause(draft, term);
            }
            last = term;
        }
        String speaker = desk.phrases().speaker(terms.getFirst());
        return speaker.isEmpty() ? draft : draft.words(" (" + speaker + ")");
    }

    /** The terms that say most of a deal: figures before none, no part of another, those of one payer together. */
    private static List<Term> chosen(Deal deal, int most) {
        List<Term> standing = Desk.standing(deal);
        boolean figures = standing.stream().anyMatch(t -> t.subject().quantity().isPresent());
        List<Term> chosen = new ArrayList<>();
        for (Term term : standing) {
            boolean says = !figures || term.subject().quantity().isPresent();
            boolean within = term.links().stream()
                    .filter(link -> link.kind() == TermLink.Kind.PART_OF || link.kind() == TermLink.Kind.MIRRORS)
                    .anyMatch(link -> chosen.stream().anyMatch(t -> t.id().equals(link.term())));
            if (says && !within && chosen.size() < most) {
                int after = last(chosen, term);
                chosen.add(after < 0 ? chosen.size() : after + 1, term);
            }
        }
        return chosen;
    }

    private static int last(List<Term> chosen, Term term) {
        for (int i = chosen.size() - 1; i >= 0; i--) {
            if (chosen.get(i).from().equals(term.from())) {
                return i;
            }
        }
        return -1;
    }

    private static Draft others(Desk desk, List<Deal> deals) {
        Draft draft = desk.draft().words(deals.size() > MOST_NAMED ? "Among the smaller ones: " : "Smaller: ");
        for (int i = 0; i < Math.min(deals.size(), MOST_NAMED); i++) {
            draft.words(i == 0 ? "" : "; ");
            desk.phrases().noun(draft, Desk.standing(deals.get(i)).getFirst());
        }
        return draft;
    }
}
