package org.dealgraph.claim.corpus;

import java.math.BigDecimal;
import java.util.List;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/**
 * A claim in the corpus's format: groups by short name, status folded to three values, bounds to four. Coarser than the
 * product's own {@link org.dealgraph.model.Claim}.
 *
 * @param kind what it is about
 * @param from short names; several for a consortium
 * @param to short names; empty for BUILD
 * @param money or null
 * @param power in MW, or null
 * @param units count, or null
 * @param product short name, or null
 * @param right name of the right, or null
 * @param site or null
 * @param termYears or null
 * @param start "2026", "2026-H2", "2027-Q1", "2026-10", or null
 * @param end in the same form, or null
 * @param status ANNOUNCED, REPORTED or ENDED
 * @param date when the deal was made, or null
 * @param core the document's own news
 * @param quote the words that carry it
 */
public record CorpusClaim(
        ClaimKind kind,
        List<String> from,
        List<String> to,
        @Nullable Sum money,
        @Nullable Count power,
        @Nullable Count units,
        @Nullable String product,
        @Nullable String right,
        @Nullable String site,
        @Nullable Double termYears,
        @Nullable String start,
        @Nullable String end,
        String status,
        @Nullable String date,
        boolean core,
        String quote) {

    public CorpusClaim {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Money with its folded bound. */
    public record Sum(BigDecimal amount, String currency, String bound) {}

    /** A number with its folded bound. */
    public record Count(BigDecimal value, String bound) {}

    /** Whether it carries a number: the headline figures count these only. */
    public boolean numbered() {
        return money != null || power != null || units != null;
    }

    /** The bound of the number that counts, EXACT where there is none. */
    public String bound() {
        if (money != null) {
            return money.bound();
        }
        if (power != null) {
            return power.bound();
        }
        return units != null ? units.bound() : "EXACT";
    }
}
