package org.dealgraph.claim.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.ForestFile;

/** The model as text files below {@code ingest/lexicon/model}, one a sort of anchor. */
public final class ModelFile {

    private ModelFile() {}

    /** Reads the model of an ingest folder. */
    public static Model load(Path ingest) {
        Map<AnchorType, Model.Part> parts = new EnumMap<>(AnchorType.class);
        for (AnchorType type : AnchorType.values()) {
            Path file = file(ingest, type);
            try {
                if (Files.exists(file)) {
                    parts.put(type, part(Files.readAllLines(file)));
                }
            } catch (IOException | RuntimeException e) {
                throw new IllegalStateException("could not read the model: " + file, e);
            }
        }
        return new Model(parts);
    }

    /** Writes one part. */
    public static void write(Path ingest, AnchorType type, Model.Part part) {
        Path file = file(ingest, type);
        StringBuilder out = new StringBuilder();
        out.append("threshold ").append(part.threshold()).append('\n');
        part.calibration()
                .points()
                .forEach(p -> out.append("calibration ")
                        .append(p[0])
                        .append(' ')
                        .append(p[1])
                        .append('\n'));
        out.append("first\n").append(ForestFile.write(part.first()));
        out.append("second\n").append(ForestFile.write(part.second()));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, out);
        } catch (IOException e) {
            throw new IllegalStateException("could not write the model: " + file, e);
        }
    }

    private static Path file(Path ingest, AnchorType type) {
        return ingest.resolve("lexicon/model/" + type.name().toLowerCase(Locale.ROOT) + ".txt");
    }

    private static Model.Part part(List<String> lines) {
        double threshold = Double.parseDouble(lines.getFirst().substring("threshold ".length()));
        List<double[]> points = new ArrayList<>();
        int at = 1;
        for (; lines.get(at).startsWith("calibration "); at++) {
            String[] words = lines.get(at).split(" ");
            points.add(new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])});
        }
        int second = lines.indexOf("second");
        Forest first = ForestFile.read(lines.subList(at + 1, second));
        return new Model.Part(
                first, ForestFile.read(lines.subList(second + 1, lines.size())), threshold, new Calibration(points));
    }
}
