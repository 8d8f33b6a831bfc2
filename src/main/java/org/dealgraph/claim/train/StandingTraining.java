package org.dealgraph.claim.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Candidates;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.corpus.Agreement;
import org.dealgraph.claim.corpus.Corpus;
import org.dealgraph.claim.corpus.CorpusClaim;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.claim.corpus.CorpusFormat;
import org.dealgraph.claim.detail.ClaimWriter;
import org.dealgraph.claim.detail.Standings;
import org.dealgraph.claim.detail.Standings.Verdict;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.ForestTrainer;
import org.dealgraph.model.Evidence;

/** Trains the judge of standing on every reading of the training stories that a gold claim agrees with. */
public final class StandingTraining {

    private static final int FOLDS = 8;
    private static final double ANNOTATED = 2;
    private static final Map<Verdict, Double> THRESHOLDS = Map.of(Verdict.REPORTED, 0.35, Verdict.ENDED, 0.3);
    private static final Map<Verdict, Double> WEIGHTS = Map.of(Verdict.REPORTED, 1.0, Verdict.ENDED, 2.0);

    private record Row(double[] numbers, Verdict gold, double weight, int fold) {}

    private final List<Row> rows;

    private StandingTraining(List<Row> rows) {
        this.rows = rows;
    }

    /** Trains, writes the forests and tells how right they were on stories they had not seen. */
    public static String run(Path ingest) {
        Catalogue catalogue = Catalogue.load(ingest);
        ClaimReader reader = ClaimReader.untrained(ingest, catalogue);
        CorpusFormat format = new CorpusFormat(catalogue);
        List<Row> rows = new ArrayList<>();
        for (String folder : List.of("corpus/dev", "corpus/own")) {
            double weight = folder.endsWith("dev") ? ANNOTATED : 1;
            Corpus.read(ingest.resolve(folder)).stream()
                    .filter(d -> !d.validation())
                    .forEach(d -> rows.addAll(rows(reader, format, d, weight)));
        }
        StandingTraining training = new StandingTraining(rows);
        Standings words = Standings.untrained(ingest);
        Standings fitted = training.fitted(words, r -> true);
        fitted.write(ingest);
        List<Row> held = Corpus.read(ingest.resolve("corpus/dev")).stream()
                .filter(CorpusDocument::validation)
                .flatMap(d -> rows(reader, format, d, 1).stream())
                .toList();
        return training.report(words) + table("standing on validation stories", held, r -> fitted);
    }

    private static List<Row> rows(ClaimReader reader, CorpusFormat format, CorpusDocument d, double weight) {
        Scene scene = reader.scene(d.article());
        ClaimWriter writer = reader.writer(scene);
        List<Row> rows = new ArrayList<>();
        int fold = Math.floorMod(d.story().hashCode() * 31, FOLDS);
        for (List<Candidate> anchor : Candidates.of(scene)) {
            anchor.stream()
                    .flatMap(c -> gold(scene, d, c, format.of(writer.bare(c), d.published())).stream()
                            .map(g -> new Row(writer.standing(c), Verdict.valueOf(g.status()), weight, fold)))
                    .findFirst()
                    .ifPresent(rows::add);
        }
        return rows;
    }

    /** The gold claim that a reading agrees with; without a number, its quote must also stand there. */
    private static java.util.Optional<CorpusClaim> gold(Scene scene, CorpusDocument d, Candidate c, CorpusClaim read) {
        String sentence = scene.prose().text(scene.sentence(c.anchor().sentence()));
        return d.claims().stream()
                .filter(g -> Agreement.right(read, g))
                .filter(g -> c.anchor().type().numbered()
                        || Arrays.stream(g.quote().split(Evidence.GAP))
                                .anyMatch(part -> sentence.contains(part) || part.contains(sentence)))
                .findFirst();
    }

    private Standings fitted(Standings words, Predicate<Row> which) {
        return words.with(part(Verdict.REPORTED, which), part(Verdict.ENDED, which));
    }

    private Standings.Part part(Verdict verdict, Predicate<Row> which) {
        List<Row> in = rows.stream().filter(which).toList();
        Forest forest = ForestTrainer.fit(
                new ForestTrainer.Settings(300, 3, 0.05, 2, 4, 0.35),
                Standings.features(),
                new int[Standings.features().size()],
                in.stream().map(Row::numbers).toArray(double[][]::new),
                in.stream().mapToDouble(r -> r.gold() == verdict ? 1 : 0).toArray(),
                in.stream()
                        .mapToDouble(r -> r.weight() * (r.gold() == verdict ? WEIGHTS.getOrDefault(verdict, 1.0) : 1))
                        .toArray());
        return new Standings.Part(THRESHOLDS.getOrDefault(verdict, 1.0), forest);
    }

    private String report(Standings words) {
        List<Standings> folds = new ArrayList<>();
        for (int f = 0; f < FOLDS; f++) {
            int held = f;
            folds.add(fitted(words, r -> r.fold() != held));
        }
        return table("standing on training stories not seen", rows, r -> folds.get(r.fold()));
    }

    private static String table(String name, List<Row> rows, Function<Row, Standings> judge) {
        Map<Verdict, int[]> counts = new EnumMap<>(Verdict.class);
        Stream.of(Verdict.values()).forEach(v -> counts.put(v, new int[3]));
        for (Row r : rows) {
            Verdict read = judge.apply(r).verdict(r.numbers());
            count(counts, read)[1]++;
            count(counts, r.gold())[2]++;
            count(counts, read)[0] += read == r.gold() ? 1 : 0;
        }
        StringBuilder report = new StringBuilder("%s, %d readings%n".formatted(name, rows.size()));
        counts.forEach((v, n) -> report.append(line(v, n)));
        return report.toString();
    }

    private static int[] count(Map<Verdict, int[]> counts, Verdict v) {
        return counts.computeIfAbsent(v, k -> new int[3]);
    }

    private static String line(Verdict v, int[] n) {
        return String.format(
                Locale.ROOT,
                "  %-9s precision %d/%d, recall %d/%d, F1 %.3f%n",
                v,
                n[0],
                n[1],
                n[0],
                n[2],
                2.0 * n[0] / Math.max(1, n[1] + n[2]));
    }
}
