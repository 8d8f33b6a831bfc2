package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;

/** What was amended: figures, dates, firmness and further parts of deals that were known before. */
final class Changes implements Desk.Topic {

    private static final int MOST = 5;

    /** A term as it was, or null, and as it is. */
    private record Pair(Optional<Term> was, Term is) {}

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("changed", "What changed");
        pairs(desk.ground()).stream()
                .filter(pair -> !pair.is().stage().ended())
                .map(pair -> sentence(desk, pair))
                .flatMap(Optional::stream)
                .limit(MOST)
                .forEach(pad::add);
        return pad.section();
    }

    private static List<Pair> pairs(Ground ground) {
        List<Pair> pairs = new ArrayList<>();
        for (Deal deal : ground.changed()) {
            deal.terms().stream()
                    .filter(Term::counted)
                    .forEach(term -> pairs.add(new Pair(ground.termBefore(term.id()), term)));
        }
        pairs.sort(Comparator.comparing(Pair::is, Desk.LARGEST));
        return pairs;
    }

    private static Optional<Draft> sentence(Desk desk, Pair pair) {
        if (pair.was().isEmpty()) {
            return added(desk, pair.is());
        }
        Term was = pair.was().get();
        Term is = pair.is();
        if (!Numbers.text(was.subject()).equals(Numbers.text(is.subject()))) {
            return amount(desk, is);
        }
        if (was.stage() != is.stage() && !was.stage().ended()) {
            return Optional.of(stage(desk, was, is));
        }
        if (!was.flags().equals(is.flags())) {
            return Optional.of(flags(desk, was.flags(), is));
        }
        Optional<Draft> start = moved(desk, was, is, "start", "start in ");
        return start.isPresent() ? start : moved(desk, was, is, "end", "end in ");
    }

    private static Optional<Draft> added(Desk desk, Term term) {
        if (desk.measures().amount(term).filter(a -> !desk.said().isNew(a)).isPresent()) {
            return Optional.empty();
        }
        Draft draft = desk.draft().words("An older deal has a further part: ");
        desk.phrases().clause(draft, term);
        return Optional.of(draft);
    }

    private static Optional<Draft> amount(Desk desk, Term term) {
        Optional<Figure> now = desk.measures().amount(term);
        Optional<Figure> then =
                desk.measures().of(new Figure.Origin(Figure.Measure.AMOUNT_BEFORE, List.of(term.id()), ""));
        if (now.isEmpty()
                || !desk.said().isNew(now.get())
                || then.filter(t -> !desk.said().isNew(t)).isPresent()) {
            return Optional.empty();
        }
        Draft draft = desk.draft();
        desk.phrases().noun(draft, term);
        if (then.isEmpty()) {
            return Optional.of(draft.words(" has a figure now: ").number(now.get()));
        }
        int more = Objects.requireNonNull(now.get().value())
                .value()
                .compareTo(Objects.requireNonNull(then.get().value()).value());
        if (more == 0) {
            return Optional.empty();
        }
        return Optional.of(draft.words(more > 0 ? " rose from " : " fell from ")
                .number(then.get())
                .words(" to ")
                .number(now.get()));
    }

    private static Draft stage(Desk desk, Term was, Term is) {
        Draft draft = desk.draft();
        desk.phrases().noun(draft, is);
        return draft.words(" is " + words(is.stage()) + " now; before, it was " + words(was.stage()));
    }

    static String words(Stage stage) {
        return switch (stage) {
            case TALKS -> "talked of";
            case LETTER_OF_INTENT -> "a letter of intent";
            case AGREED -> "agreed";
            case DEFINITIVE -> "under a definitive agreement";
            case CLOSED -> "completed";
            case EXPIRED -> "expired";
            case LAPSED -> "lapsed";
            case CANCELLED -> "cancelled";
            case REPLACED -> "replaced";
        };
    }

    private static Draft flags(Desk desk, Set<Flag> was, Term is) {
        Set<Flag> gained = new HashSet<>(is.flags());
        gained.removeAll(was);
        Draft draft = desk.draft();
        desk.phrases().noun(draft, is);
        Set<Flag> named = new HashSet<>(gained.isEmpty() ? was : gained);
        if (gained.isEmpty()) {
            named.removeAll(is.flags());
        }
        String words = String.join(
                " and ",
                named.stream()
                        .sorted()
                        .map(f -> f.name().toLowerCase(Locale.ROOT))
                        .toList());
        return draft.words((gained.isEmpty() ? " is no longer " : " is now ") + words);
    }

    private static Optional<Draft> moved(Desk desk, Term was, Term is, String field, String verb) {
        Optional<Figure> then = desk.measures().dateBefore(was, field);
        Optional<Figure> now = desk.measures().date(is, field);
        if (then.isEmpty()
                || now.isEmpty()
                || then.get().text().equals(now.get().text())
                || !desk.said().isNew(now.get())
                || !desk.said().isNew(then.get())) {
            return Optional.empty();
        }
        Draft draft = desk.draft();
        desk.phrases().noun(draft, is);
        return Optional.of(draft.words(" is to " + verb)
                .number(now.get())
                .words(", not in ")
                .number(then.get()));
    }
}
