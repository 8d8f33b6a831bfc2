package org.dealgraph.graph;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** What a list of deals is ordered by; deals without that value come last, equals are ordered by id. */
public enum DealOrder {
    AGREED,
    PUBLISHED,
    /** The largest sum in dollars among its terms. */
    AMOUNT,
    ID;

    private static final double LAST = 1.0e18;

    /** Where a deal stands in this order, as the statement of {@link DealRepository#list} has it. */
    public Cursor cursor(Deal deal, boolean descending) {
        Double value = switch (this) {
            case AGREED -> day(deal.agreed());
            case PUBLISHED -> day(deal.published());
            case AMOUNT -> largestInDollars(deal);
            case ID -> 0.0;
        };
        return new Cursor(value == null ? LAST : descending ? -value : value, deal.id());
    }

    private static @Nullable Double day(@Nullable PartialDate date) {
        return date == null ? null : (double) date.earliest().toEpochDay();
    }

    static @Nullable Double largestInDollars(Deal deal) {
        return deal.terms().stream()
                .map(term -> term.subject().money())
                .filter(Objects::nonNull)
                .filter(money -> money.per() == null && money.currency().equals("USD"))
                .map(Money::amount)
                .map(amount -> amount.value())
                .max(Comparator.naturalOrder())
                .map(BigDecimal::doubleValue)
                .orElse(null);
    }
}
