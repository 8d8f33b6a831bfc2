package org.dealgraph.claim.quantity;

import org.dealgraph.model.Span;

/**
 * One number, measure or date of a text. The span covers the words that bound it ("more than $100 billion"); where a
 * record has a {@code core}, that is the figure itself.
 */
public sealed interface Measured
        permits MoneyAmount, PowerAmount, UnitCount, Share, DurationYears, DateMention, OtherMeasure, BareNumber {

    /** All words that belong to it, bounds included. */
    Span span();

    /** What it is, in one lower-case word: money, power, units, share, duration, date, other or number. */
    default String kind() {
        return switch (this) {
            case MoneyAmount m -> "money";
            case PowerAmount p -> "power";
            case UnitCount u -> "units";
            case Share s -> "share";
            case DurationYears d -> "duration";
            case DateMention d -> "date";
            case OtherMeasure o -> "other";
            case BareNumber b -> "number";
        };
    }

    /** Its words. */
    default String in(String text) {
        return span().in(text);
    }
}
