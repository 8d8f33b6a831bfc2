package org.dealgraph.claim.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An evaluation as a table for people. */
public final class EvaluationReport {

    private final Evaluation evaluation;
    private final CorpusFormat format;
    private final StringJoiner out = new StringJoiner("\n", "", "\n");

    public EvaluationReport(Evaluation evaluation, CorpusFormat format) {
        this.evaluation = evaluation;
        this.format = format;
    }

    /** The whole report with at most this many faults of training stories. */
    public String text(int faults) {
        for (boolean validation : new boolean[] {true, false}) {
            for (String style : List.of("plain", "hard")) {
                group(
                        (validation ? "validation" : "training") + ", " + style,
                        d -> d.validation() == validation && d.style().equals(style));
            }
        }
        Scores quiet = evaluation.scores(d -> d.style().equals("quiet"));
        if (quiet.documents() > 0) {
            add(
                    "own texts without a deal kept quiet: %d of %d",
                    quiet.quiet().right(), quiet.quiet().gold());
        }
        reliability("validation");
        gates();
        evaluation.faults().stream().limit(faults).forEach(this::fault);
        return out.toString();
    }

    /** What the check of evidence found, as lines. */
    public static String grounding(Grounding.Result r) {
        return String.format(
                        Locale.ROOT,
                        "evidence: quote verbatim in the text %d/%d, holds the amount %d/%d, parties named in it or reached"
                                + " by a stated reference %d/%d (%d of them by the headline)%n",
                        r.verbatim(),
                        r.claims(),
                        r.amounts(),
                        r.claims(),
                        r.named() + r.headline(),
                        r.parties(),
                        r.headline())
                + r.faults().stream().map(f -> "  unsound: " + f + "\n").collect(Collectors.joining());
    }

    private void group(String name, Predicate<CorpusDocument> which) {
        Scores s = evaluation.scores(which);
        if (s.documents() == 0) {
            return;
        }
        add("%s: %d documents", name, s.documents());
        row("with a number", s.numbered());
        row("all claims", s.all());
        s.byKind().forEach((kind, tally) -> row(kind.name(), tally));
        StringJoiner attributes = new StringJoiner(", ", "  right on right claims: ", "");
        for (Map.Entry<String, Tally> a : s.attributes().entrySet()) {
            attributes.add(
                    a.getKey() + " " + a.getValue().right() + "/" + a.getValue().gold());
        }
        out.add(attributes.toString());
        s.byStatus().forEach((status, tally) -> row("status " + status, tally));
        add(
                "  hedged bounds %d/%d, amount and currency %d/%d, REPORTED F1 %.3f, ENDED recall %.3f, quiet %d/%d,"
                        + " core recall %.3f, undirected F1 %.3f",
                s.hedged().right(),
                s.hedged().gold(),
                s.amounts().right(),
                s.amounts().gold(),
                s.byStatus().getOrDefault("REPORTED", Tally.NONE).f1(),
                s.byStatus().getOrDefault("ENDED", Tally.NONE).recall(),
                s.quiet().right(),
                s.quiet().gold(),
                s.core().recall(),
                s.undirected().f1());
    }

    private void reliability(String name) {
        add("confidence and truth, %s:", name);
        for (Evaluation.Reliability r : evaluation.reliability(CorpusDocument::validation, format)) {
            add(
                    "  %.1f to %.1f: %4d claims, mean confidence %.3f, right %.3f",
                    r.from(), r.to(), r.claims(), r.confidence(), r.right());
        }
    }

    private void gates() {
        for (String style : List.of("plain", "hard")) {
            for (double gate : new double[] {0.6, 0.7, 0.8, 0.85, 0.9, 0.95}) {
                Scores s = evaluation.scores(d -> d.validation() && d.style().equals(style), gate, format);
                add(
                        "  gate %.2f, %s: with a number P %.3f R %.3f; all P %.3f R %.3f",
                        gate,
                        style,
                        s.numbered().precision(),
                        s.numbered().recall(),
                        s.all().precision(),
                        s.all().recall());
            }
        }
    }

    private void fault(Evaluation.Fault f) {
        CorpusClaim c = f.claim();
        add(
                "%s %s %.2f %s %s -> %s %s «%s»",
                f.document().id(),
                f.missed() ? "missed" : "false alarm",
                f.confidence(),
                c.kind(),
                c.from(),
                c.to(),
                quantity(c),
                c.quote());
    }

    private static String quantity(CorpusClaim c) {
        if (c.money() != null) {
            return c.money().currency() + " " + c.money().amount().toPlainString();
        }
        if (c.power() != null) {
            return c.power().value().toPlainString() + " MW";
        }
        if (c.units() != null) {
            return c.units().value().toPlainString() + " × " + c.product();
        }
        return c.product() != null ? c.product() : String.valueOf(c.right());
    }

    private void row(String name, Tally t) {
        add(
                "  %-16s P %.3f  R %.3f  F1 %.3f  (%d right, %d read, %d gold)",
                name, t.precision(), t.recall(), t.f1(), t.right(), t.read(), t.gold());
    }

    private void add(String pattern, Object... values) {
        out.add(String.format(Locale.ROOT, pattern, values));
    }
}
