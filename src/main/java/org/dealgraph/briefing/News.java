package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;

/** What is new: the largest deals of which nothing was known before, one sentence each, and the others by name. */
final class News implements Desk.Topic {

    private static final int MOST = 6;
    private static final int FULL = 3;
    private static final int MOST_CLAUSES = 4;
    private static final int MOST_NAMED = 5;

    /** Days from which it matters when something was agreed. */
    private static final int LONG = 45;

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("new", "What is new");
        List<Deal> deals = desk.ground().fresh().stream()
                .filter(deal -> !Desk.standing(deal).isEmpty())
                .sorted(Comparator.comparing((Deal deal) -> Desk.standing(deal).getFirst(), Desk.LARGEST))
                .toList();
        Set<List<String>> told = new HashSet<>();
        Set<String> beside = new HashSet<>();
        List<Deal> others = new ArrayList<>();
        for (Deal deal : deals) {
            if (beside.contains(deal.id())) {
                continue;
            }
            if (pad.size() < MOST) {
                pad.add(new Item(desk, deals, beside).sentence(deal, pad.size() < FULL ? MOST_CLAUSES : 1));
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

    /**
     * A sentence on a deal, and on others of an equal sum: so a sum is told once, and "an equal sum" stands right behind it.
     *
     * @param deals all that could be told
     * @param beside ids of those that were told beside another
     */
    private record Item(Desk desk, List<Deal> deals, Set<String> beside) {

        Draft sentence(Deal deal, int clauses) {
            Draft draft = desk.draft();
            beside.add(deal.id());
            Term last = null;
            boolean joined = false;
            List<Term> terms = chosen(deal, clauses);
            for (Term term : terms) {
                if (last != null && known(draft, term)) {
                    continue;
                }
                if (last != null && !joined && last.from().equals(term.from())) {
                    draft.words(" and");
                    desk.phrases().predicate(draft, term);
                } else {
                    draft.words(last == null ? "" : "; ");
                    desk.phrases().clause(draft, term);
                }
                if (last == null) {
                    said(desk, draft, term);
                }
                joined = tellEqual(draft, term);
                last = term;
            }
            return draft;
        }

        private boolean known(Draft draft, Term term) {
            return desk.measures().amount(term).filter(a -> !draft.isNew(a)).isPresent();
        }

        /** Tells the deals whose first sum equals the one just told; says whether there were any. */
        private boolean tellEqual(Draft draft, Term term) {
            List<String> told = numbers(term);
            boolean any = false;
            for (Deal other : told.isEmpty() ? List.<Deal>of() : deals) {
                Term lead = chosen(other, 1).getFirst();
                if (numbers(lead).equals(told) && beside.add(other.id())) {
                    draft.words("; ");
                    desk.phrases().clause(draft, lead);
                    said(desk, draft, lead);
                    any = true;
                }
            }
            return any;
        }

        private List<String> numbers(Term term) {
            return desk.measures().amount(term).map(Said::in).orElse(List.of());
        }
    }

    /** Who says so and, in a long period, when it was agreed. */
    private static void said(Desk desk, Draft draft, Term term) {
        String speaker = desk.phrases().speaker(term);
        PartialDate agreed = term.agreedAssumed() ? null : term.schedule().agreed();
        boolean day = agreed != null && agreed.earliest().equals(agreed.latest());
        Optional<Figure> on = day && desk.ground().ask().days() > LONG
                ? desk.measures().date(term, "agreed").filter(draft::isNew)
                : Optional.empty();
        if (!speaker.isEmpty() || on.isPresent()) {
            draft.words(" (" + speaker);
            on.ifPresent(date -> draft.words(speaker.isEmpty() ? "" : ", ").number(date));
            draft.words(")");
        }
    }

    /** The terms that say most of a deal: figures before none, no part of another, those of one payer together. */
    private static List<Term> chosen(Deal deal, int most) {
        List<Term> standing = new ArrayList<>(Desk.standing(deal));
        boolean figures = standing.stream().anyMatch(t -> t.subject().quantity().isPresent());
        List<Term> chosen = new ArrayList<>();
        for (Term term : standing) {
            boolean says = !figures || term.subject().quantity().isPresent();
            boolean within = term.links().stream()
                    .filter(link -> link.kind() == TermLink.Kind.PART_OF || link.kind() == TermLink.Kind.MIRRORS)
                    .anyMatch(link -> chosen.stream().anyMatch(t -> t.id().equals(link.term())));
            boolean again = chosen.stream().anyMatch(t -> doubles(t, term));
            if (says && !within && !again && chosen.size() < most) {
                chosen.add(term);
            }
        }
        return chosen.stream()
                .sorted(Comparator.comparingInt((Term t) -> first(chosen, t))
                        .thenComparing(t -> !t.flags().isEmpty()))
                .toList();
    }

    /** Where the first term of the same payer stands. */
    private static int first(List<Term> chosen, Term term) {
        return chosen.stream().map(Term::from).toList().indexOf(term.from());
    }

    /** The same sum told twice in one deal, by one payer with and without a partner. */
    private static boolean doubles(Term a, Term b) {
        return a.kind() == b.kind()
                && a.subject().quantity().isPresent()
                && a.subject().quantity().equals(b.subject().quantity())
                && a.from().stream().anyMatch(b.from()::contains);
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
