package org.dealgraph.claim.quantity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How many of the annotated numbers of a corpus are among the quantities read from their documents, with the right currency
 * and bound. Prints nothing by itself; {@code main DIR} prints scores, {@code main DIR --missed} what was missed outside the
 * validation stories too.
 */
final class CorpusRecall {

    /** Found of all, and of the found how many with the annotated bound. */
    record Score(int all, int found, int bound) {
        Score plus(boolean hit, boolean sameBound) {
            return new Score(all + 1, found + (hit ? 1 : 0), bound + (sameBound ? 1 : 0));
        }

        double share() {
            return all == 0 ? 1 : (double) found / all;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d (%.3f), bound right %d", found, all, share(), bound);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final TreeMap<String, Score> scores = new TreeMap<>();
    final List<String> missed = new ArrayList<>();

    static CorpusRecall of(Path directory) {
        CorpusRecall recall = new CorpusRecall();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                recall.document(JSON.readTree(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the corpus: " + directory, e);
        }
        return recall;
    }

    private void document(JsonNode document) {
        String id = document.get("id").asText();
        boolean validation = Integer.parseInt(id.replaceAll("\\D", "")) % 4 == 0;
        String published = document.path("published").asText("");
        LocalDate day = published.length() == 10 ? LocalDate.parse(published) : null;
        String text = document.get("text").asText();
        List<Measured> found = Quantities.read(text, day);
        String set = (validation ? "validation " : "training ")
                + document.get("style").asText() + " ";
        for (JsonNode claim : document.get("claims")) {
            claim(set, validation ? null : id, claim, found, text);
        }
    }

    private void claim(String set, @Nullable String id, JsonNode claim, List<Measured> found, String text) {
        if (claim.has("money")) {
            BigDecimal amount = claim.get("money").get("amount").decimalValue();
            String currency = claim.get("money").get("currency").asText();
            score(
                    set + "money",
                    id,
                    claim,
                    claim.get("money").path("bound").asText("EXACT"),
                    amount,
                    found,
                    text,
                    m -> m instanceof MoneyAmount x && x.money().currency().equals(currency));
        }
        if (claim.has("power")) {
            BigDecimal mw = claim.get("power").get("mw").decimalValue();
            score(
                    set + "power",
                    id,
                    claim,
                    claim.get("power").path("bound").asText("EXACT"),
                    mw,
                    found,
                    text,
                    m -> m instanceof PowerAmount);
        }
        if (claim.has("units") && !claim.get("units").isNull()) {
            BigDecimal units = claim.get("units").decimalValue();
            score(
                    set + "units",
                    id,
                    claim,
                    claim.path("units_bound").asText("EXACT"),
                    units,
                    found,
                    text,
                    m -> m instanceof UnitCount || m instanceof BareNumber);
        }
    }

    private void score(
            String key,
            @Nullable String id,
            JsonNode claim,
            String bound,
            BigDecimal value,
            List<Measured> found,
            String text,
            Predicate<Measured> kind) {
        List<Interval> same = found.stream()
                .filter(kind)
                .map(CorpusRecall::interval)
                .filter(i -> i.value().compareTo(value) == 0 || i.low().compareTo(value) == 0)
                .toList();
        boolean hit = !same.isEmpty();
        boolean sameBound = same.stream().anyMatch(i -> folded(i.bound()).equals(bound));
        scores.put(key, scores.getOrDefault(key, new Score(0, 0, 0)).plus(hit, sameBound));
        if (!sameBound && id != null) {
            missed.add((hit ? "BOUND " : "MISSED ") + id + " " + key + " " + value.toPlainString() + " " + bound + ": "
                    + claim.get("quote").asText());
        }
    }

    private static Interval interval(Measured measured) {
        return switch (measured) {
            case MoneyAmount m -> m.money().amount();
            case PowerAmount p -> p.power().megawatts();
            case UnitCount u -> u.count();
            case BareNumber b -> b.number();
            default -> throw new IllegalArgumentException("could not compare: " + measured);
        };
    }

    private static String folded(Bound bound) {
        return switch (bound) {
            case STATED -> "EXACT";
            case BETWEEN -> "UP_TO";
            default -> bound.name();
        };
    }

    public static void main(String[] args) {
        CorpusRecall recall = of(Path.of(args[0]));
        recall.scores.forEach((key, score) -> System.out.println(key + ": " + score));
        if (args.length > 1) {
            recall.missed.forEach(System.out::println);
        }
    }
}
