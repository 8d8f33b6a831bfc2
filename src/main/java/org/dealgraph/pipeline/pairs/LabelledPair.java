package org.dealgraph.pipeline.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dealgraph.pipeline.PipelineException;

/**
 * Two things and whether a person says that they are one.
 *
 * @param a one side: a claim as document and number, or a name
 * @param b the other
 * @param same the label
 */
public record LabelledPair(String a, String b, boolean same) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The pairs of {@code pairs.jsonl} that carry a label of this sort: {@code term} or {@code deal}. */
    public static List<LabelledPair> ofClaims(Path corpus, String label) {
        return lines(corpus.resolve("pairs.jsonl")).stream()
                .filter(line -> line.hasNonNull(label))
                .map(line -> of(line, label))
                .toList();
    }

    /** The pairs of {@code names.jsonl} of one part: those the rules were tuned on, or one of those written afterwards. */
    public static List<LabelledPair> ofNames(Path corpus, String part) {
        return lines(corpus.resolve("names.jsonl")).stream()
                .filter(line -> line.path("part").asText().equals(part))
                .map(line -> of(line, "same"))
                .toList();
    }

    private static LabelledPair of(JsonNode line, String label) {
        return new LabelledPair(
                line.path("a").asText(),
                line.path("b").asText(),
                line.path(label).asBoolean());
    }

    private static List<JsonNode> lines(Path file) {
        try {
            List<JsonNode> lines = new java.util.ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new PipelineException("could not read the labelled pairs: " + file, e);
        }
    }
}
