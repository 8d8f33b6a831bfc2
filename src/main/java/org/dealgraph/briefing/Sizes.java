package org.dealgraph.briefing;

import java.util.List;
import java.util.Optional;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Total;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.briefing.Sums.Slice;
import org.dealgraph.model.Term;

/** How big: totals by headline and by what is firm, and the largest of each. */
final class Sizes implements Desk.Topic {

    private static final int MOST = 4;
    private static final List<Slice> SLICES = List.of(
            Slice.NEW_PURCHASES,
            Slice.NEW_INVESTMENTS,
            Slice.NEW_BUILDING,
            Slice.NEW_LOANS,
            Slice.NEW_COMPUTE,
            Slice.PURCHASES,
            Slice.INVESTMENTS,
            Slice.COMPUTE);

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("size", "How big, how firm");
        for (Slice slice : SLICES) {
            if (pad.size() < MOST) {
                total(desk, slice, pad.size() == 0).ifPresent(pad::add);
            }
        }
        largest(desk).ifPresent(pad::add);
        return pad.section();
    }

    private static Optional<Draft> total(Desk desk, Slice slice, boolean first) {
        String meaning = first ? ": agreed, with no condition, option or right to cancel" : "";
        Optional<Figure> headline = desk.measures().total(slice, Basis.HEADLINE);
        boolean several = desk.measures()
                .sums()
                .total(slice, Basis.HEADLINE)
                .map(Total::counted)
                .filter(counted -> counted.size() > 1)
                .isPresent();
        if (headline.isEmpty() || !several || !desk.said().isNew(headline.get())) {
            return Optional.empty();
        }
        Optional<Figure> firm = desk.measures().total(slice, Basis.FIRM);
        Draft draft = desk.draft()
                .words("By headline, ")
                .words(words(slice))
                .words(" come to ")
                .number(headline.get());
        if (firm.isEmpty()) {
            return Optional.of(draft.words(", none of it firm"));
        }
        if (firm.get().text().equals(headline.get().text())) {
            return Optional.of(draft.words(", all of it firm")
                    .words(meaning)
                    .claims(firm.get().claims()));
        }
        return Optional.of(
                draft.isNew(firm.get())
                        ? draft.words("; ").number(firm.get()).words(" of that is firm" + meaning)
                        : draft.words("; the lower figure is firm" + meaning)
                                .claims(firm.get().claims()));
    }

    private static String words(Slice slice) {
        return switch (slice) {
            case NEW_PURCHASES -> "the new purchases";
            case NEW_INVESTMENTS -> "the new investments";
            case NEW_LOANS -> "the new loans";
            case NEW_ACQUISITIONS -> "the new takeovers";
            case NEW_BUILDING -> "the new plans to build";
            case NEW_COMPUTE -> "the new promises of computing capacity";
            case PURCHASES -> "all purchases known";
            case INVESTMENTS -> "all investments known";
            case COMPUTE -> "all promises of computing capacity known";
        };
    }

    /** The largest of all that is known, by name: its figure stands above where it is new. */
    private static Optional<Draft> largest(Desk desk) {
        List<Term> standing = desk.ground().after().stream()
                .flatMap(deal -> Desk.standing(deal).stream())
                .filter(term -> Desk.dollars(term).signum() > 0)
                .sorted(Desk.LARGEST)
                .toList();
        Optional<Term> headline = standing.stream()
                .filter(term -> Status.of(term, desk.ground().behind(term)) != Status.TALKED_OF)
                .findFirst();
        Optional<Term> firm = standing.stream()
                .filter(term -> Status.of(term, desk.ground().behind(term)).firm())
                .findFirst();
        if (headline.isEmpty() || firm.isEmpty() || standing.size() < 2) {
            return Optional.empty();
        }
        Draft draft = desk.draft();
        boolean same = headline.get().equals(firm.get());
        draft.words(
                same
                        ? "The largest obligation known, by headline and by what is firm, is "
                        : "The largest obligation known is by headline ");
        named(desk, draft, headline.get());
        if (!same) {
            draft.words(", by what is firm ");
            named(desk, draft, firm.get());
        }
        return Optional.of(draft);
    }

    private static void named(Desk desk, Draft draft, Term term) {
        desk.phrases().noun(draft, term);
        desk.measures()
                .amount(term)
                .filter(draft::isNew)
                .ifPresent(a -> draft.words(" (").number(a).words(")"));
    }
}
