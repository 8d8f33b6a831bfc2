package org.dealgraph.claim.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.candidate.Side;

/** Adds to each candidate's numbers what the first judgement says of it and of like candidates elsewhere in the article. */
public final class Neighbourhood {

    /** What the first judgement gives less than this is not judged again. */
    private static final double UNLIKELY = 0.02;

    private static final int MOST = 20;

    private final List<List<Candidate>> anchors;
    private final double[][] first;
    private final Map<String, double[]> triples = new HashMap<>();
    private final Map<String, double[]> pairs = new HashMap<>();
    private final Map<String, Double> sums = new HashMap<>();
    private final List<Map<String, Double>> local = new ArrayList<>();
    private final Map<String, List<Integer>> amounts = new HashMap<>();
    private final double[] best;
    private final List<List<Names>> names = new ArrayList<>();
    private double all;

    /** By what a candidate's like is looked for. */
    private record Names(String triple, String pair, String swapped, String kind, String giver, String receiver) {

        static Names of(Candidate c) {
            Side to = c.to();
            return new Names(
                    c.triple(),
                    c.pair(),
                    c.swapped(),
                    c.kind().name(),
                    c.kind() + "<" + c.from().key(),
                    c.kind() + ">" + (to == null ? "" : to.key()));
        }
    }

    /** @param first what the first judgement gives each candidate of each anchor */
    public Neighbourhood(List<List<Candidate>> anchors, double[][] first) {
        this.anchors = anchors;
        this.first = first;
        this.best = Arrays.stream(first)
                .mapToDouble(p -> Arrays.stream(p).max().orElse(0))
                .toArray();
        for (int a = 0; a < anchors.size(); a++) {
            Map<String, Double> here = new HashMap<>();
            List<Names> called = new ArrayList<>();
            for (int i = 0; i < first[a].length; i++) {
                double p = first[a][i];
                Names c = Names.of(anchors.get(a).get(i));
                called.add(c);
                best(triples, c.triple(), p, a);
                best(pairs, c.pair(), p, a);
                sums.merge(c.triple(), p, Double::sum);
                sums.merge(c.pair(), p, Double::sum);
                all += p;
                here.merge(c.triple(), p, Math::max);
                here.merge(c.pair(), p, Math::max);
                here.merge(c.kind(), p, Math::max);
                here.merge(c.giver(), p, Math::max);
                here.merge(c.receiver(), p, Math::max);
            }
            names.add(called);
            int index = a;
            anchors.get(a).stream()
                    .findFirst()
                    .flatMap(c -> c.anchor().amount())
                    .ifPresent(amount -> amounts.computeIfAbsent(amount, k -> new ArrayList<>())
                            .add(index));
            local.add(here);
        }
    }

    /** Keeps the best value and the best of another anchor. */
    private static void best(Map<String, double[]> map, String key, double p, int anchor) {
        double[] b = map.computeIfAbsent(key, k -> new double[] {0, -1, 0});
        if (b[1] == anchor) {
            b[0] = Math.max(b[0], p);
        } else if (p > b[0]) {
            b[2] = b[0];
            b[0] = p;
            b[1] = anchor;
        } else {
            b[2] = Math.max(b[2], p);
        }
    }

    private static double elsewhere(Map<String, double[]> map, String key, int anchor) {
        double[] b = map.get(key);
        if (b == null) {
            return 0;
        }
        return b[1] == anchor ? b[2] : b[0];
    }

    /** The full rows of those that the first judgement does not rule out, by their index. */
    public Map<Integer, double[]> likely(int a) {
        Map<Integer, double[]> rows = new TreeMap<>();
        Map<String, Double> before = before(a);
        double best = 0;
        double second = 0;
        for (double p : first[a]) {
            if (p > best) {
                second = best;
                best = p;
            } else {
                second = Math.max(second, p);
            }
        }
        for (int i = 0; i < first[a].length; i++) {
            if (first[a][i] >= UNLIKELY) {
                rows.put(i, row(a, i, before, first[a][i] == best ? second : best));
            }
        }
        return rows;
    }

    private Map<String, Double> before(int a) {
        for (int b = a - 1; b >= 0; b--) {
            if (!anchors.get(b).isEmpty()
                    && anchors.get(b).getFirst().anchor().type().numbered()) {
                return local.get(b);
            }
        }
        return Map.of();
    }

    private double[] row(int a, int i, Map<String, Double> before, double rival) {
        Candidate c = anchors.get(a).get(i);
        double[] row = c.row().clone();
        double p = first[a][i];
        int rank = 0;
        for (double q : first[a]) {
            rank += q > p ? 1 : 0;
        }
        set(row, Feature.FIRST_JUDGEMENT, p);
        set(row, Feature.FIRST_RANK, Math.min(6, rank));
        set(row, Feature.FIRST_MARGIN, p - rival);
        Names n = names.get(a).get(i);
        double sum = Math.max(1, all);
        set(row, Feature.SAME_ELSEWHERE, elsewhere(triples, n.triple(), a));
        set(row, Feature.SAME_BEFORE, before.getOrDefault(n.triple(), 0.0));
        set(row, Feature.SAME_IN_SENTENCE, inSentence(a, n.triple()));
        set(row, Feature.PAIR_ELSEWHERE, elsewhere(pairs, n.pair(), a));
        set(row, Feature.PAIR_BEFORE, before.getOrDefault(n.pair(), 0.0));
        set(row, Feature.SWAPPED_ELSEWHERE, elsewhere(pairs, n.swapped(), a));
        set(row, Feature.SAME_SHARE, sums.getOrDefault(n.triple(), 0.0) / sum);
        set(row, Feature.PAIR_SHARE, sums.getOrDefault(n.pair(), 0.0) / sum);
        set(row, Feature.KIND_BEFORE, before.getOrDefault(n.kind(), 0.0));
        set(row, Feature.GIVER_BEFORE, before.getOrDefault(n.giver(), 0.0));
        set(row, Feature.RECEIVER_BEFORE, before.getOrDefault(n.receiver(), 0.0));
        set(row, Feature.GIVER_IN_SENTENCE, inSentence(a, n.giver()));
        set(row, Feature.RECEIVER_IN_SENTENCE, inSentence(a, n.receiver()));
        amount(row, a, c.anchor(), n.triple());
        set(row, Feature.SAME_OTHER_AMOUNT, otherAmount(a, c.anchor(), n.triple()));
        return row;
    }

    /** What is said where the same amount is told again: of these parties, and of others. */
    private void amount(double[] row, int a, Anchor anchor, String triple) {
        List<Integer> places =
                anchor.amount().map(k -> amounts.getOrDefault(k, List.of())).orElse(List.of());
        for (int b : places.subList(0, Math.min(MOST, places.size()))) {
            if (b == a) {
                continue;
            }
            double same = local.get(b).getOrDefault(triple, 0.0);
            raise(row, Feature.AMOUNT_SAME, same);
            raise(row, Feature.AMOUNT_OTHER, best[b] - same);
        }
    }

    /** What is said of the same parties at another amount nearby. */
    private double otherAmount(int a, Anchor anchor, String triple) {
        String amount = anchor.amount().orElse("");
        double most = 0;
        for (int b = Math.max(0, a - MOST); b < Math.min(anchors.size(), a + MOST); b++) {
            double same = local.get(b).getOrDefault(triple, 0.0);
            if (b != a && same > most) {
                Anchor other = anchors.get(b).getFirst().anchor();
                if (other.type() == anchor.type() && !other.amount().orElse("").equals(amount)) {
                    most = same;
                }
            }
        }
        return most;
    }

    private static void raise(double[] row, Feature f, double value) {
        row[f.ordinal()] = Math.max(row[f.ordinal()], value);
    }

    private double inSentence(int a, String key) {
        int sentence = anchors.get(a).getFirst().anchor().sentence();
        double most = 0;
        for (int step : new int[] {-1, 1}) {
            for (int b = a + step; b >= 0 && b < anchors.size(); b += step) {
                if (anchors.get(b).isEmpty()) {
                    continue;
                }
                if (anchors.get(b).getFirst().anchor().sentence() != sentence) {
                    break;
                }
                most = Math.max(most, local.get(b).getOrDefault(key, 0.0));
            }
        }
        return most;
    }

    private static void set(double[] row, Feature f, double value) {
        row[f.ordinal()] = value;
    }
}
