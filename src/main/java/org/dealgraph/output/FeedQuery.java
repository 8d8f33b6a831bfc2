package org.dealgraph.output;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.answer.Basis;
import org.dealgraph.graph.DealFilter.Role;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What an address of a feed asks for: the API's filter of deals as query parameters, of which those that name many may
 * be repeated or hold several values between commas.
 *
 * @param values by parameter, both in an order of their own, so that equal questions have equal addresses
 */
record FeedQuery(Map<String, List<String>> values) {

    private static final String ALL = "all";
    private static final String ARCHIVE = "archive";
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 200;

    /** Parameters that name many, with the names that the API's filter has for them. */
    private static final Map<String, String> LISTS = Map.of(
            "party", "parties",
            "role", "roles",
            "kind", "kinds",
            "stage", "stages",
            "instrument", "instruments",
            "product", "products",
            "site", "sites");

    private static final Map<String, Class<? extends Enum<?>>> CHOICES = Map.of(
            "role", Role.class,
            "kind", ClaimKind.class,
            "stage", Stage.class,
            "instrument", Instrument.class,
            "strength", Basis.class,
            "change", Revision.Kind.class,
            "cause", Revision.Cause.class);

    private static final Set<String> NUMBERS = Set.of("minimumDollars", "minimumMegawatts");
    private static final Set<String> DATES = Set.of("agreedFrom", "agreedTo", "publishedFrom", "publishedTo");
    private static final Set<String> SINGLE = Set.of("text", "strength", ALL, ARCHIVE);
    private static final Set<String> SEVERAL = Set.of("change", "cause");

    /** A parameter that cannot be used; the message says which and why. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** Checks and orders the parameters of a request. */
    static FeedQuery of(Map<String, List<String>> parameters) {
        Map<String, List<String>> values = new TreeMap<>();
        parameters.forEach((name, given) -> {
            boolean many = LISTS.containsKey(name) || SEVERAL.contains(name);
            if (!many && !NUMBERS.contains(name) && !DATES.contains(name) && !SINGLE.contains(name)) {
                throw new Malformed("unknown parameter: " + SafeText.cut(SafeText.clean(name), LONGEST_VALUE));
            }
            List<String> each = given.stream()
                    .flatMap(v -> many ? Arrays.stream(v.split(",")) : List.of(v).stream())
                    .map(String::strip)
                    .filter(v -> !v.isEmpty())
                    .map(v -> CHOICES.containsKey(name) ? v.toUpperCase(java.util.Locale.ROOT) : v)
                    .distinct()
                    .sorted()
                    .toList();
            if (each.size() > (many ? MOST_VALUES : 1)) {
                throw new Malformed(name + ": at most " + (many ? MOST_VALUES : 1) + " values");
            }
            each.forEach(value -> check(name, value));
            if (!each.isEmpty()) {
                values.put(name, each);
            }
        });
        return new FeedQuery(values);
    }

    private static void check(String name, String value) {
        if (value.length() > LONGEST_VALUE) {
            throw new Malformed(name + ": longer than " + LONGEST_VALUE + " characters");
        }
        Class<? extends Enum<?>> choices = CHOICES.get(name);
        if (choices != null
                && Arrays.stream(choices.getEnumConstants())
                        .noneMatch(c -> c.name().equals(value))) {
            throw new Malformed(name + ": one of " + Arrays.toString(choices.getEnumConstants()));
        }
        if (NUMBERS.contains(name) && !value.matches("\\d{1,18}(\\.\\d{1,6})?")) {
            throw new Malformed(name + ": a number such as 1000000000");
        }
        if (name.equals(ARCHIVE) && !value.matches("\\d{1,12}")) {
            throw new Malformed(name + ": the number of an archive");
        }
        if (name.equals(ALL) && !value.equals("true") && !value.equals("false")) {
            throw new Malformed(name + ": true or false");
        }
        if (DATES.contains(name)) {
            date(name, value);
        }
    }

    private static PartialDate date(String name, String value) {
        try {
            return PartialDate.parse(value);
        } catch (IllegalArgumentException e) {
            throw new Malformed(name + ": a date such as 2026-11 or 2026-11-21");
        }
    }

    /** The filter of deals as the API's argument has it. */
    Map<String, Object> deals() {
        Map<String, Object> filter = new LinkedHashMap<>();
        values.forEach((name, given) -> {
            if (LISTS.containsKey(name)) {
                filter.put(LISTS.get(name), given);
            } else if (NUMBERS.contains(name)) {
                filter.put(name, new BigDecimal(given.getFirst()));
            } else if (DATES.contains(name)) {
                filter.put(name, date(name, given.getFirst()));
            } else if (name.equals("text") || name.equals("strength")) {
                filter.put(name, given.getFirst());
            }
        });
        return filter;
    }

    /** The kinds of change that are asked for, else all but mere corroborations; null for any. */
    @Nullable
    Set<Revision.Kind> changes() {
        Set<Revision.Kind> asked = choices("change", Revision.Kind.class);
        if (asked != null || isAll()) {
            return asked;
        }
        return java.util.EnumSet.complementOf(java.util.EnumSet.of(Revision.Kind.CORROBORATED));
    }

    /** The causes that are asked for, else what is news and what a person judged; null for any. */
    @Nullable
    Set<Revision.Cause> causes() {
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

    /** The archive that is asked for, or null for the latest entries. */
    @Nullable
    Long archive() {
        List<String> given = values.get(ARCHIVE);
        return given == null ? null : Long.valueOf(given.getFirst());
    }

    /** The same question for an archive; null for the latest entries. */
    FeedQuery at(@Nullable Long archive) {
        Map<String, List<String>> other = new TreeMap<>(values);
        other.remove(ARCHIVE);
        if (archive != null) {
            other.put(ARCHIVE, List.of(Long.toString(archive)));
        }
        return new FeedQuery(other);
    }

    /** The same question for terms of one kind. */
    static FeedQuery ofKind(ClaimKind kind) {
        return new FeedQuery(Map.of("kind", List.of(kind.name())));
    }

    /** The path of a feed on any server, with its parameters. */
    String path(Format format) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, given) -> pairs.add(name + "="
                + given.stream()
                        .map(v -> URLEncoder.encode(v, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining(","))));
        return "/feeds/deals." + format.suffix() + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    /** What is asked for in words; empty where nothing is. */
    String words() {
        return at(null).values().entrySet().stream()
                .filter(e -> !e.getKey().equals(ALL))
                .map(e -> e.getKey() + " " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; "));
    }
}
