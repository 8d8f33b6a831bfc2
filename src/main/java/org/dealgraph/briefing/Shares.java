package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dealgraph.briefing.Briefing.Section;
import org.dealgraph.briefing.Figure.Measure;
import org.dealgraph.briefing.Figure.Origin;

/** Who gained and lost: each seller's part of all purchases, at the figures stated, before the period and after it. */
final class Shares implements Desk.Topic {

    private static final double LEAST = 0.03;
    private static final int MOST = 2;

    @Override
    public Optional<Section> write(Desk desk) {
        Desk.Pad pad = new Desk.Pad("share", "Who gained and lost");
        Map<String, BigDecimal> before = parts(desk.measures().sums().owed(true));
        Map<String, BigDecimal> after = parts(desk.measures().sums().owed(false));
        if (after.size() > 1 && before.isEmpty()) {
            leaders(desk, after).ifPresent(pad::add);
        } else if (after.size() > 1) {
            Map<String, BigDecimal> moved = new TreeMap<>();
            after.forEach(
                    (seller, part) -> moved.put(seller, part.subtract(before.getOrDefault(seller, BigDecimal.ZERO))));
            Comparator<Map.Entry<String, BigDecimal>> rising = Map.Entry.comparingByValue();
            List<String> winners = moved.entrySet().stream()
                    .filter(e -> e.getValue().doubleValue() >= LEAST)
                    .sorted(rising.reversed().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .limit(MOST)
                    .toList();
            List<String> losers = moved.entrySet().stream()
                    .filter(e -> e.getValue().doubleValue() <= -LEAST)
                    .sorted(rising.thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .limit(MOST)
                    .toList();
            for (int i = 0; i < MOST; i++) {
                winners.stream()
                        .skip(i)
                        .limit(1)
                        .forEach(s -> moved(desk, s, "rose", pad.size() == 0).ifPresent(pad::add));
                losers.stream()
                        .skip(i)
                        .limit(1)
                        .forEach(s -> moved(desk, s, "fell", pad.size() == 0).ifPresent(pad::add));
            }
        }
        return pad.section();
    }

    private static Map<String, BigDecimal> parts(Map<String, BigDecimal> owed) {
        BigDecimal all = owed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, BigDecimal> parts = new TreeMap<>();
        owed.forEach((seller, sum) -> parts.put(seller, sum.divide(all, MathContext.DECIMAL32)));
        return parts;
    }

    private static Optional<Draft> leaders(Desk desk, Map<String, BigDecimal> parts) {
        Draft draft = desk.draft();
        String first = parts.entrySet().stream()
                .max(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return share(desk, first, "after")
                .filter(desk.said()::isNew)
                .map(share -> draft.organizations(List.of(first))
                        .words(" and its subsidiaries sell ")
                        .number(share)
                        .words(" of all that is bought, at the figures stated"));
    }

    /** How a part is worked out is told once. */
    private static Optional<Draft> moved(Desk desk, String seller, String verb, boolean first) {
        String basis = first ? ", at the figures stated" : "";
        Optional<Figure> now = share(desk, seller, "after");
        Optional<Figure> then = share(desk, seller, "before");
        if (now.isEmpty() || !desk.said().isNew(now.get())) {
            return Optional.empty();
        }
        Draft draft = desk.draft().organizations(List.of(seller)).words("’s part of all purchases ");
        return then.filter(desk.said()::isNew).isPresent()
                ? Optional.of(draft.words(verb + " from ")
                        .number(then.get())
                        .words(" to ")
                        .number(now.get())
                        .words(basis))
                : Optional.of(draft.words(then.isEmpty() ? verb + " from nothing to " : verb + " to ")
                        .number(now.get())
                        .words(basis));
    }

    private static Optional<Figure> share(Desk desk, String seller, String when) {
        return desk.measures().of(new Origin(Measure.SHARE, List.of(seller), when));
    }
}
