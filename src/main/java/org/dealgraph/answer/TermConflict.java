package org.dealgraph.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * A conflict of a term with how far its values lie apart.
 *
 * @param deal the deal
 * @param term the term
 * @param conflict the rivals
 * @param difference between the largest and the smallest value, in days for dates; null where they are neither
 * @param spread that difference as a share of the value shown; null where they are no numbers
 */
public record TermConflict(
        Deal deal,
        Term term,
        Conflict conflict,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal spread) {

    private static final Pattern FIGURE =
            Pattern.compile("(?:\\S+ )?(?:\\d+(?:\\.\\d+)?-)?(\\d+(?:\\.\\d+)?)(?: [A-Z_]+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}(?:-(?:[HQ]\\d|\\d{2}(?:-\\d{2})?))?");

    /** Every conflict of some deals, in their order. */
    public static List<TermConflict> among(Collection<Deal> deals) {
        return deals.stream()
                .flatMap(deal -> deal.terms().stream()
                        .flatMap(term -> term.conflicts().stream().map(conflict -> of(deal, term, conflict))))
                .toList();
    }

    private static TermConflict of(Deal deal, Term term, Conflict conflict) {
        List<String> values =
                conflict.rivals().stream().map(Conflict.Rival::value).toList();
        boolean dates = !conflict.aspect().equals("termYears")
                && values.stream().allMatch(v -> DATE.matcher(v).matches());
        if (dates) {
            return new TermConflict(deal, term, conflict, days(values), null);
        }
        List<BigDecimal> numbers = values.stream()
                .map(TermConflict::number)
                .flatMap(Optional::stream)
                .toList();
        if (numbers.size() < values.size() || numbers.isEmpty()) {
            return new TermConflict(deal, term, conflict, null, null);
        }
        BigDecimal difference = numbers.stream()
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .subtract(numbers.stream().min(Comparator.naturalOrder()).orElseThrow());
        BigDecimal shown = numbers.getFirst();
        return new TermConflict(
                deal,
                term,
                conflict,
                difference,
                shown.signum() == 0 ? null : difference.divide(shown, MathContext.DECIMAL32));
    }

    private static BigDecimal days(List<String> values) {
        List<PartialDate> dates =
                values.stream().map(PartialDate::parse).sorted().toList();
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(
                dates.getFirst().earliest(),
                Objects.requireNonNull(dates.getLast()).earliest()));
    }

    private static Optional<BigDecimal> number(String value) {
        Matcher figure = FIGURE.matcher(value);
        return figure.matches() ? Optional.of(new BigDecimal(figure.group(1))) : Optional.empty();
    }
}
