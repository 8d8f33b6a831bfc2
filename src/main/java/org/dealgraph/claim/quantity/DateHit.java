package org.dealgraph.claim.quantity;

import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A date at a token.
 *
 * @param date null where it is relative and nothing tells to what
 * @param end index of the token behind it
 * @param relative whether the date of publication was needed
 * @param fiscal whether it is a fiscal year
 */
record DateHit(@Nullable PartialDate date, int end, boolean relative, boolean fiscal) {

    static DateHit of(PartialDate date, int end) {
        return new DateHit(date, end, false, false);
    }

    static DateHit relative(@Nullable PartialDate date, int end) {
        return new DateHit(date, end, true, false);
    }

    DateHit fiscally() {
        return new DateHit(date, end, relative, true);
    }
}
