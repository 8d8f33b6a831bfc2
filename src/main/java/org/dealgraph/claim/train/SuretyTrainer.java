package org.dealgraph.claim.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.judge.Judge;
import org.dealgraph.claim.judge.Manner;
import org.dealgraph.claim.judge.Scored;
import org.dealgraph.claim.judge.Surety;
import org.dealgraph.claim.learn.Logistic;

/**
 * Fits how sure a choice is to the best candidates of stories that the forests had not seen, and from there the probabilities
 * from which a choice is a claim and passes the gate. Our own texts are denser and stranger than news: they help to weigh the
 * numbers, but their lower rate of right choices stays theirs.
 */
final class SuretyTrainer {

    private static final double RIDGE = 2;
    private static final double OWN = 0.25;
    private static final double LOWEST = 0.5;
    private static final double LOWEST_GATE = 0.7;
    private static final double HIGHEST = 0.97;
    private static final double STEP = 0.01;
    private static final int FEW = 10;

    /**
     * How precise the claims of unseen stories shall be: more than is promised, since the lexicon was written beside these
     * stories and serves them better than others.
     */
    private static final Map<String, Double> PRECISION = Map.of("plain", 0.945, "hard", 0.8);

    /** How precise the claims of validation stories above the gate shall be. */
    private static final Map<String, Double> SURE = Map.of("plain", 0.97, "hard", 0.93);

    private record Row(
            double[] numbers,
            boolean right,
            boolean story,
            boolean held,
            String style,
            Manner manner,
            AnchorType type,
            int fold) {}

    private record Point(double probability, Row row) {

        private boolean right() {
            return row.right();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /** Adds the best of an anchor's candidates, where there is one. */
    void add(Example example, List<Scored> scored, Predicate<Scored> right) {
        for (Scored s : Judge.pick(scored).stream().limit(1).toList()) {
            rows.add(new Row(
                    Surety.numbers(scored, s),
                    right.test(s),
                    example.story(),
                    example.story() && example.document().validation(),
                    example.document().style(),
                    Manner.of(s.row()),
                    s.candidate().anchor().type(),
                    example.fold()));
        }
    }

    private double[] fit(Predicate<Row> which) {
        List<Row> in = rows.stream().filter(r -> !r.held()).filter(which).toList();
        return Logistic.fit(
                in.stream().map(SuretyTrainer::withOwn).toArray(double[][]::new),
                in.stream().mapToDouble(r -> r.right() ? 1 : 0).toArray(),
                in.stream().mapToDouble(r -> r.story() ? 1 : OWN).toArray(),
                RIDGE);
    }

    /** The numbers and, last, those that only our own texts have. */
    private static double[] withOwn(Row row) {
        int n = row.numbers().length;
        double[] numbers = Arrays.copyOf(row.numbers(), n + 2);
        numbers[n] = row.story() ? 0 : 1;
        numbers[n + 1] = row.story() ? 0 : row.numbers()[1];
        return numbers;
    }

    /** How likely the amounts of training stories are right, fold by fold, as sums that have not seen their fold tell. */
    private List<Point> unseen(int folds) {
        List<Point> unseen = new ArrayList<>();
        for (int f = 0; f < folds; f++) {
            int fold = f;
            double[] weights = fit(r -> r.fold() != fold);
            rows.stream()
                    .filter(r -> r.fold() == fold
                            && !r.held()
                            && r.story()
                            && r.type().numbered())
                    .forEach(r -> unseen.add(new Point(probability(weights, r), r)));
        }
        return unseen;
    }

    /** The fitted sum with its thresholds. */
    Surety fit(int folds) {
        Map<Manner, Double> least = least(unseen(folds));
        double[] weights = Arrays.copyOf(fit(r -> true), Surety.names().size());
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.rint(weights[i] * 1e4) / 1e4;
        }
        return new Surety(weights, least, gate(weights));
    }

    /** The thresholds by manner that let most right claims through while both styles are as precise as they shall be. */
    private static Map<Manner, Double> least(List<Point> unseen) {
        Map<Manner, Double> least = new EnumMap<>(Map.of(Manner.PLAIN, HIGHEST, Manner.VEILED, HIGHEST));
        long most = 0;
        for (double plain = HIGHEST; plain >= LOWEST; plain -= STEP) {
            for (double veiled = HIGHEST; veiled >= LOWEST; veiled -= STEP) {
                Map<Manner, Double> tried = Map.of(Manner.PLAIN, round(plain), Manner.VEILED, round(veiled));
                List<Point> through = unseen.stream()
                        .filter(p ->
                                p.probability() >= tried.getOrDefault(p.row().manner(), 1.0))
                        .toList();
                long right = through.stream().filter(Point::right).count();
                if (right > most && PRECISION.keySet().stream().allMatch(style -> isPrecise(through, style))) {
                    most = right;
                    least.putAll(tried);
                }
            }
        }
        return least;
    }

    private static boolean isPrecise(List<Point> through, String style) {
        long all = through.stream().filter(p -> p.row().style().equals(style)).count();
        long right = through.stream()
                .filter(p -> p.row().style().equals(style) && p.right())
                .count();
        return right >= PRECISION.getOrDefault(style, 1.0) * all;
    }

    /**
     * Where validation stories of either style are as precise as promised: the lexicon was written beside the training stories
     * and serves them better than others.
     */
    private double gate(double[] weights) {
        double gate = LOWEST_GATE;
        for (Map.Entry<String, Double> sure : SURE.entrySet()) {
            List<Point> points = rows.stream()
                    .filter(r -> r.held()
                            && r.style().equals(sure.getKey())
                            && r.type().numbered())
                    .map(r -> new Point(1 / (1 + Math.exp(-Logistic.sum(weights, r.numbers()))), r))
                    .sorted(Comparator.comparingDouble(Point::probability).reversed())
                    .toList();
            gate = Math.max(gate, cut(points, sure.getValue()));
        }
        return round(gate);
    }

    private static double probability(double[] weights, Row r) {
        return 1 / (1 + Math.exp(-Logistic.sum(weights, withOwn(r))));
    }

    /** The least probability above which so many are right. */
    private static double cut(List<Point> falling, double precision) {
        int right = 0;
        double cut = HIGHEST;
        for (int i = 0; i < falling.size(); i++) {
            right += falling.get(i).right() ? 1 : 0;
            if (i >= FEW && right >= precision * (i + 1)) {
                cut = falling.get(i).probability();
            }
        }
        return Math.min(cut, HIGHEST);
    }

    private static double round(double p) {
        return Math.rint(p * 1e3) / 1e3;
    }

    /** How the stories that were not seen fare, by style. */
    String report(int folds) {
        StringBuilder report = new StringBuilder();
        List<Point> unseen = unseen(folds);
        for (String style : List.of("plain", "hard")) {
            List<Point> points = unseen.stream()
                    .filter(p -> p.row().style().equals(style))
                    .sorted(Comparator.comparingDouble(Point::probability).reversed())
                    .toList();
            report.append(
                    "amounts of unseen %s stories: %d, best reading right %d, sum of precisions %.1f, right at precision"
                            .formatted(
                                    style,
                                    points.size(),
                                    points.stream().filter(Point::right).count(),
                                    averaged(points)));
            for (double p : new double[] {0.97, 0.93, 0.9, 0.8}) {
                double cut = cut(points, p);
                long right = points.stream()
                        .filter(x -> x.right() && x.probability() >= cut)
                        .count();
                report.append(" %.2f: %d,".formatted(p, right));
            }
            report.append("\n");
        }
        return report.toString();
    }

    private static double averaged(List<Point> falling) {
        int right = 0;
        double sum = 0;
        for (int i = 0; i < falling.size(); i++) {
            right += falling.get(i).right() ? 1 : 0;
            sum += falling.get(i).right() ? (double) right / (i + 1) : 0;
        }
        return sum;
    }
}
