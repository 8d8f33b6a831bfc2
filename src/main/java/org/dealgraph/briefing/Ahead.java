package org.dealgraph.briefing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;

/** What is coming up in the year after the period: starts and ends of what is owed. */
final class Ahead implements Desk.Topic {

    private static final int MOST_DATES = 3;
    private static final int MOST_TERMS = 3;

    private record Due(PartialDate on, String field, Term term) {}

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("next", "Coming up");
        Map<PartialDate, List<Due>> byDate = new TreeMap<>();
        for (Due due : due(desk)) {
            byDate.computeIfAbsent(due.on(), d -> new ArrayList<>()).add(due);
        }
        byDate.values().stream()
                .map(dues -> dues.stream()
                        .sorted(Comparator.comparing(Due::field).reversed().thenComparing(Due::term, Desk.LARGEST))
                        .toList())
                .limit(MOST_DATES)
                .map(dues -> sentence(desk, dues))
                .flatMap(Optional::stream)
                .forEach(pad::add);
        return pad.section();
    }

    private static List<Due> due(Desk desk) {
        LocalDate from = desk.ground().ask().until();
        LocalDate to = from.plusYears(1);
        List<Due> due = new ArrayList<>();
        desk.ground().after().stream()
                .flatMap(deal -> Desk.standing(deal).stream())
                .filter(term -> term.subject().quantity().isPresent())
                .forEach(term -> {
                    for (String field : List.of("start", "end")) {
                        PartialDate on = field.equals("start")
                                ? term.schedule().start()
                                : term.schedule().end();
                        if (on != null
                                && on.earliest().isAfter(from)
                                && !on.earliest().isAfter(to)) {
                            due.add(new Due(on, field, term));
                        }
                    }
                });
        return due;
    }

    private static Optional<Draft> sentence(Desk desk, List<Due> dues) {
        Due first = dues.getFirst();
        Optional<Figure> date = desk.measures().date(first.term(), first.field());
        if (date.isEmpty() || !desk.said().isNew(date.get())) {
            return Optional.empty();
        }
        String in = first.on().earliest().equals(first.on().latest()) ? " on " : " in ";
        Draft draft = desk.draft();
        List<Due> alike = dues.stream()
                .filter(d -> d.field().equals(first.field()))
                .limit(MOST_TERMS)
                .toList();
        for (int i = 0; i < alike.size(); i++) {
            draft.words(i == 0 ? "" : i == alike.size() - 1 ? " and " : ", ");
            desk.phrases().noun(draft, alike.get(i).term());
        }
        String verb = first.field().equals("start") ? " begin" : " end";
        return Optional.of(
                draft.words(verb + (alike.size() == 1 ? "s" : "") + in).number(date.get()));
    }
}
