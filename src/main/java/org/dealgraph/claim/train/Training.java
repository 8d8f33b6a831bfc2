package org.dealgraph.claim.train;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.corpus.Corpus;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.claim.corpus.CorpusFormat;
import org.dealgraph.claim.corpus.Evaluation;
import org.dealgraph.claim.corpus.EvaluationReport;
import org.dealgraph.claim.judge.Model;
import org.dealgraph.claim.judge.ModelFile;
import org.dealgraph.claim.judge.Neighbourhood;
import org.dealgraph.claim.judge.Scored;
import org.dealgraph.claim.judge.Surety;
import org.dealgraph.claim.judge.Words;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.ForestTrainer;

/**
 * Trains the judge from the annotated training stories. Stories are parted into folds; what the second forests learn, the
 * thresholds and the calibration all come from judgements of stories that the forest before had not seen. Validation stories
 * teach nothing but how sure a choice must be to pass the gate.
 */
public final class Training {

    private static final int FOLDS = 6;
    private static final int FAULTS = 5000;

    private final Deque<Example> bare;
    private final List<Example> validation;
    private final List<Example> examples = new ArrayList<>();
    private final List<Model> folds = new ArrayList<>();

    private Training(Deque<Example> bare, List<Example> validation) {
        this.bare = bare;
        this.validation = validation;
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
        List<CorpusDocument> taught = Stream.concat(documents.stream().filter(d -> !d.validation()), own.stream())
                .toList();
        Map<String, Integer> fold = new HashMap<>();
        taught.forEach(d -> fold.put(d.article().id(), maker.fold(d)));
        List<Example> validation = documents.stream()
                .filter(CorpusDocument::validation)
                .map(maker::of)
                .toList();
        Training training = new Training(bare(taught, maker), validation);
        StringBuilder report = new StringBuilder(training.train(ingest));
        CorpusFormat format = new CorpusFormat(catalogue);
        ClaimReader last = ClaimReader.load(ingest, catalogue);
        List<ClaimReader> held = training.folds.stream().map(reader::with).toList();
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

    /** The documents as examples, and then the plain ones again in disguise. */
    private static Deque<Example> bare(List<CorpusDocument> taught, Examples maker) {
        Deque<Example> bare = new ArrayDeque<>();
        taught.forEach(d -> bare.add(maker.of(d)));
        List<Example> plain =
                bare.stream().filter(e -> e.document().style().equals("plain")).toList();
        plain.forEach(e -> bare.add(Disguise.of(e)));
        return bare;
    }

    private String train(Path ingest) {
        WordTrainer words = new WordTrainer();
        bare.forEach(words::add);
        List<Words> said = IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(held -> words.fit(fold -> fold != held))
                .toList();
        while (!bare.isEmpty()) {
            Example e = bare.removeFirst();
            examples.add(e.weighed(said.get(e.fold())));
        }
        Forest[] firsts = folds(this::first);
        List<Judged> judged =
                examples.stream().map(e -> judged(e, firsts[e.fold()])).toList();
        Forest[] seconds = folds(folds -> second(judged, folds));
        SuretyTrainer sureties = new SuretyTrainer();
        judged.forEach(j -> judge(j, seconds[j.example().fold()], sureties));
        validation.forEach(e -> judge(judged(e.weighed(said.get(FOLDS)), firsts[FOLDS]), seconds[FOLDS], sureties));
        Surety surety = sureties.fit(FOLDS);
        for (int f = 0; f < FOLDS; f++) {
            folds.add(new Model(said.get(f), firsts[f], seconds[f], surety));
        }
        ModelFile.write(ingest, new Model(said.get(FOLDS), firsts[FOLDS], seconds[FOLDS], surety));
        return sureties.report(FOLDS);
    }

    /** The full rows of a document's likely candidates, as first forests that have not seen it judge them. */
    static Judged judged(Example e, Forest first) {
        double[][] p = Model.first(first, e.anchors());
        Neighbourhood n = new Neighbourhood(e.anchors(), p);
        return new Judged(e, IntStream.range(0, p.length).mapToObj(n::likely).toList());
    }

    /** Forests for each fold that have not seen it, and last those that have seen all; at once, since none needs another. */
    private static Forest[] folds(Function<IntPredicate, Forest> fit) {
        return IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(held -> fit.apply(fold -> fold != held))
                .toArray(Forest[]::new);
    }

    private Forest first(IntPredicate folds) {
        Rows rows = new Rows();
        for (Example e : examples) {
            for (int a = 0; folds.test(e.fold()) && a < e.anchors().size(); a++) {
                if (e.teaches(a)) {
                    rows.add(
                            e.anchors().get(a).stream().map(Candidate::row).toList(),
                            e.right().get(a),
                            e.importance());
                }
            }
        }
        return rows.fit(Feature.first());
    }

    /** Learns from what the first judgement leaves open alone: the rest is never judged again. */
    private Forest second(List<Judged> judged, IntPredicate folds) {
        Rows rows = new Rows();
        for (Judged j : judged) {
            Example e = j.example();
            for (int a = 0; folds.test(e.fold()) && a < e.anchors().size(); a++) {
                if (e.teaches(a)) {
                    Map<Integer, double[]> likely = j.rows().get(a);
                    boolean[] all = e.right().get(a);
                    boolean[] right = new boolean[likely.size()];
                    int n = 0;
                    for (int i : likely.keySet()) {
                        right[n++] = all[i];
                    }
                    rows.add(List.copyOf(likely.values()), right, e.importance());
                }
            }
        }
        return rows.fit(Feature.names());
    }

    /** Scores the candidates of a document by forests that have not seen it. */
    static void judge(Judged j, Forest second, SuretyTrainer sureties) {
        Example e = j.example();
        if (e.disguised()) {
            return;
        }
        List<List<Scored>> scored = Scored.of(e.anchors(), j.rows(), second);
        for (int a = 0; a < j.rows().size(); a++) {
            List<Candidate> candidates = e.anchors().get(a);
            boolean[] right = e.right().get(a);
            Set<Candidate> agreed = new HashSet<>();
            j.rows().get(a).keySet().stream().filter(i -> right[i]).forEach(i -> agreed.add(candidates.get(i)));
            sureties.add(e, scored.get(a), s -> agreed.contains(s.candidate()));
        }
    }

    /** An example with the full rows of those of its candidates that are not ruled out, by anchor and index. */
    record Judged(Example example, List<Map<Integer, double[]>> rows) {}

    /** Rows being gathered, by anchor. */
    private static final class Rows {

        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> labels = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();

        void add(List<double[]> anchor, boolean[] right, double importance) {
            if (anchor.isEmpty()) {
                return;
            }
            starts.add(rows.size());
            for (int i = 0; i < anchor.size(); i++) {
                rows.add(anchor.get(i));
                labels.add(right[i] ? 1.0 : 0.0);
                weights.add(importance);
            }
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
                    weights.stream().mapToDouble(d -> d).toArray(),
                    starts.stream().mapToInt(i -> i).toArray());
        }
    }
}
