package org.dealgraph.claim.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/** Reads annotated documents, in the order of their ids. */
public final class Corpus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() {}

    /** All {@code *.json} documents of a folder. */
    public static List<CorpusDocument> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .map(Corpus::document)
                    .toList();
        } catch (IOException e) {
            throw new CorpusException("could not list the corpus: " + folder, e);
        }
    }

    /** One document. */
    public static CorpusDocument document(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            String published = text(root, "published");
            List<CorpusClaim> claims = new ArrayList<>();
            root.path("claims").forEach(c -> claims.add(claim(c)));
            return new CorpusDocument(
                    root.path("id").asText(),
                    root.path("style").asText("plain"),
                    root.path("title").asText(),
                    published == null ? null : LocalDate.parse(published),
                    text(root, "retold_from"),
                    root.path("text").asText(),
                    claims);
        } catch (IOException | RuntimeException e) {
            throw new CorpusException("could not read the annotated document: " + file, e);
        }
    }

    private static CorpusClaim claim(JsonNode c) {
        return new CorpusClaim(
                ClaimKind.valueOf(c.path("kind").asText()),
                names(c.path("from")),
                names(c.path("to")),
                sum(c.path("money")),
                count(c.path("power").path("mw"), c.path("power").path("bound")),
                count(c.path("units"), c.path("units_bound")),
                text(c, "product"),
                text(c, "right"),
                text(c, "site"),
                c.path("term_years").isNumber() ? c.path("term_years").doubleValue() : null,
                text(c, "start"),
                text(c, "end"),
                c.path("status").asText("ANNOUNCED"),
                text(c, "date"),
                c.path("core").asBoolean(true),
                c.path("quote").asText(""));
    }

    private static List<String> names(JsonNode party) {
        if (party.isArray()) {
            List<String> names = new ArrayList<>();
            party.forEach(p -> names.add(p.asText()));
            return names;
        }
        return party.isTextual() ? List.of(party.asText()) : List.of();
    }

    private static CorpusClaim.@Nullable Sum sum(JsonNode money) {
        BigDecimal amount = number(money.path("amount"));
        return amount == null
                ? null
                : new CorpusClaim.Sum(
                        amount,
                        money.path("currency").asText("USD"),
                        money.path("bound").asText("EXACT"));
    }

    private static CorpusClaim.@Nullable Count count(JsonNode value, JsonNode bound) {
        BigDecimal number = number(value);
        return number == null ? null : new CorpusClaim.Count(number, bound.asText("EXACT"));
    }

    /** A number that is there and not zero, else null. */
    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() && node.decimalValue().signum() != 0 ? node.decimalValue() : null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }
}
