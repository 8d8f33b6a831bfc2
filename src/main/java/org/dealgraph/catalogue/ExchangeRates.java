package org.dealgraph.catalogue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dealgraph.model.ExchangeRate;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The dated exchange rates of {@code ingest/rates}. A rate serves days that are near it; there is no rate for the others. */
public final class ExchangeRates {

    /** A rate of a day or month serves agreements at most this many days away. */
    private static final long NEAR_DAYS = 31;

    private final Map<String, List<ExchangeRate>> byCurrency;

    ExchangeRates(List<ExchangeRate> rates) {
        byCurrency = rates.stream().collect(Collectors.groupingBy(ExchangeRate::currency));
    }

    /**
     * The rate nearest to a date: one whose day, month or year overlaps it or lies at most 31 days away; of equally near ones
     * the more precise, then the earlier.
     *
     * @param date when something was agreed, or null where nobody knows, which has no rate
     */
    public Optional<ExchangeRate> find(String currency, @Nullable PartialDate date) {
        if (date == null) {
            return Optional.empty();
        }
        return byCurrency.getOrDefault(currency, List.of()).stream()
                .filter(rate -> gap(rate.on(), date) <= NEAR_DAYS)
                .min(Comparator.comparingLong((ExchangeRate rate) -> gap(rate.on(), date))
                        .thenComparingLong(rate -> length(rate.on()))
                        .thenComparing(ExchangeRate::on)
                        .thenComparing(ExchangeRate::address));
    }

    private static long gap(PartialDate a, PartialDate b) {
        if (a.overlaps(b)) {
            return 0;
        }
        return Math.max(days(a.latest(), b.earliest()), days(b.latest(), a.earliest()));
    }

    private static long length(PartialDate date) {
        return days(date.earliest(), date.latest());
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
