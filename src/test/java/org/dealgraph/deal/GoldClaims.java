package org.dealgraph.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Power;
import org.dealgraph.model.Right;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/** The corpus's annotations as claims: document and number make the id, the story is the source. */
final class GoldClaims {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCUMENTS = Path.of("ingest", "corpus", "dev");

    private GoldClaims() {}

    /** The claims of the stories that are not kept for validation. */
    static List<SourcedClaim> training() throws IOException {
        List<SourcedClaim> claims = new ArrayList<>();
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            for (Path file : files.sorted().toList()) {
                JsonNode document = JSON.readTree(file.toFile());
                int story = Integer.parseInt(document.get("id").asText().replaceAll("\\D", ""));
                if (story % 4 != 0) {
                    claims.addAll(claims(document));
                }
            }
        }
        return claims;
    }

    private static List<SourcedClaim> claims(JsonNode document) {
        String id = document.get("id").asText();
        PartialDate published = date(document, "published");
        List<SourcedClaim> claims = new ArrayList<>();
        for (JsonNode node : document.get("claims")) {
            List<String> from = names(node.path("from"));
            List<String> to = names(node.path("to"));
            claims.add(new SourcedClaim(
                    claim(id, id + "#" + claims.size(), node, from, to),
                    from,
                    to,
                    List.of(),
                    Tier.RETELLING,
                    published == null ? PartialDate.parse("2026-11-20") : published,
                    published == null,
                    id.substring(0, id.lastIndexOf('-'))));
        }
        return claims;
    }

    private static Claim claim(String article, String id, JsonNode node, List<String> from, List<String> to) {
        String status = node.path("status").asText("ANNOUNCED");
        Stage stage = switch (status) {
            case "REPORTED" -> Stage.TALKS;
            case "ENDED" -> Stage.CANCELLED;
            default -> Stage.AGREED;
        };
        return new Claim(
                id,
                article,
                ClaimKind.valueOf(node.get("kind").asText()),
                from.stream().map(name -> Party.known(name, name)).toList(),
                to.stream().map(name -> Party.known(name, name)).toList(),
                List.of(),
                subject(node),
                new Claim.Schedule(
                        date(node, "date"),
                        date(node, "start"),
                        date(node, "end"),
                        node.hasNonNull("term_years") ? node.get("term_years").asDouble() : null),
                new Claim.Standing(
                        stage,
                        Set.of(),
                        status.equals("ENDED") ? Polarity.ENDS : Polarity.ASSERTS,
                        AmountRelation.whole()),
                Attribution.author(),
                node.path("core").asBoolean(true),
                new Evidence(List.of(), node.path("quote").asText()),
                new Claim.Reading("annotation", 0.95));
    }

    private static Claim.Subject subject(JsonNode node) {
        JsonNode money = node.path("money");
        JsonNode power = node.path("power");
        Interval units = node.path("units").isNumber() ? interval(node.get("units"), node.path("units_bound")) : null;
        return new Claim.Subject(
                money.hasNonNull("amount")
                        ? Money.of(
                                interval(money.get("amount"), money.path("bound")),
                                money.path("currency").asText("USD"))
                        : null,
                power.hasNonNull("mw")
                        ? new Power(
                                interval(power.get("mw"), power.path("bound")),
                                Power.Measure.UNSTATED,
                                Power.Layer.COMPUTE)
                        : null,
                units,
                text(node, "product"),
                node.hasNonNull("right") ? Right.valueOf(node.get("right").asText()) : null,
                null,
                text(node, "site"));
    }

    private static Interval interval(JsonNode amount, JsonNode bound) {
        BigDecimal x = amount.decimalValue();
        String name = bound.asText("EXACT");
        return Interval.of(x, name.equals("EXACT") || name.equals("null") ? Bound.STATED : Bound.valueOf(name));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.get(key).asText() : null;
    }

    private static @Nullable PartialDate date(JsonNode node, String key) {
        try {
            return node.hasNonNull(key) ? PartialDate.parse(node.get(key).asText()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> names(JsonNode names) {
        List<String> ids = new ArrayList<>();
        if (names.isArray()) {
            names.forEach(name -> ids.add(id(name.asText())));
        } else if (!names.isNull() && !names.isMissingNode()) {
            ids.add(id(Objects.requireNonNull(names.asText())));
        }
        return ids;
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
