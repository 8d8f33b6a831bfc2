package org.dealgraph.claim.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.corpus.Corpus;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.claim.corpus.CorpusFormat;
import org.dealgraph.claim.corpus.Evaluation;
import org.dealgraph.claim.corpus.EvaluationReport;
import org.dealgraph.claim.judge.Calibration;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.claim.judge.Judge;
import org.dealgraph.claim.judge.Model;
import org.dealgraph.claim.judge.ModelFile;
import org.dealgraph.claim.judge.Neighbourhood;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.ForestTrainer;

/**
 * Trains the judge from the annotated training stories alone. Stories are parted into folds; what the second forests
 * learn, the thresholds and the calibration all come from judgements of stories that the forest before had not seen.
 */
public final class Training {

    private static final int FOLDS = 6;
    private static final double RIGHT_WEIGHT = 1;
    private static final int SAMPLE = 4;

    private final List<Example> examples;
    private final List<Map<AnchorType, Model.Part>> folds = new ArrayList<>();

    private Training(List<Example> examples) {
        this.examples = examples;
    }

    /**
     * Trains and writes the model files.
     *
     * @param args the ingest folder
     */
    public static void main(String[] args) {
        Path ingest = Path.of(args.length > 0 ? args[0] : "ingest");
        System.out.print(run(ingest));
    }

    /** Trains on the training stories of an ingest folder's corpus, writes the model, and tells how it went. */
    public static String run(Path ingest) {
        Catalogue catalogue = Catalogue.load(ingest);
        ClaimReader reader = ClaimReader.load(ingest, catalogue);
        Examples maker = new Examples(reader, catalogue, FOLDS);
        List<CorpusDocument> documents = Corpus.read(ingest.resolve("corpus/dev"));
        List<Example> examples =
                documents.stream().filter(d -> !d.validation()).map(maker::of).toList();
        Training training = new Training(examples);
        StringBuilder report = new StringBuilder(training.train(ingest));
        CorpusFormat format = new CorpusFormat(catalogue);
        ClaimReader last = ClaimReader.load(ingest, catalogue);
        List<ClaimReader> held =
                training.folds.stream().map(m -> reader.with(new Model(m))).toList();
        Map<String, Integer> fold = new HashMap<>();
        examples.forEach(e -> fold.put(e.document().article().id(), e.fold()));
        Evaluation evaluation = Evaluation.of(
                documents,
                article -> (fold.containsKey(article.id()) ? held.get(fold.get(article.id())) : last).read(article),
                format);
        return report.append(new EvaluationReport(evaluation, format).text(2000))
                .toString();
    }

    private String train(Path ingest) {
        StringBuilder report = new StringBuilder();
        for (int f = 0; f < FOLDS; f++) {
            folds.add(new EnumMap<>(AnchorType.class));
        }
        Map<AnchorType, Forest[]> firstByFold = new EnumMap<>(AnchorType.class);
        for (AnchorType type : AnchorType.values()) {
            Forest[] forests = new Forest[FOLDS];
            for (int f = 0; f < FOLDS; f++) {
                int held = f;
                forests[f] = first(type, fold -> fold != held);
            }
            firstByFold.put(type, forests);
        }
        Map<Example, List<List<double[]>>> rows = new java.util.IdentityHashMap<>();
        for (Example e : examples) {
            double[][] p = new double[e.anchors().size()][];
            for (int a = 0; a < p.length; a++) {
                p[a] = firsts(e, a, firstByFold);
            }
            Neighbourhood n = new Neighbourhood(e.anchors(), p);
            List<List<double[]>> all = new ArrayList<>();
            for (int a = 0; a < p.length; a++) {
                all.add(n.rows(a));
            }
            rows.put(e, all);
        }
        for (AnchorType type : AnchorType.values()) {
            report.append(finish(ingest, type, rows, firstByFold.get(type)));
        }
        return report.toString();
    }

    private static double[] firsts(Example e, int a, Map<AnchorType, Forest[]> forests) {
        return e.anchors().get(a).stream()
                .mapToDouble(c -> forests.get(c.anchor().type())[e.fold()].probability(c.row()))
                .toArray();
    }

    private Forest first(AnchorType type, IntPredicate folds) {
        Rows rows = new Rows();
        for (Example e : examples) {
            for (int a = 0; folds.test(e.fold()) && a < e.anchors().size(); a++) {
                for (int i = 0; i < e.anchors().get(a).size(); i++) {
                    Candidate c = e.anchors().get(a).get(i);
                    if (c.anchor().type() == type) {
                        rows.add(c.row(), e.right().get(a)[i], RIGHT_WEIGHT);
                    }
                }
            }
        }
        return rows.fit(Feature.first());
    }

    private Forest second(AnchorType type, Map<Example, List<List<double[]>>> all, IntPredicate folds) {
        Rows rows = new Rows();
        for (Example e : examples) {
            for (int a = 0; folds.test(e.fold()) && a < e.anchors().size(); a++) {
                for (int i = 0; i < e.anchors().get(a).size(); i++) {
                    if (e.anchors().get(a).get(i).anchor().type() == type) {
                        rows.add(all.get(e).get(a).get(i), e.right().get(a)[i], RIGHT_WEIGHT);
                    }
                }
            }
        }
        return rows.fit(Feature.names());
    }

    /** Second forests by fold give honest scores; from them the threshold and the calibration; then all stories together. */
    private String finish(Path ingest, AnchorType type, Map<Example, List<List<double[]>>> rows, Forest[] firsts) {
        List<double[]> scored = new ArrayList<>();
        int reachable = 0;
        Forest[] seconds = new Forest[FOLDS];
        for (int f = 0; f < FOLDS; f++) {
            int held = f;
            Forest forest = second(type, rows, fold -> fold != held);
            seconds[f] = forest;
            for (Example e : examples) {
                if (e.fold() != held) {
                    continue;
                }
                for (int a = 0; a < e.anchors().size(); a++) {
                    List<Candidate> candidates = e.anchors().get(a);
                    if (candidates.isEmpty() || candidates.getFirst().anchor().type() != type) {
                        continue;
                    }
                    boolean any = false;
                    List<Choice> choices = new ArrayList<>();
                    for (int i = 0; i < candidates.size(); i++) {
                        any |= e.right().get(a)[i];
                        double score = forest.probability(rows.get(e).get(a).get(i));
                        choices.add(new Choice(
                                candidates.get(i),
                                score,
                                score,
                                rows.get(e).get(a).get(i)));
                    }
                    reachable += any ? 1 : 0;
                    for (Choice c : Judge.pick(choices).subList(0, 1)) {
                        boolean right = e.right().get(a)[candidates.indexOf(c.candidate())];
                        scored.add(new double[] {c.score(), right ? 1 : 0});
                    }
                }
            }
        }
        double threshold = threshold(scored, reachable);
        Calibration calibration = Calibration.fit(scored);
        for (int f = 0; f < FOLDS; f++) {
            folds.get(f).put(type, new Model.Part(firsts[f], seconds[f], threshold, calibration));
        }
        Model.Part part =
                new Model.Part(first(type, fold -> true), second(type, rows, fold -> true), threshold, calibration);
        ModelFile.write(ingest, type, part);
        long read = scored.stream().filter(s -> s[0] >= threshold).count();
        double right = scored.stream()
                .filter(s -> s[0] >= threshold)
                .mapToDouble(s -> s[1])
                .sum();
        return "%-8s anchors %d, reachable %d, threshold %.2f: precision %.3f, recall of reachable %.3f%n"
                .formatted(
                        type,
                        scored.size(),
                        reachable,
                        threshold,
                        right / Math.max(1, read),
                        right / Math.max(1, reachable));
    }

    /** The threshold with the best F0.7, which prefers precision, over the best candidate of each anchor. */
    private static double threshold(List<double[]> scored, int reachable) {
        double best = 0.5;
        double most = 0;
        for (double t = 0.2; t < 0.9; t += 0.02) {
            double at = t;
            double read = scored.stream().filter(s -> s[0] >= at).count();
            double right = scored.stream()
                    .filter(s -> s[0] >= at)
                    .mapToDouble(s -> s[1])
                    .sum();
            double p = right / Math.max(1, read);
            double r = right / Math.max(1, reachable);
            double b = 0.49;
            double f = p + r == 0 ? 0 : (1 + b) * p * r / (b * p + r);
            if (f > most) {
                most = f;
                best = t;
            }
        }
        return Math.rint(best * 100) / 100;
    }

    /** Rows being gathered. */
    private static final class Rows {

        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> labels = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        private int wrong;

        void add(double[] row, boolean right, double weight) {
            if (!right && wrong++ % SAMPLE != 0) {
                return;
            }
            rows.add(row);
            labels.add(right ? 1.0 : 0.0);
            weights.add(right ? weight : (double) SAMPLE);
        }

        Forest fit(List<String> features) {
            return ForestTrainer.fit(
                    ForestTrainer.Settings.usual(),
                    features,
                    rows.toArray(new double[0][]),
                    labels.stream().mapToDouble(d -> d).toArray(),
                    weights.stream().mapToDouble(d -> d).toArray());
        }
    }
}
