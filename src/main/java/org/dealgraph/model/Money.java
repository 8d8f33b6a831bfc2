package org.dealgraph.model;

import org.jspecify.annotations.Nullable;

/**
 * An amount of money in the currency of the text.
 *
 * @param amount in whole units of the currency (dollars, not cents or billions)
 * @param currency ISO 4217 code
 * @param per the period where the amount is a rate, else null
 */
public record Money(
        Interval amount, String currency, @Nullable Per per) {

    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("could not read an ISO 4217 code: " + currency);
        }
    }

    /** A sum, not a rate. */
    public static Money of(Interval amount, String currency) {
        return new Money(amount, currency, null);
    }
}
