package org.dealgraph.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.dealgraph.model.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of a term, decided: the statement whose word is taken, and the conflict where others say otherwise.
 *
 * @param statement the one that is believed
 * @param conflict every value with its claims, or null where all agree
 */
record Choice(Statement statement, @Nullable Conflict conflict) {

    /**
     * Decides between statements.
     *
     * @param aspect its name in the conflict
     * @param statements those that say something of the aspect
     * @param value what a statement says
     * @param agree whether two values can both be right
     * @param authority whose word counts
     * @return nothing where no statement says anything
     */
    static <T> Optional<Choice> between(
            String aspect,
            Collection<Statement> statements,
            Function<Statement, @Nullable T> value,
            BiPredicate<T, T> agree,
            Authority authority) {
        List<Statement> ranked = statements.stream()
                .filter(s -> value.apply(s) != null)
                .sorted(authority)
                .toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        Statement chosen = ranked.getFirst();
        T shown = value.apply(chosen);
        Optional<Statement> rival = ranked.stream()
                .filter(s -> shown != null && !agrees(agree, shown, value.apply(s)))
                .findFirst();
        return Optional.of(new Choice(
                chosen,
                rival.map(r -> conflict(
                                aspect, ranked, s -> String.valueOf(value.apply(s)), authority.reason(chosen, r)))
                        .orElse(null)));
    }

    /** The conflict that lists every value of some statements, the first one's first. */
    static Conflict conflict(String aspect, List<Statement> ranked, Function<Statement, String> value, String rule) {
        Map<String, List<Statement>> rivals = new LinkedHashMap<>();
        for (Statement statement : ranked) {
            rivals.computeIfAbsent(value.apply(statement), v -> new ArrayList<>())
                    .add(statement);
        }
        List<Conflict.Rival> values = rivals.entrySet().stream()
                .map(rival -> new Conflict.Rival(rival.getKey(), Statement.ids(rival.getValue())))
                .toList();
        return new Conflict(aspect, values.getFirst().value(), rule, values);
    }

    private static <T> boolean agrees(BiPredicate<T, T> agree, T shown, @Nullable T other) {
        return other == null || agree.test(shown, other);
    }
}
