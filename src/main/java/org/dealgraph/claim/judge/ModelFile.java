package org.dealgraph.claim.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.candidate.Place;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.ForestFile;
import org.dealgraph.model.ClaimKind;

/** The model as a text file, {@code lexicon/model.txt} of the ingest folder. */
public final class ModelFile {

    private static final String NAME = "lexicon/model.txt";

    private ModelFile() {}

    /** Reads the model; an {@link IllegalStateException} names the file where it cannot be. */
    public static Model load(Path ingest) {
        Path file = ingest.resolve(NAME);
        try {
            return read(Files.readAllLines(file));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("could not read the model: " + file, e);
        }
    }

    /** Writes the model. */
    public static void write(Path ingest, Model model) {
        StringBuilder out =
                new StringBuilder("# Written by the training command from the annotated training stories.\n");
        for (AnchorType type : AnchorType.values()) {
            for (Manner manner : Manner.values()) {
                Model.Decision d =
                        model.decisions().getOrDefault(type, Map.of()).get(manner);
                if (d == null) {
                    continue;
                }
                out.append("decision ")
                        .append(type)
                        .append(' ')
                        .append(manner)
                        .append(' ')
                        .append(d.threshold());
                d.calibration()
                        .points()
                        .forEach(p -> out.append(' ').append(p[0]).append(':').append(p[1]));
                out.append('\n');
            }
        }
        out.append("words\n");
        for (Words.Entry e : model.words().entries()) {
            out.append(e.place())
                    .append('\t')
                    .append(e.kind())
                    .append('\t')
                    .append(e.first())
                    .append('\t')
                    .append(e.second())
                    .append('\t')
                    .append(e.weight())
                    .append('\n');
        }
        out.append("pairs\n").append(ForestFile.write(model.pairs().first()));
        out.append("pairs again\n").append(ForestFile.write(model.pairs().second()));
        out.append("builds\n").append(ForestFile.write(model.builds().first()));
        out.append("builds again\n").append(ForestFile.write(model.builds().second()));
        Path file = ingest.resolve(NAME);
        try {
            Files.writeString(file, out);
        } catch (IOException e) {
            throw new IllegalStateException("could not write the model: " + file, e);
        }
    }

    private static Model read(List<String> lines) {
        Map<AnchorType, Map<Manner, Model.Decision>> decisions = new EnumMap<>(AnchorType.class);
        for (String line : lines) {
            if (line.startsWith("decision ")) {
                String[] words = line.split(" ");
                decisions
                        .computeIfAbsent(AnchorType.valueOf(words[1]), t -> new EnumMap<>(Manner.class))
                        .put(Manner.valueOf(words[2]), decision(words));
            }
        }
        return new Model(
                words(lines.subList(lines.indexOf("words") + 1, lines.indexOf("pairs"))),
                new Model.Part(forest(lines, "pairs", "pairs again"), forest(lines, "pairs again", "builds")),
                new Model.Part(forest(lines, "builds", "builds again"), forest(lines, "builds again", "")),
                decisions);
    }

    private static Words words(List<String> lines) {
        List<Words.Entry> entries = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            entries.add(new Words.Entry(
                    Place.valueOf(parts[0]),
                    ClaimKind.valueOf(parts[1]),
                    parts[2],
                    parts[3],
                    Float.parseFloat(parts[4])));
        }
        return new Words(entries);
    }

    private static Forest forest(List<String> lines, String head, String next) {
        int end = next.isEmpty() ? lines.size() : lines.indexOf(next);
        return ForestFile.read(lines.subList(lines.indexOf(head) + 1, end));
    }

    private static Model.Decision decision(String[] words) {
        List<double[]> points = new ArrayList<>();
        for (int i = 4; i < words.length; i++) {
            int colon = words[i].indexOf(':');
            points.add(new double[] {
                Double.parseDouble(words[i].substring(0, colon)), Double.parseDouble(words[i].substring(colon + 1))
            });
        }
        return new Model.Decision(Double.parseDouble(words[3]), new Calibration(points));
    }
}
