package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** What is in doubt: where sources differ, and what is too uncertain for a total. */
final class Doubts implements Desk.Topic {

    private static final int MOST = 3;
    private static final int MOST_UNCERTAIN = 4;
    private static final List<String> ASPECTS =
            List.of("amount", "direction", "start", "end", "termYears", "instrument", "product", "agreed");

    private record Rivalry(Term term, Conflict conflict) {}

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("doubt", "What is in doubt");
        uncertain(desk).ifPresent(pad::add);
        rivalries(desk).stream()
                .map(rivalry -> rivalry(desk, rivalry))
                .flatMap(Optional::stream)
                .limit(MOST - pad.size())
                .forEach(pad::add);
        single(desk).ifPresent(pad::add);
        return pad.section();
    }

    private static List<Rivalry> rivalries(Desk desk) {
        List<Rivalry> all = new ArrayList<>();
        Ground.terms(Stream.concat(desk.ground().fresh().stream(), desk.ground().changed().stream())
                        .toList())
                .forEach(term -> term.conflicts().forEach(conflict -> all.add(new Rivalry(term, conflict))));
        all.sort(Comparator.comparingInt(
                        (Rivalry r) -> ASPECTS.indexOf(r.conflict().aspect()))
                .thenComparing(Rivalry::term, Desk.LARGEST));
        return all;
    }

    private static Optional<Draft> rivalry(Desk desk, Rivalry rivalry) {
        Conflict conflict = rivalry.conflict();
        Draft draft = desk.draft();
        if (conflict.aspect().equals("direction")) {
            draft.words("A source reads ");
            desk.phrases().noun(draft, rivalry.term());
            return Optional.of(draft.claims(rivalry.term().disputes())
                    .words(" the other way round, as the seller’s own spending; the totals do not follow it"));
        }
        Optional<Figure> shown = desk.measures().rival(rivalry.term(), conflict, 0);
        Optional<Figure> other = desk.measures().rival(rivalry.term(), conflict, 1);
        if (shown.isEmpty() || other.isEmpty() || !desk.said().isNew(other.get())) {
            return Optional.empty();
        }
        draft.words("Sources differ on " + aspect(conflict.aspect()) + " of ");
        desk.phrases().noun(draft, rivalry.term());
        draft.words(": ");
        if (draft.isNew(shown.get())) {
            draft.number(shown.get()).words(", which is shown, or ");
        } else {
            draft.claims(shown.get().claims()).words("beside the figure above, one says ");
        }
        return Optional.of(draft.number(other.get()).words(reason(conflict.rule())));
    }

    private static String aspect(String aspect) {
        return switch (aspect) {
            case "amount" -> "the size";
            case "start" -> "the start";
            case "end" -> "the end";
            case "termYears" -> "the length";
            case "agreed" -> "the date";
            default -> "the " + aspect;
        };
    }

    private static String reason(String rule) {
        return switch (rule) {
            case "better attribution" -> " (the first has the better source)";
            case "later date" -> " (the first is the later word)";
            default -> "";
        };
    }

    /** The largest obligations that one source tells of, not surely enough for a total; those of one name together. */
    private static Optional<Draft> uncertain(Desk desk) {
        Map<Name, List<Term>> terms = new LinkedHashMap<>();
        Ground.terms(desk.ground().fresh()).stream()
                .filter(term -> !term.counted() && !term.stage().ended())
                .filter(term ->
                        Desk.dollars(term).signum() > 0 || term.subject().power() != null)
                .filter(term -> !isCountedOtherwise(desk, term))
                .sorted(Desk.LARGEST)
                .limit(MOST_UNCERTAIN)
                .forEach(term -> terms.computeIfAbsent(Name.of(term), name -> new ArrayList<>())
                        .add(term));
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = desk.draft().words("Left out of every total, as one uncertain source alone tells of them: ");
        int told = 0;
        for (List<Term> same : terms.values()) {
            draft.words(told == 0 ? "" : told == terms.size() - 1 ? " and " : ", ");
            desk.phrases().noun(draft, same.getFirst());
            amounts(desk, draft, same);
            told++;
        }
        return Optional.of(draft);
    }

    /** What the noun for a term says of it. */
    private record Name(
            ClaimKind kind,
            List<String> from,
            List<String> to,
            @Nullable String site,
            Verb verb) {

        static Name of(Term term) {
            return new Name(term.kind(), term.from(), term.to(), term.subject().site(), Verb.of(term));
        }
    }

    /** Whether it is another reading of what counts already: the same sum, with some of the same on either side. */
    private static boolean isCountedOtherwise(Desk desk, Term term) {
        return Ground.terms(desk.ground().after()).stream()
                .filter(Term::counted)
                .filter(other -> other.kind() == term.kind()
                        && other.subject().quantity().equals(term.subject().quantity()))
                .anyMatch(other -> other.from().stream().anyMatch(term.from()::contains)
                        && other.to().stream().anyMatch(term.to()::contains));
    }

    private static void amounts(Desk desk, Draft draft, List<Term> terms) {
        int told = 0;
        for (Term term : terms) {
            Optional<Figure> amount = desk.measures().amount(term).filter(draft::isNew);
            if (amount.isPresent()) {
                draft.words(told == 0 ? " (" : " and ").number(amount.get());
                told++;
            }
            draft.claims(Ground.told(term));
        }
        draft.words(told == 0 ? "" : ")");
    }

    private static Optional<Draft> single(Desk desk) {
        Optional<Figure> one = desk.measures().count(Countable.SINGLE);
        Optional<Figure> all = desk.measures().count(Countable.TERMS);
        boolean tell = one.isPresent()
                && all.isPresent()
                && !one.get().text().equals(all.get().text())
                && desk.said().isNew(one.get())
                && desk.said().isNew(all.get());
        return tell
                ? Optional.of(desk.draft()
                        .words("Only one independent source stands behind ")
                        .number(one.get())
                        .words(" of the ")
                        .number(all.get())
                        .words(" new obligations"))
                : Optional.empty();
    }
}
