package org.dealgraph.claim.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.claim.candidate.Place;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.ForestFile;
import org.dealgraph.model.ClaimKind;

/** The model as a text file, {@code lexicon/model.txt} of the ingest folder. */
public final class ModelFile {

    private static final String NAME = "lexicon/model.txt";
    private static final String SURETY = "surety ";
    private static final String LEAST = "least ";
    private static final String GATE = "gate ";

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
        for (Manner manner : Manner.values()) {
            out.append(LEAST + manner + " " + model.surety().least().get(manner) + "\n");
        }
        out.append(GATE + model.surety().gate() + "\n");
        for (int i = 0; i < model.surety().weights().length; i++) {
            out.append(SURETY + Surety.names().get(i) + " " + model.surety().weights()[i] + "\n");
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
        out.append("first\n").append(ForestFile.write(model.first()));
        out.append("second\n").append(ForestFile.write(model.second()));
        Path file = ingest.resolve(NAME);
        try {
            Files.writeString(file, out);
        } catch (IOException e) {
            throw new IllegalStateException("could not write the model: " + file, e);
        }
    }

    private static Model read(List<String> lines) {
        return new Model(
                words(lines.subList(lines.indexOf("words") + 1, lines.indexOf("first"))),
                forest(lines, "first", "second"),
                forest(lines, "second", ""),
                surety(lines));
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

    private static Surety surety(List<String> lines) {
        Map<Manner, Double> least = new EnumMap<>(Manner.class);
        Map<String, Double> weights = new HashMap<>();
        double gate = 1;
        for (String line : lines.subList(0, lines.indexOf("words"))) {
            String[] words = line.split(" ");
            if (line.startsWith(SURETY)) {
                weights.put(words[1], Double.parseDouble(words[2]));
            } else if (line.startsWith(LEAST)) {
                least.put(Manner.valueOf(words[1]), Double.parseDouble(words[2]));
            } else if (line.startsWith(GATE)) {
                gate = Double.parseDouble(words[1]);
            }
        }
        double[] sum = Surety.names().stream()
                .mapToDouble(n -> weights.getOrDefault(n, 0.0))
                .toArray();
        return new Surety(sum, least, gate);
    }
}
