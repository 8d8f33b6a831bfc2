package org.dealgraph.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
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

    /** As a reader would write it: "more than $100 billion", "$1.25 billion a month". */
    public String text() {
        String rate = per == null ? "" : per == Per.MONTH ? " a month" : " a year";
        return amount.text(this::figure) + rate;
    }

    private String figure(BigDecimal x) {
        for (Scale scale : Scale.values()) {
            if (x.abs().compareTo(scale.size) >= 0) {
                return sign()
                        + x.divide(scale.size, MathContext.DECIMAL64)
                                .stripTrailingZeros()
                                .toPlainString() + " " + scale.name().toLowerCase(Locale.ROOT);
            }
        }
        return sign() + x.toPlainString();
    }

    private String sign() {
        return switch (currency) {
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "JPY" -> "¥";
            case "INR" -> "₹";
            case "KRW" -> "₩";
            default -> currency + " ";
        };
    }

    private enum Scale {
        TRILLION(12),
        BILLION(9),
        MILLION(6);

        private final BigDecimal size;

        Scale(int digits) {
            size = BigDecimal.TEN.pow(digits);
        }
    }
}
