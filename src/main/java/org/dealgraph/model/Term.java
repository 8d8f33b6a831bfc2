package org.dealgraph.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One obligation in a deal: a view over the claims that speak of it.
 *
 * @param id the id of its founding claim (earliest published, then smallest)
 * @param kind what it is about
 * @param from organization ids
 * @param to organization ids
 * @param beneficiaries organization ids
 * @param subject the quantity, product, right, instrument and site that the rules chose
 * @param schedule the dates that the rules chose; {@code agreed} falls back to the earliest published date
 * @param agreedAssumed whether {@code agreed} is that fallback
 * @param stage how far it has come
 * @param flags what makes it less than firm
 * @param history each step of its stage, oldest first
 * @param supports claim ids that say so, smallest first
 * @param disputes claim ids that deny it or read it the other way round
 * @param ends claim ids that say it is over
 * @param independentSources how many sources stand behind it when copies and retellings of one report count once
 * @param published earliest publication among its claims
 * @param counted whether a claim passes the confidence gate, or two independent sources agree; totals leave out the rest
 * @param links to other terms, so that a total counts an obligation once
 * @param conflicts rival values
 */
public record Term(
        String id,
        ClaimKind kind,
        List<String> from,
        List<String> to,
        List<String> beneficiaries,
        Claim.Subject subject,
        Claim.Schedule schedule,
        boolean agreedAssumed,
        Stage stage,
        Set<Flag> flags,
        List<Step> history,
        List<String> supports,
        List<String> disputes,
        List<String> ends,
        int independentSources,
        @Nullable PartialDate published,
        boolean counted,
        List<TermLink> links,
        List<Conflict> conflicts) {

    /**
     * A step in a term's life.
     *
     * @param stage the stage reached
     * @param on date of the earliest claim that says so
     * @param claims the claims that say so
     */
    public record Step(Stage stage, @Nullable PartialDate on, List<String> claims) {}

    /**
     * How this term stands to another.
     *
     * @param kind PART_OF and so on
     * @param term the other term's id
     * @param claims the claims that say so
     */
    public record TermLink(Kind kind, String term, List<String> claims) {

        /** The relations between terms. */
        public enum Kind {
            PART_OF,
            ADDS_TO,
            MIRRORS,
            SECURES,
            REPLACES
        }
    }
}
