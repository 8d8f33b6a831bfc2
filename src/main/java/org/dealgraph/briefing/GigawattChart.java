package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Capacity;
import org.dealgraph.answer.Scope;
import org.dealgraph.briefing.Briefing.Chart;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Promised computing capacity by the quarter in which it starts: what is sure in full colour, what is a cap in pale. */
final class GigawattChart {

    private static final int MOST = 10;
    private static final double LEFT = 200;
    private static final double RIGHT = Svg.WIDTH - 130;
    private static final double ROW = 30;

    private record Bar(@Nullable PartialDate start, Interval megawatts) {

        String label() {
            return start == null ? "no start told" : Numbers.date(start);
        }

        double most() {
            return megawatts.value().doubleValue();
        }
    }

    private GigawattChart() {}

    static Optional<Chart> draw(Ground ground) {
        List<Bar> bars = bars(ground);
        if (bars.size() < 2) {
            return Optional.empty();
        }
        double most = bars.stream().mapToDouble(Bar::most).max().orElse(1);
        Svg svg = new Svg("gigawatts", (int) (bars.size() * ROW + 16));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = 8 + i * ROW;
            double full = (RIGHT - LEFT) * bar.most() / most;
            double sure = (RIGHT - LEFT) * Math.min(bar.megawatts().low().doubleValue(), bar.most()) / most;
            svg.text(LEFT - 12, y + 19, "end", PlainText.cut(bar.label(), 28));
            svg.box(LEFT, y + 4, full, ROW - 8, 0.3).box(LEFT, y + 4, sure, ROW - 8, 0.75);
            svg.text(LEFT + full + 8, y + 19, "start", 12, Numbers.text(bar.megawatts(), "MW"));
        }
        String title = "Promised computing capacity by start";
        String description =
                "Computing capacity by the time it is to start, by headline; the pale part is a cap that need not be reached. "
                        + bars.stream()
                                .map(b -> b.label() + ": " + Numbers.text(b.megawatts(), "MW"))
                                .collect(Collectors.joining("; "))
                        + ".";
        return Optional.of(new Chart(
                "gigawatts",
                title,
                description,
                svg.done(title, description),
                bars.stream()
                        .map(b -> new Briefing.Bar(b.label(), Numbers.text(b.megawatts(), "MW"), 0, b.most() / most))
                        .toList()));
    }

    private static List<Bar> bars(Ground ground) {
        List<Bar> bars = new ArrayList<>();
        for (Capacity group : Capacity.of(
                ground.after(), Scope.everything(), Basis.HEADLINE, Set.of(Capacity.Grouping.START_QUARTER))) {
            group.totals().stream()
                    .filter(total -> total.category().equals(Sums.Slice.COMPUTE.category()))
                    .filter(total -> total.amount().value().signum() > 0)
                    .forEach(total -> bars.add(new Bar(group.key().start(), total.amount())));
        }
        bars.sort(Comparator.comparing(Bar::start, Comparator.nullsLast(Comparator.naturalOrder())));
        return bars.size() <= MOST ? bars : bars.subList(bars.size() - MOST, bars.size());
    }
}
