package org.dealgraph.deal;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Decides a term's figure. The best authority's figure is shown; a bare figure yields to a bound that an equal or better
 * source puts on it.
 */
final class Amount {

    private static final String BOUND_RULE =
            "a bare figure does not overrule a bound stated by an equal or better source";

    private Amount() {}

    static Optional<Choice> of(Collection<Statement> statements, Gate gate) {
        List<Statement> numbered =
                statements.stream().filter(s -> s.quantity().isPresent()).toList();
        if (numbered.isEmpty()) {
            return Optional.empty();
        }
        Map<Statement, Integer> told = new IdentityHashMap<>();
        Authority authority = new Authority(gate, s -> told.computeIfAbsent(s, each -> agreeing(each, numbered)));
        List<Statement> ranked = numbered.stream().sorted(authority).toList();
        Statement best = ranked.getFirst();
        Statement shown = bounded(best, ranked, authority);
        return Optional.of(new Choice(shown, conflict(shown, best, ranked, authority)));
    }

    private static @Nullable Conflict conflict(
            Statement shown, Statement best, List<Statement> ranked, Authority authority) {
        Optional<Statement> rival = ranked.stream()
                .filter(s -> !Figures.equal(figure(shown), figure(s)))
                .findFirst();
        if (rival.isEmpty()) {
            return null;
        }
        List<Statement> shownFirst = Stream.concat(
                        Stream.of(shown), ranked.stream().filter(s -> s != shown))
                .toList();
        String rule = shown == best ? authority.reason(shown, rival.get()) : BOUND_RULE;
        return Choice.conflict("amount", shownFirst, Amount::text, rule);
    }

    private static Statement bounded(Statement best, List<Statement> ranked, Authority authority) {
        if (figure(best).bound() != Bound.STATED) {
            return best;
        }
        return ranked.stream()
                .filter(s -> figure(s).bound() != Bound.STATED)
                .filter(s -> Figures.equal(figure(s), figure(best)))
                .filter(s -> authority.equalOrBetter(s, best))
                .filter(s -> !s.exploratory() || best.exploratory())
                .findFirst()
                .orElse(best);
    }

    private static int agreeing(Statement statement, List<Statement> numbered) {
        return Cluster.sources(numbered.stream()
                .filter(other -> Figures.equal(figure(statement), figure(other)))
                .collect(Collectors.toList()));
    }

    private static Interval figure(Statement statement) {
        return statement.quantity().orElseThrow();
    }

    private static String text(Statement statement) {
        Interval figure = figure(statement);
        String number = figure.bound() == Bound.BETWEEN
                ? figure.low().toPlainString() + "-" + figure.value().toPlainString()
                : figure.value().toPlainString();
        return statement.unit() + " " + number + " " + figure.bound();
    }
}
