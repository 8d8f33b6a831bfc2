package org.dealgraph.api;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The API's filter of deals, and of changes of deals, as the parameters of an address: what feeds are asked with and what
 * a watch keeps.
 *
 * @param values by parameter, both in an order of their own, so that equal questions are written the same
 */
public record DealQuestion(Map<String, List<String>> values) {

    static final String ALL = "all";
    static final String COUNTED = "counted";

    public DealQuestion {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** A parameter that cannot be used; the message begins with its name and says why. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String parameter;

        public Malformed(String parameter, String message) {
            super(message);
            this.parameter = parameter;
        }

        /** Which. */
        public String parameter() {
            return parameter;
        }
    }

    /** Checks and orders parameters; of those that name many, values may also stand between commas. */
    public static DealQuestion of(Map<String, List<String>> parameters) {
        return new DealQuestion(QuestionParameters.checked(parameters));
    }

    /** The filter of deals as the API's argument has it. */
    public Map<String, Object> deals() {
        Map<String, Object> filter = new LinkedHashMap<>();
        values.forEach((name, given) -> {
            if (QuestionParameters.LISTS.containsKey(name)) {
                filter.put(QuestionParameters.LISTS.get(name), given);
            } else if (name.startsWith("minimum")) {
                filter.put(name, new BigDecimal(given.getFirst()));
            } else if (QuestionParameters.DATES.contains(name)) {
                filter.put(name, PartialDate.parse(given.getFirst()));
            } else if (name.equals(COUNTED)) {
                filter.put(name, Boolean.valueOf(given.getFirst()));
            } else if (name.equals("text") || name.equals("strength")) {
                filter.put(name, given.getFirst());
            }
        });
        range(filter, "amount", "amountFrom", "amountTo");
        range(filter, "power", "megawattsFrom", "megawattsTo");
        return filter;
    }

    private void range(Map<String, Object> filter, String field, String from, String to) {
        if (values.containsKey(from) || values.containsKey(to)) {
            Map<String, Object> range = new LinkedHashMap<>();
            first(from).map(BigDecimal::new).ifPresent(low -> range.put("from", low));
            first(to).map(BigDecimal::new).ifPresent(high -> range.put("to", high));
            if (field.equals("amount")) {
                range.put("currency", first("currency").orElse("USD"));
            }
            filter.put(field, range);
        }
    }

    private java.util.Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The kinds of change that are asked for, else all but mere corroborations; null for any. */
    public @Nullable Set<Revision.Kind> changes() {
        Set<Revision.Kind> asked = choices("change", Revision.Kind.class);
        return asked != null || isAll() ? asked : EnumSet.complementOf(EnumSet.of(Revision.Kind.CORROBORATED));
    }

    /** The causes that are asked for, else what is news and what a person judged; null for any. */
    public @Nullable Set<Revision.Cause> causes() {
        Set<Revision.Cause> asked = choices("cause", Revision.Cause.class);
        return asked != null || isAll() ? asked : Set.of(Revision.Cause.NEWS, Revision.Cause.JUDGEMENT);
    }

    private <E extends Enum<E>> @Nullable Set<E> choices(String name, Class<E> type) {
        List<String> given = values.get(name);
        return given == null
                ? null
                : given.stream().map(v -> Enum.valueOf(type, v)).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isAll() {
        return values.getOrDefault(ALL, List.of()).contains("true");
    }

    /** The same question and another at once; what both ask for by one name cannot be asked. */
    public DealQuestion and(DealQuestion other) {
        Map<String, List<String>> both = new TreeMap<>(values);
        other.values.forEach((name, given) -> {
            if (both.put(name, given) != null) {
                throw new Malformed(name, name + ": the watch says that already");
            }
        });
        return new DealQuestion(both);
    }

    /** As the parameters of an address, without a question mark. */
    public String text() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "="
                        + e.getValue().stream()
                                .map(v -> URLEncoder.encode(v, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("&"));
    }

    /** What is asked for in words; empty where nothing is. */
    public String words() {
        return values.entrySet().stream()
                .filter(e -> !e.getKey().equals(ALL))
                .map(e -> e.getKey() + " " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; "));
    }
}
