package org.dealgraph.api;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.pipeline.Refusal;
import org.dealgraph.pipeline.Refusal.Code;
import org.jspecify.annotations.Nullable;

/** Turns the schema's filter of deals into the question that a watch keeps. */
final class FilterInput {

    private static final Set<String> UNTOLD = Set.of("tiers", "lifecycle");

    private final Organizations organizations;

    FilterInput(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Refuses what changes cannot be told apart by, and names that an address cannot hold. */
    DealQuestion question(
            Map<String, Object> filter, @Nullable Collection<String> changes, @Nullable Collection<String> causes) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        filter.forEach((field, value) -> add(values, field, value));
        if (changes != null) {
            values.put("change", List.copyOf(changes));
        }
        if (causes != null) {
            values.put("cause", List.copyOf(causes));
        }
        try {
            return DealQuestion.of(values);
        } catch (DealQuestion.Malformed e) {
            throw new Refusal(Code.BAD_INPUT, "filter", String.valueOf(e.getMessage()));
        }
    }

    private void add(Map<String, List<String>> values, String field, @Nullable Object value) {
        if (UNTOLD.contains(field)) {
            throw new Refusal(Code.BAD_INPUT, field, field + " cannot be watched; ask for it in deals");
        }
        switch (value) {
            case null -> {}
            case Map<?, ?> range -> range(values, field, range);
            case Collection<?> many ->
                values.put(
                        parameter(field), many.stream().map(v -> own(field, v)).toList());
            case BigDecimal number -> values.put(field, List.of(number.toPlainString()));
            default -> values.put(field, List.of(String.valueOf(value)));
        }
    }

    private static void range(Map<String, List<String>> values, String field, Map<?, ?> range) {
        boolean money = field.equals("amount");
        int scale = Filters.POWERS_OF_TEN.getOrDefault(String.valueOf(range.get("unit")), 0);
        String prefix = money ? "amount" : "megawatts";
        if (range.get("from") instanceof BigDecimal from) {
            values.put(prefix + "From", List.of(from.movePointRight(scale).toPlainString()));
        }
        if (range.get("to") instanceof BigDecimal to) {
            values.put(prefix + "To", List.of(to.movePointRight(scale).toPlainString()));
        }
        if (money) {
            values.put("currency", List.of(String.valueOf(range.get("currency"))));
        }
    }

    private static String parameter(String field) {
        return QuestionParameters.LISTS.entrySet().stream()
                .filter(e -> e.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field);
    }

    /** Organizations by their key, so that the address of a feed says whom it is about. */
    private String own(String field, @Nullable Object value) {
        String text = field.equals("parties") ? organizations.key(String.valueOf(value)) : String.valueOf(value);
        if (text.contains(",")) {
            throw new Refusal(Code.BAD_INPUT, field, field + ": say it by its id, the name holds a comma: " + text);
        }
        return text;
    }
}
