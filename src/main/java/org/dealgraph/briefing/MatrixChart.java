package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Commitments;
import org.dealgraph.answer.Dollars;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.briefing.Briefing.Chart;
import org.dealgraph.model.ClaimKind;

/** Who buys from whom, in billions of dollars by headline. */
final class MatrixChart {

    private static final int MOST = 6;
    private static final double LEFT = 150;
    private static final double TOP = 46;
    private static final double ROW = 34;

    private record Cell(String from, String to, Total total) {

        double billions() {
            return total.amount().value().movePointLeft(9).doubleValue();
        }
    }

    private MatrixChart() {}

    static Optional<Chart> draw(Ground ground) {
        List<Cell> cells = cells(ground);
        List<String> buyers = largest(cells.stream()
                .collect(Collectors.groupingBy(Cell::from, TreeMap::new, Collectors.summingDouble(Cell::billions))));
        List<String> sellers = largest(cells.stream()
                .collect(Collectors.groupingBy(Cell::to, TreeMap::new, Collectors.summingDouble(Cell::billions))));
        if (cells.size() < 2) {
            return Optional.empty();
        }
        double width = (Svg.WIDTH - LEFT - 10) / sellers.size();
        double most = cells.stream().mapToDouble(Cell::billions).max().orElse(1);
        Svg svg = new Svg("matrix", (int) (TOP + ROW * buyers.size() + 10));
        svg.text(LEFT - 12, 16, "end", 12, "buyer ↓ seller →");
        for (int j = 0; j < sellers.size(); j++) {
            svg.text(
                    LEFT + width * (j + 0.5), 36, "middle", 12, PlainText.cut(ground.organization(sellers.get(j)), 16));
        }
        for (int i = 0; i < buyers.size(); i++) {
            double y = TOP + ROW * i;
            svg.text(LEFT - 12, y + 22, "end", PlainText.cut(ground.organization(buyers.get(i)), 20));
            for (int j = 0; j < sellers.size(); j++) {
                String buyer = buyers.get(i);
                String seller = sellers.get(j);
                double x = LEFT + width * j;
                svg.box(x + 1, y + 1, width - 2, ROW - 2, 0.06);
                cells.stream()
                        .filter(c -> c.from().equals(buyer) && c.to().equals(seller))
                        .findFirst()
                        .ifPresent(c -> {
                            svg.box(x + 1, y + 1, width - 2, ROW - 2, 0.12 + 0.5 * c.billions() / most);
                            svg.text(x + width / 2, y + 22, "middle", 12, amount(c));
                        });
            }
        }
        String title = "Purchases by buyer and seller";
        String description = "What each buyer has committed to spend with each seller, by headline. "
                + cells.stream()
                        .filter(c -> buyers.contains(c.from()) && sellers.contains(c.to()))
                        .map(c -> ground.organization(c.from()) + " with " + ground.organization(c.to()) + ": "
                                + amount(c))
                        .collect(Collectors.joining("; "))
                + ".";
        List<Briefing.Bar> bars = cells.stream()
                .filter(c -> buyers.contains(c.from()) && sellers.contains(c.to()))
                .sorted(Comparator.comparingDouble(Cell::billions).reversed())
                .map(c -> new Briefing.Bar(
                        ground.organization(c.from()) + " → " + ground.organization(c.to()),
                        amount(c),
                        0,
                        c.billions() / most))
                .toList();
        return Optional.of(new Chart("matrix", title, description, svg.done(title, description), bars));
    }

    private static String amount(Cell cell) {
        return Numbers.text(cell.total().amount(), "USD")
                .replace("at least ", "≥ ")
                .replace("up to ", "≤ ")
                .replace("about ", "≈ ")
                .replace(" trillion", "tn")
                .replace(" billion", "bn")
                .replace(" million", "m");
    }

    private static List<Cell> cells(Ground ground) {
        Scope scope = new Scope(Set.of(), Set.of(), id -> ground.directory().groupOf(id));
        Commitments.Question question = new Commitments.Question(
                scope, Set.of(ClaimKind.SPEND), Basis.HEADLINE, Set.of(Commitments.By.FROM, Commitments.By.TO));
        return Commitments.of(
                        Dollars.of(
                                        Ground.terms(ground.after()),
                                        ground.catalogue().rates()::find)
                                .terms(),
                        question,
                        ground.catalogue().rates()::find)
                .stream()
                .flatMap(group -> group.dollars().stream()
                        .filter(t -> t.category().equals(Sums.Slice.PURCHASES.category()))
                        .filter(t -> t.amount().value().compareTo(BigDecimal.ZERO) > 0)
                        .map(t -> new Cell(
                                String.valueOf(group.key().from()),
                                String.valueOf(group.key().to()),
                                t)))
                .filter(cell -> !cell.to().isEmpty())
                .toList();
    }

    private static List<String> largest(Map<String, Double> sums) {
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
