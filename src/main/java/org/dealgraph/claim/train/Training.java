package org.dealgraph.claim.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.dealgraph.claim.judge.Manner;
import org.dealgraph.claim.judge.Model;
import org.dealgraph.claim.judge.ModelFile;
import org.dealgraph.claim.judge.Neighbourhood;
import org.dealgraph.claim.judge.Words;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.ForestTrainer;
import org.dealgraph.model.ClaimKind;

/**
 * Trains the judge from the annotated training stories alone. Stories are parted into folds; what the second forests
 * learn, the thresholds and the calibration all come from judgements of stories that the forest before had not seen.
 */
public final class Training {

    private static final int FOLDS = 6;
    private static final int SAMPLE = 6;
    private static final double LEAST = 0.6;
    private static final double LEAST_VEILED = 0.55;
    private static final double LEAST_WORDS = 0.5;
    private static final int FEW = 40;
    private static final int FAULTS = 5000;

    private final List<Example> bare;
    private final List<Example> examples = new ArrayList<>();
    private final List<Model> folds = new ArrayList<>();

    private Training(List<Example> examples) {
        this.bare = examples;
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
        ClaimReader reader = ClaimReader.untrained(ingest, catalogue);
        Examples maker = new Examples(reader, catalogue, FOLDS);
        List<CorpusDocument> documents = Corpus.read(ingest.resolve("corpus/dev"));
        List<CorpusDocument> own = Corpus.read(ingest.resolve("corpus/own"));
        List<Example> examples = Stream.concat(documents.stream(), own.stream())
                .filter(d -> !d.validation())
                .map(maker::of)
                .toList();
        Training training = new Training(examples);
        StringBuilder report = new StringBuilder(training.train(ingest));
        CorpusFormat format = new CorpusFormat(catalogue);
        ClaimReader last = ClaimReader.load(ingest, catalogue);
        List<ClaimReader> held = training.folds.stream().map(reader::with).toList();
        Map<String, Integer> fold = new HashMap<>();
        examples.forEach(e -> fold.put(e.document().article().id(), e.fold()));
        for (List<CorpusDocument> part : List.of(documents, own)) {
            Evaluation evaluation = Evaluation.of(
                    part,
                    article -> (fold.containsKey(article.id()) ? held.get(fold.get(article.id())) : last).read(article),
                    format);
            report.append(part == own ? "our own, each judged by a model that has not seen it\n" : "")
                    .append(new EvaluationReport(evaluation, format).text(FAULTS));
        }
        return report.toString();
    }

    private String train(Path ingest) {
        WordTrainer words = new WordTrainer();
        bare.forEach(words::add);
        List<Words> said = IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(held -> words.fit(fold -> fold != held))
                .toList();
        bare.forEach(e -> examples.add(e.weighed(said.get(e.fold()))));
        Forest[][] firsts = folds(this::first);
        List<Judged> judged = new ArrayList<>();
        for (Example e : examples) {
            double[][] p = new double[e.anchors().size()][];
            for (int a = 0; a < p.length; a++) {
                p[a] = e.anchors().get(a).stream()
                        .mapToDouble(c -> firsts[e.fold()][build(c)].probability(c.row()))
                        .toArray();
            }
            Neighbourhood n = new Neighbourhood(e.anchors(), p);
            List<List<double[]>> all = new ArrayList<>();
            for (int a = 0; a < p.length; a++) {
                all.add(n.rows(a));
            }
            judged.add(new Judged(e, all));
        }
        Forest[][] seconds = folds(folds -> second(judged, folds));
        StringBuilder report = new StringBuilder();
        Map<AnchorType, Map<Manner, Model.Decision>> decisions = new EnumMap<>(AnchorType.class);
        for (AnchorType type : AnchorType.values()) {
            report.append(decide(type, judged, seconds, decisions));
        }
        for (int f = 0; f < FOLDS; f++) {
            folds.add(model(said.get(f), firsts[f], seconds[f], decisions));
        }
        ModelFile.write(ingest, model(said.get(FOLDS), firsts[FOLDS], seconds[FOLDS], decisions));
        return report.toString();
    }

    /** Forests for each fold that have not seen it, and last those that have seen all; at once, since none needs another. */
    private static Forest[][] folds(Function<IntPredicate, Forest[]> fit) {
        return IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(held -> fit.apply(fold -> fold != held))
                .toArray(Forest[][]::new);
    }

    private static Model model(
            Words words, Forest[] first, Forest[] second, Map<AnchorType, Map<Manner, Model.Decision>> decisions) {
        return new Model(words, new Model.Part(first[0], second[0]), new Model.Part(first[1], second[1]), decisions);
    }

    /** 0 for a candidate with two sides, 1 for one of BUILD. */
    private static int build(Candidate c) {
        return c.kind() == ClaimKind.BUILD ? 1 : 0;
    }

    private Forest[] first(IntPredicate folds) {
        Rows[] rows = {new Rows(SAMPLE), new Rows(1)};
        for (Example e : examples) {
            for (int a = 0; folds.test(e.fold()) && a < e.anchors().size(); a++) {
                for (int i = 0; i < e.anchors().get(a).size(); i++) {
                    Candidate c = e.anchors().get(a).get(i);
                    rows[build(c)].add(c.row(), e.right().get(a)[i], e.importance());
                }
            }
        }
        return new Forest[] {rows[0].fit(Feature.first()), rows[1].fit(Feature.first())};
    }

    /** Learns from what the first judgement leaves open alone: the rest is never judged again. */
    private Forest[] second(List<Judged> judged, IntPredicate folds) {
        Rows[] rows = {new Rows(1), new Rows(1)};
        for (Judged j : judged) {
            Example e = j.example();
            for (int a = 0; folds.test(e.fold()) && a < e.anchors().size(); a++) {
                for (int i = 0; i < e.anchors().get(a).size(); i++) {
                    double[] row = j.rows().get(a).get(i);
                    if (row[Feature.FIRST_JUDGEMENT.ordinal()] >= Neighbourhood.UNLIKELY) {
                        rows[build(e.anchors().get(a).get(i))].add(
                                row, e.right().get(a)[i], e.importance());
                    }
                }
            }
        }
        return new Forest[] {rows[0].fit(Feature.names()), rows[1].fit(Feature.names())};
    }

    /** Forests that have not seen a story give honest scores; from them the thresholds and calibrations of a sort of anchor. */
    private static String decide(
            AnchorType type,
            List<Judged> judged,
            Forest[][] seconds,
            Map<AnchorType, Map<Manner, Model.Decision>> decisions) {
        Map<Manner, List<double[]>> scored = scored(type, judged, seconds);
        List<double[]> all = scored.values().stream().flatMap(List::stream).toList();
        StringBuilder report = new StringBuilder();
        for (Manner manner : Manner.values()) {
            List<double[]> own = scored.getOrDefault(manner, List.of());
            Calibration calibration = Calibration.fit(own.size() < FEW ? all : own);
            double least = !type.numbered() ? LEAST_WORDS : manner == Manner.PLAIN ? LEAST : LEAST_VEILED;
            double threshold = threshold(calibration, least);
            decisions
                    .computeIfAbsent(type, t -> new EnumMap<>(Manner.class))
                    .put(manner, new Model.Decision(threshold, calibration));
            List<double[]> read = own.stream().filter(s -> s[0] >= threshold).toList();
            double right = read.stream().mapToDouble(s -> s[1]).sum();
            report.append("%-8s %-6s anchors %d, threshold %.2f: read %d, precision %.3f%n"
                    .formatted(type, manner, own.size(), threshold, read.size(), right / Math.max(1, read.size())));
        }
        return report.toString();
    }

    /** The best scores of the anchors of a sort, by manner; our own texts are denser than news and would lower every probability. */
    private static Map<Manner, List<double[]>> scored(AnchorType type, List<Judged> judged, Forest[][] seconds) {
        Map<Manner, List<double[]>> scored = new EnumMap<>(Manner.class);
        for (Judged j : judged) {
            for (int a = 0; j.example().story() && a < j.rows().size(); a++) {
                List<Candidate> candidates = j.example().anchors().get(a);
                if (!candidates.isEmpty() && candidates.getFirst().anchor().type() == type) {
                    scored.computeIfAbsent(Manner.of(j.rows().get(a).getFirst()), m -> new ArrayList<>())
                            .add(best(j, a, seconds));
                }
            }
        }
        return scored;
    }

    /** The best score of an anchor's candidates and 1 where that candidate is right. */
    private static double[] best(Judged j, int a, Forest[][] seconds) {
        List<Candidate> candidates = j.example().anchors().get(a);
        int best = 0;
        double most = -1;
        for (int i = 0; i < candidates.size(); i++) {
            double[] row = j.rows().get(a).get(i);
            if (row[Feature.FIRST_JUDGEMENT.ordinal()] < Neighbourhood.UNLIKELY) {
                continue;
            }
            Forest second = seconds[j.example().fold()][build(candidates.get(i))];
            double score = new Model.Part(Forest.none(), second).score(row);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return new double[] {Math.max(0, most), most >= 0 && j.example().right().get(a)[best] ? 1 : 0};
    }

    /** The least score with a probability; for amounts a claim is more likely right than wrong. */
    private static double threshold(Calibration calibration, double least) {
        for (double t = 0.1; t < 1; t += 0.01) {
            if (calibration.probability(t) >= least) {
                return Math.rint(t * 100) / 100;
            }
        }
        return 1;
    }

    /** An example with the full rows of its candidates, by anchor. */
    private record Judged(Example example, List<List<double[]>> rows) {}

    /** Rows being gathered. */
    private static final class Rows {

        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> labels = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        private final int sample;
        private int wrong;

        Rows(int sample) {
            this.sample = sample;
        }

        void add(double[] row, boolean right, double importance) {
            if (!right && wrong++ % sample != 0) {
                return;
            }
            rows.add(row);
            labels.add(right ? 1.0 : 0.0);
            weights.add(right ? importance : sample * importance);
        }

        private static int[] directions(int size) {
            return Arrays.stream(Feature.values())
                    .limit(size)
                    .mapToInt(Feature::direction)
                    .toArray();
        }

        Forest fit(List<String> features) {
            return ForestTrainer.fit(
                    ForestTrainer.Settings.usual(),
                    features,
                    directions(features.size()),
                    rows.toArray(new double[0][]),
                    labels.stream().mapToDouble(d -> d).toArray(),
                    weights.stream().mapToDouble(d -> d).toArray());
        }
    }
}
