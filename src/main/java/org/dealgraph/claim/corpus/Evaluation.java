package org.dealgraph.claim.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;

/**
 * Reads every document of a corpus and compares what was read with what a careful reader marked.
 *
 * @param results one a document, in the corpus's order
 */
public record Evaluation(List<Result> results) {

    public Evaluation {
        results = List.copyOf(results);
    }

    /**
     * One document read.
     *
     * @param document with its gold claims
     * @param claims what was read
     * @param read the same in the corpus's format, denied ones left out
     * @param scores how they compare
     */
    public record Result(CorpusDocument document, List<Claim> claims, List<CorpusClaim> read, Scores scores) {}

    /** A read claim of a training story that is wrong, or a gold one that was missed. */
    public record Fault(CorpusDocument document, boolean missed, CorpusClaim claim, double confidence) {}

    /**
     * One row of the reliability table.
     *
     * @param from least confidence of the row
     * @param to confidence it stays below
     * @param claims how many
     * @param confidence their mean confidence
     * @param right share that is right
     */
    public record Reliability(double from, double to, int claims, double confidence, double right) {}

    /** Reads and compares. */
    public static Evaluation of(
            List<CorpusDocument> documents, Function<Article, List<Claim>> reader, CorpusFormat format) {
        List<Result> results = new ArrayList<>();
        for (CorpusDocument d : documents) {
            List<Claim> claims = reader.apply(d.article());
            List<CorpusClaim> read = format.of(claims, d.published());
            results.add(new Result(d, claims, read, Scores.of(read, d.claims())));
        }
        return new Evaluation(results);
    }

    /** The figures of the documents that pass. */
    public Scores scores(Predicate<CorpusDocument> which) {
        return Scores.sum(results.stream()
                .filter(r -> which.test(r.document()))
                .map(Result::scores)
                .toList());
    }

    /** The same figures where claims below a confidence are left out. */
    public Scores scores(Predicate<CorpusDocument> which, double gate, CorpusFormat format) {
        return Scores.sum(results.stream()
                .filter(r -> which.test(r.document()))
                .map(r -> Scores.of(
                        format.of(above(r.claims(), gate), published(r)),
                        r.document().claims()))
                .toList());
    }

    private static List<Claim> above(List<Claim> claims, double gate) {
        return claims.stream().filter(c -> c.reading().confidence() >= gate).toList();
    }

    private static @org.jspecify.annotations.Nullable LocalDate published(Result r) {
        return r.document().published();
    }

    /** How confidence and truth compare on the documents that pass, in rows of a tenth. */
    public List<Reliability> reliability(Predicate<CorpusDocument> which, CorpusFormat format) {
        int rows = 10;
        double[] sum = new double[rows];
        int[] count = new int[rows];
        int[] right = new int[rows];
        for (Result r : results) {
            if (!which.test(r.document())) {
                continue;
            }
            List<CorpusClaim> wrong = new ArrayList<>(
                    Agreement.match(r.read(), r.document().claims()).falseAlarms());
            for (Claim c : r.claims()) {
                int row = Math.min(rows - 1, (int) (c.reading().confidence() * rows));
                sum[row] += c.reading().confidence();
                count[row]++;
                right[row] += wrong.remove(format.of(c, r.document().published())) ? 0 : 1;
            }
        }
        List<Reliability> table = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            if (count[i] > 0) {
                table.add(new Reliability(
                        (double) i / rows,
                        (double) (i + 1) / rows,
                        count[i],
                        sum[i] / count[i],
                        (double) right[i] / count[i]));
            }
        }
        return table;
    }

    /** The worst faults of the training stories: surest false alarms first, then what was missed. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Result r : results) {
            if (r.document().validation()) {
                continue;
            }
            Agreement.Matching m = Agreement.match(r.read(), r.document().claims());
            m.falseAlarms().forEach(c -> faults.add(new Fault(r.document(), false, c, confidence(r, c))));
            m.missed().forEach(c -> faults.add(new Fault(r.document(), true, c, 0)));
        }
        faults.sort(Comparator.comparingDouble((Fault f) -> -f.confidence())
                .thenComparing(f -> f.document().id()));
        return faults;
    }

    private static double confidence(Result r, CorpusClaim claim) {
        int at = r.read().indexOf(claim);
        return at >= 0
                        && at < r.claims().size()
                        && r.claims().size() == r.read().size()
                ? r.claims().get(at).reading().confidence()
                : 0.5;
    }
}
