package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.answer.margin.Waterfall;
import org.dealgraph.briefing.Briefing.Chart;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Interval;
import org.dealgraph.model.MarginPath;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Term;

/** Who keeps what of a dollar of the largest purchase, as far as sourced margins tell. */
final class MarginChart {

    private static final double LEFT = 240;
    private static final double RIGHT = Svg.WIDTH - 150;
    private static final double ROW = 30;

    /** A step: what is kept or lost sight of, and where the step begins; in dollars of the one that is paid. */
    private record Step(String label, double from, Interval amount) {}

    private MarginChart() {}

    static Optional<Chart> draw(Ground ground) {
        return Stream.concat(ground.fresh().stream(), ground.after().stream())
                .flatMap(deal -> Desk.standing(deal).stream())
                .filter(term ->
                        term.kind() == ClaimKind.SPEND && Desk.dollars(term).signum() > 0)
                .sorted(Desk.LARGEST)
                .flatMap(term -> path(ground, term).stream().map(path -> chart(ground, term, path)))
                .findFirst();
    }

    private static Optional<MarginPath> path(Ground ground, Term term) {
        Set<OrganizationType> types = term.to().stream()
                .flatMap(id -> ground.catalogue().findOrganization(id).stream())
                .flatMap(o -> o.types().stream())
                .collect(Collectors.toSet());
        return ground.catalogue().margins().paths().stream()
                .filter(path -> path.unit() == MarginPath.Unit.CLOUD_DOLLAR)
                .filter(path -> path.provider() != null
                        && types.contains(
                                OrganizationType.valueOf(path.provider().name())))
                .min(Comparator.comparing(MarginPath::id));
    }

    private static Chart chart(Ground ground, Term term, MarginPath path) {
        Waterfall fall = Waterfall.of(ground.catalogue().margins(), path, Interval.stated(BigDecimal.ONE), List.of());
        List<Step> steps = steps(fall);
        Svg svg = new Svg("margin", (int) ((steps.size() + 1) * ROW + 16));
        svg.text(LEFT - 12, 27, "end", "paid").box(LEFT, 12, RIGHT - LEFT, ROW - 8, 0.75);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double y = 8 + (i + 1) * ROW;
            double x = LEFT + (RIGHT - LEFT) * step.from();
            double width = (RIGHT - LEFT) * step.amount().value().doubleValue();
            svg.text(LEFT - 12, y + 19, "end", PlainText.cut(step.label(), 30));
            svg.line(x, y - 4, x, y + 4, 0.4).box(x, y + 4, width, ROW - 8, 0.45);
            svg.text(x + width + 8, y + 19, "start", 12, cents(step.amount()));
        }
        String title = "Who keeps what of a dollar that "
                + ground.organization(term.from().getFirst()) + " pays "
                + ground.organization(term.to().getFirst());
        String description = "Worked out from sourced margins, which measure unlike things and are not to be added. "
                + path.title() + ". "
                + steps.stream().map(s -> s.label() + ": " + cents(s.amount())).collect(Collectors.joining("; "))
                + ".";
        List<Briefing.Bar> bars = steps.stream()
                .map(s -> new Briefing.Bar(
                        s.label(),
                        cents(s.amount()),
                        s.from(),
                        s.from() + s.amount().value().doubleValue()))
                .toList();
        return new Chart("margin", title, description, svg.done(title, description), bars);
    }

    private static List<Step> steps(Waterfall fall) {
        List<Step> steps = new ArrayList<>();
        double at = 0;
        for (var layer : fall.layers()) {
            Interval keeps = layer.keeps();
            if (keeps != null) {
                steps.add(new Step(words(layer.layer()) + " keeps", at, keeps));
                at += keeps.value().doubleValue();
            }
        }
        for (Waterfall.Unsplit rest : fall.unsplit()) {
            steps.add(new Step("not known, below " + words(rest.below()), at, rest.amount()));
            at += rest.amount().value().doubleValue();
        }
        return steps;
    }

    private static String words(Enum<?> layer) {
        return layer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String cents(Interval dollars) {
        Interval cents = dollars.times(BigDecimal.valueOf(100));
        return cents.high() == null || cents.low().compareTo(cents.high()) == 0
                ? whole(cents.value()) + " cents"
                : whole(cents.value()) + " cents (" + whole(cents.low()) + "–" + whole(cents.high()) + ")";
    }

    private static String whole(BigDecimal cents) {
        return cents.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
