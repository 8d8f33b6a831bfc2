package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dealgraph.briefing.Briefing.Chart;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;

/** The largest new deals on the days on which they were agreed or, where nobody says, came to be known. */
final class TimelineChart {

    private static final int MOST = 10;
    private static final int ROW = 30;
    private static final int TOP = 34;
    private static final double LEFT = 250;
    private static final double RIGHT = Svg.WIDTH - 110;
    private static final double LARGEST_DOT = 13;
    private static final double SMALLEST_DOT = 4;

    private record Row(Term term, LocalDate on, String label, String amount) {}

    private TimelineChart() {}

    static Optional<Chart> draw(Ground ground) {
        List<Row> rows = rows(ground);
        if (rows.size() < 2) {
            return Optional.empty();
        }
        LocalDate first = rows.getFirst().on();
        LocalDate last = rows.getLast().on();
        double days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        Svg svg = new Svg("timeline", TOP + rows.size() * ROW + 12);
        svg.text(LEFT, 16, "middle", Numbers.day(first))
                .text(RIGHT, 16, "middle", first.equals(last) ? "" : Numbers.day(last));
        BigDecimal largest = rows.stream()
                .map(row -> Desk.dollars(row.term()))
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE)
                .max(BigDecimal.ONE);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = TOP + i * ROW + ROW / 2.0;
            double x = LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, row.on()) / days;
            double share = Desk.dollars(row.term()).doubleValue() / largest.doubleValue();
            svg.line(LEFT, y, RIGHT, y, 0.15);
            svg.dot(x, y, Math.max(SMALLEST_DOT, LARGEST_DOT * Math.sqrt(share)));
            svg.text(LEFT - 22, y + 4, "end", PlainText.cut(row.label(), 32));
            svg.text(Math.min(x + 18, RIGHT + 18), y + 4, "start", 12, row.amount());
        }
        String title = "New deals by date";
        String description =
                "The largest new deals by the day they were agreed or came to be known; a larger dot is a larger sum. "
                        + rows.stream()
                                .map(r -> Numbers.day(r.on()) + ": " + r.label()
                                        + (r.amount().isEmpty() ? "" : ", " + r.amount()))
                                .collect(Collectors.joining("; "))
                        + ".";
        return Optional.of(
                new Chart("timeline", title, description, svg.done(title, description), bars(rows, largest)));
    }

    private static List<Row> rows(Ground ground) {
        List<Row> rows = new ArrayList<>();
        for (Deal deal : ground.fresh()) {
            Desk.standing(deal).stream()
                    .filter(term -> term.subject().quantity().isPresent())
                    .findFirst()
                    .ifPresent(term -> {
                        PartialDate on = term.schedule().agreed();
                        if (on != null) {
                            rows.add(new Row(term, on.earliest(), label(ground, term), Numbers.text(term.subject())));
                        }
                    });
        }
        return rows.stream()
                .sorted(Comparator.comparing(Row::term, Desk.LARGEST))
                .limit(MOST)
                .sorted(Comparator.comparing(Row::on).thenComparing(Row::term, Desk.LARGEST))
                .toList();
    }

    private static List<Briefing.Bar> bars(List<Row> rows, BigDecimal largest) {
        return rows.stream()
                .map(row -> new Briefing.Bar(
                        Numbers.day(row.on()) + ": " + row.label(),
                        row.amount(),
                        0,
                        Desk.dollars(row.term()).doubleValue() / largest.doubleValue()))
                .toList();
    }

    private static String label(Ground ground, Term term) {
        String from = ground.organization(term.from().getFirst());
        return term.to().isEmpty()
                ? from
                : from + " → " + ground.organization(term.to().getFirst());
    }
}
