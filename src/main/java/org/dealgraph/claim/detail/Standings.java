package org.dealgraph.claim.detail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.ForestFile;
import org.dealgraph.claim.lexicon.Cues;

/**
 * Judges how a deal stands: the words of {@code ingest/lexicon/standing.yml} and two forests over where they stand, kept in
 * {@code ingest/lexicon/standing.txt}.
 */
public final class Standings {

    private static final String WORDS = "standing.yml";
    private static final String MODEL = "lexicon/standing.txt";
    private static final String REPORTED = "reported ";
    private static final String ENDED = "ended ";
    private static final int REASONS = 4;
    private static final double LESS = 0.5;
    private static final double MORE = 1.7;

    private final Cues words;
    private final Part reported;
    private final Part ended;

    private Standings(Cues words, Part reported, Part ended) {
        this.words = words;
        this.reported = reported;
        this.ended = ended;
    }

    /** How an article tells a deal. */
    public enum Verdict {
        ANNOUNCED,
        REPORTED,
        ENDED
    }

    /**
     * One forest.
     *
     * @param threshold from which probability it says yes
     * @param forest over the numbers of {@link #features()}
     */
    public record Part(double threshold, Forest forest) {

        /** Yes, where the probability is at least the threshold times what plain cues leave of it. */
        boolean says(double[] row, double doubt) {
            return forest.probability(row) >= threshold * doubt;
        }
    }

    /** The words alone, for training. */
    public static Standings untrained(Path ingest) {
        Part never = new Part(2, Forest.none());
        return new Standings(Cues.load(ingest, WORDS), never, never);
    }

    /** The same words with forests. */
    public Standings with(Part asReported, Part asEnded) {
        return new Standings(words, asReported, asEnded);
    }

    /** What an ingest folder holds; an {@link IllegalStateException} names the file where it cannot be read. */
    public static Standings load(Path ingest) {
        Path file = ingest.resolve(MODEL);
        try {
            List<String> lines = Files.readAllLines(file);
            int second = at(lines, ENDED);
            return untrained(ingest)
                    .with(
                            part(lines.subList(at(lines, REPORTED), second), REPORTED),
                            part(lines.subList(second, lines.size()), ENDED));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("could not read the judge of standing: " + file, e);
        }
    }

    private static int at(List<String> lines, String head) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(head)) {
                return i;
            }
        }
        throw new IllegalArgumentException("could not find a forest: " + head);
    }

    private static Part part(List<String> lines, String head) {
        return new Part(
                Double.parseDouble(lines.getFirst().substring(head.length())),
                ForestFile.read(lines.subList(1, lines.size())));
    }

    /** Writes the forests. */
    public void write(Path ingest) {
        Path file = ingest.resolve(MODEL);
        try {
            Files.writeString(
                    file,
                    "# Written by the training command from the annotated training stories.\n"
                            + REPORTED + reported.threshold() + "\n" + ForestFile.write(reported.forest())
                            + ENDED + ended.threshold() + "\n" + ForestFile.write(ended.forest()));
        } catch (IOException e) {
            throw new IllegalStateException("could not write the judge of standing: " + file, e);
        }
    }

    /** The names of the numbers that a row holds. */
    public static List<String> features() {
        return Tones.features();
    }

    Cues words() {
        return words;
    }

    boolean trained() {
        return !reported.forest().features().isEmpty();
    }

    /**
     * What cues and forests say of a row. A letter near an amount, or one or talks that the article opens with, is enough by
     * itself; other near cues leave the forests less to prove. An end outweighs a report that is less sure.
     */
    public Verdict verdict(double[] row) {
        double doubt = Tones.covered(row) ? 0 : Tones.unsure(row) ? LESS : Tones.firm(row) ? MORE : 1;
        boolean isReported = reported.says(row, doubt);
        boolean isEnded = ended.says(row, Tones.over(row) ? LESS : 1);
        if (isEnded
                && (!isReported
                        || ended.forest().probability(row) >= reported.forest().probability(row))) {
            return Verdict.ENDED;
        }
        return isReported ? Verdict.REPORTED : Verdict.ANNOUNCED;
    }

    /** The probability of a verdict other than ANNOUNCED, and what moved it most. */
    Optional<Reason> reason(Verdict verdict, double[] row) {
        Forest forest = verdict == Verdict.ENDED ? ended.forest() : reported.forest();
        return trained()
                ? Optional.of(new Reason(verdict, forest.probability(row), forest.reasons(row, REASONS)))
                : Optional.empty();
    }

    /**
     * Why a deal stands as it does.
     *
     * @param verdict what was decided
     * @param probability that it ended, where that was decided; else that it is merely reported
     * @param weights what moved the probability most
     */
    public record Reason(Verdict verdict, double probability, List<Forest.Weight> weights) {}
}
