package org.dealgraph.model;

import org.jspecify.annotations.Nullable;

/**
 * What a document reports of one organization. A figure is no claim of a deal and enters no total of deals; figures of
 * unlike measures are never compared.
 *
 * @param id unique among the files
 * @param metric what is measured
 * @param organization registry id of whom it is about, or null for several that the scope names
 * @param counterparty registry id of the other side, as in a share of a backlog, or null
 * @param scope the part of the organization: "company", or a segment or product as reports name it, in lower case
 * @param period the period as the document names it: a calendar date such as 2026-Q1, or a fiscal one such as FY26-Q3
 * @param ends the calendar date by which the period ends, as precisely as known
 * @param measure how it is measured
 * @param value the number as stated
 * @param unit "%", an ISO 4217 code, or a code with what it is for, such as "USD/GW"
 * @param published when a reader could know, or null where the page does not say
 * @param source who says so
 * @param summary one line in our own words
 */
public record Figure(
        String id,
        Metric metric,
        @Nullable String organization,
        @Nullable String counterparty,
        String scope,
        String period,
        PartialDate ends,
        Measure measure,
        Interval value,
        String unit,
        @Nullable PartialDate published,
        Source source,
        String summary) {

    /** Whether it is of a whole year, which is not set beside a quarter or a month. */
    public boolean yearly() {
        return period.matches("FY\\d{2,4}|\\d{4}");
    }

    /** What is measured. */
    public enum Metric {
        REVENUE,
        REVENUE_SHARE,
        PROFIT,
        MARGIN,
        GROWTH,
        CAPEX,
        BACKLOG,
        BACKLOG_SHARE,
        /** Part of the revenue that comes from the counterparty. */
        CUSTOMER_SHARE,
        /** Part of the cost that goes to the counterparty. */
        SUPPLIER_SHARE,
        /** Part of the revenue that the organization has financed itself, by putting money into its customers. */
        SELF_FUNDING,
        LEASES,
        DEBT,
        COST_PER_GIGAWATT,
        PRICE_PER_GPU_HOUR
    }

    /** How it is measured. */
    public enum Measure {
        /** Gross margin. */
        GM,
        /** Operating margin. */
        OM,
        /** Compute margin on paying users. */
        CM,
        /** Annual recurring revenue. */
        ARR,
        /** A month or quarter, times twelve or four. */
        RUN_RATE,
        /** Recognised by accounting rules. */
        RECOGNISED,
        /** Before what partners take. */
        GROSS,
        /** After what partners take. */
        NET,
        /** Remaining performance obligations. */
        RPO,
        /** Money paid for property and equipment. */
        CASH,
        /** With finance leases. */
        WITH_LEASES,
        /** At the exchange rates of the reporting day. */
        REPORTED,
        /** At the exchange rates of the year before. */
        CONSTANT_CURRENCY,
        /** Everything. */
        TOTAL,
        /** What has not begun, and so is on no balance sheet. */
        NOT_COMMENCED,
        /** What the organization expects. */
        GUIDANCE,
        /** What somebody else expects. */
        FORECAST,
        /** Not said. */
        UNSTATED
    }

    /**
     * Where a figure was found.
     *
     * @param address of the page
     * @param publisher who published it
     * @param tier how far it is trusted
     * @param seen whether the page was read, rather than known from another page
     * @param reliesOn the document or outlet it rests on, or null
     */
    public record Source(
            String address,
            String publisher,
            Tier tier,
            boolean seen,
            @Nullable String reliesOn) {}
}
