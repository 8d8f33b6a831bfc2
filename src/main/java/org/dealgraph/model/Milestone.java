package org.dealgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step within an obligation: what is delivered, paid, vests or can be exercised, by when or upon what.
 *
 * @param sort what happens then
 * @param money the share of it in money, or null
 * @param power the share of it in power, or null
 * @param units the share of it in chips, systems or shares, or null
 * @param by when, or null where it hangs on a condition alone
 * @param upon the condition in the source's words, or null
 * @param claims ids of the claims that tell of it; empty within a claim itself
 */
public record Milestone(
        Sort sort,
        @Nullable Money money,
        @Nullable Power power,
        @Nullable Interval units,
        @Nullable PartialDate by,
        @Nullable String upon,
        List<String> claims) {

    /** What happens at a milestone. */
    public enum Sort {
        /** Capacity or chips are handed over or switched on. */
        DELIVERY,
        /** A share of the money moves. */
        PAYMENT,
        /** A share of a warrant or grant becomes the holder's. */
        VESTING,
        /** An option can be exercised until then. */
        EXERCISE
    }

    public Milestone {
        claims = List.copyOf(claims);
    }

    /** As a reader would write it: "delivery of 1 GW by 2026-H2". */
    public String text() {
        String until = sort == Sort.EXERCISE ? " until " : " by ";
        return withoutDate() + (by == null ? "" : until + by.text()) + (upon == null ? "" : ", " + upon);
    }

    /** What happens: "delivery of 1 GW". */
    public String withoutDate() {
        StringBuilder text = new StringBuilder(
                switch (sort) {
                    case DELIVERY -> "delivery";
                    case PAYMENT -> "payment";
                    case VESTING -> "vesting";
                    case EXERCISE -> "option";
                });
        if (money != null) {
            text.append(" of ").append(money.text());
        } else if (power != null) {
            text.append(" of ").append(power.text());
        } else if (units != null) {
            text.append(" of ").append(units.text(java.math.BigDecimal::toPlainString));
        }
        return text.toString();
    }
}
