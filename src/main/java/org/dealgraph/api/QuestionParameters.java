package org.dealgraph.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dealgraph.answer.Basis;
import org.dealgraph.api.DealQuestion.Malformed;
import org.dealgraph.graph.DealFilter.Role;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Stage;

/** Which parameters a {@link DealQuestion} has, and which values they take. */
final class QuestionParameters {

    /** Parameters that name many, with the names that the API's filter has for them. */
    static final Map<String, String> LISTS = Map.of(
            "party", "parties",
            "role", "roles",
            "kind", "kinds",
            "stage", "stages",
            "instrument", "instruments",
            "product", "products",
            "site", "sites");

    static final Set<String> DATES = Set.of("agreedFrom", "agreedTo", "publishedFrom", "publishedTo");

    private static final Map<String, Class<? extends Enum<?>>> CHOICES = Map.of(
            "role", Role.class,
            "kind", ClaimKind.class,
            "stage", Stage.class,
            "instrument", Instrument.class,
            "strength", Basis.class,
            "change", Revision.Kind.class,
            "cause", Revision.Cause.class);

    private static final Set<String> NUMBERS =
            Set.of("minimumDollars", "minimumMegawatts", "amountFrom", "amountTo", "megawattsFrom", "megawattsTo");
    private static final Set<String> FLAGS = Set.of(DealQuestion.ALL, DealQuestion.COUNTED);
    private static final Set<String> SINGLE = Set.of("text", "strength", "currency");
    private static final Set<String> SEVERAL = Set.of("change", "cause");
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 200;

    private QuestionParameters() {}

    static Map<String, List<String>> checked(Map<String, List<String>> parameters) {
        Map<String, List<String>> values = new TreeMap<>();
        parameters.forEach((name, given) -> {
            if (!isKnown(name)) {
                throw new Malformed(name, "unknown parameter: " + shown(name));
            }
            boolean many = isMany(name);
            List<String> each = given.stream()
                    .flatMap(v -> many ? Arrays.stream(v.split(",")) : List.of(v).stream())
                    .map(String::strip)
                    .filter(v -> !v.isEmpty())
                    .map(v -> CHOICES.containsKey(name) ? v.toUpperCase(Locale.ROOT) : v)
                    .distinct()
                    .sorted()
                    .toList();
            if (each.size() > (many ? MOST_VALUES : 1)) {
                throw new Malformed(name, name + ": at most " + (many ? MOST_VALUES : 1) + " values");
            }
            each.forEach(value -> check(name, value));
            if (!each.isEmpty()) {
                values.put(name, each);
            }
        });
        return values;
    }

    private static boolean isMany(String name) {
        return LISTS.containsKey(name) || SEVERAL.contains(name);
    }

    private static boolean isKnown(String name) {
        return isMany(name)
                || NUMBERS.contains(name)
                || DATES.contains(name)
                || FLAGS.contains(name)
                || SINGLE.contains(name);
    }

    private static void check(String name, String value) {
        if (value.length() > LONGEST_VALUE) {
            throw new Malformed(name, name + ": longer than " + LONGEST_VALUE + " characters");
        }
        Class<? extends Enum<?>> choices = CHOICES.get(name);
        if (choices != null
                && Arrays.stream(choices.getEnumConstants())
                        .noneMatch(c -> c.name().equals(value))) {
            throw new Malformed(name, name + ": one of " + Arrays.toString(choices.getEnumConstants()));
        }
        if (NUMBERS.contains(name) && !value.matches("\\d{1,18}(\\.\\d{1,6})?")) {
            throw new Malformed(name, name + ": a number such as 1000000000");
        }
        if (FLAGS.contains(name) && !value.equals("true") && !value.equals("false")) {
            throw new Malformed(name, name + ": true or false");
        }
        if (name.equals("currency") && !value.matches("[A-Z]{3}")) {
            throw new Malformed(name, name + ": a code such as USD");
        }
        if (DATES.contains(name)) {
            checkDate(name, value);
        }
    }

    private static void checkDate(String name, String value) {
        try {
            PartialDate.parse(value);
        } catch (IllegalArgumentException e) {
            throw new Malformed(name, name + ": a date such as 2026-11 or 2026-11-21");
        }
    }

    /** A name from outside, fit for a message. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_.-]", " ");
        return plain.length() > LONGEST_VALUE ? plain.substring(0, LONGEST_VALUE) : plain;
    }
}
