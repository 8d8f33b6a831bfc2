package org.dealgraph.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one article says about one obligation, in whose words. A claim never changes; a deal is a view over claims.
 *
 * @param id stable: article version, kind, both parties' spans and the quantity's or product's span
 * @param article id of the article version
 * @param kind what it is about
 * @param from payer, investor, lender, buyer, provider, vendor, builder or grantor; several where they act together
 * @param to the other side; empty for BUILD
 * @param beneficiaries for whom a builder builds or a guarantor stands; empty where the text does not say
 * @param subject the quantities, product, right, instrument and site
 * @param schedule the dates
 * @param standing stage, flags, polarity and how the amount relates to others
 * @param attribution who says so
 * @param core whether it is the article's own news rather than background
 * @param evidence the words that carry it
 * @param reading how it was read: rule and confidence
 */
public record Claim(
        String id,
        String article,
        ClaimKind kind,
        List<Party> from,
        List<Party> to,
        List<Party> beneficiaries,
        Subject subject,
        Schedule schedule,
        Standing standing,
        Attribution attribution,
        boolean core,
        Evidence evidence,
        Reading reading) {

    public Claim {
        from = List.copyOf(from);
        to = List.copyOf(to);
        beneficiaries = List.copyOf(beneficiaries);
    }

    /**
     * What is promised. At most one of money, power and units is the claim's quantity: the first that is there, in this
     * order.
     *
     * @param money or null
     * @param power or null
     * @param units count of chips, systems or shares, or null
     * @param product registry id of the product or, where unknown, its name; or null
     * @param right for RIGHT, else null
     * @param instrument for INVEST and LEND where said, else null
     * @param site registry id of the site or, where unknown, its name; or null
     */
    public record Subject(
            @Nullable Money money,
            @Nullable Power power,
            @Nullable Interval units,
            @Nullable String product,
            @Nullable Right right,
            @Nullable Instrument instrument,
            @Nullable String site) {

        /** Nothing but a right. */
        public static Subject of(Right right) {
            return new Subject(null, null, null, null, right, null, null);
        }

        /** Nothing but money. */
        public static Subject of(Money money) {
            return new Subject(money, null, null, null, null, null, null);
        }

        /** Nothing but power. */
        public static Subject of(Power power) {
            return new Subject(null, power, null, null, null, null, null);
        }

        /** The interval of the quantity that identifies the claim. */
        public Optional<Interval> quantity() {
            if (money != null) {
                return Optional.of(money.amount());
            }
            return power != null ? Optional.of(power.megawatts()) : Optional.ofNullable(units);
        }
    }

    /**
     * The dates of an obligation.
     *
     * @param agreed when it was made, if said
     * @param start when delivery or payment starts
     * @param end when it ends or is to be complete
     * @param termYears its length in years
     * @param milestones steps within it, earliest first, those that hang on a condition alone last
     */
    public record Schedule(
            @Nullable PartialDate agreed,
            @Nullable PartialDate start,
            @Nullable PartialDate end,
            @Nullable Double termYears,
            List<Milestone> milestones) {

        @SuppressWarnings("ConstantValue") // what was stored before there were milestones has none
        public Schedule {
            milestones = milestones == null ? List.of() : List.copyOf(milestones);
        }

        /** Without steps. */
        public Schedule(
                @Nullable PartialDate agreed,
                @Nullable PartialDate start,
                @Nullable PartialDate end,
                @Nullable Double termYears) {
            this(agreed, start, end, termYears, List.of());
        }

        /** The same with these steps. */
        public Schedule with(List<Milestone> steps) {
            return new Schedule(agreed, start, end, termYears, steps);
        }

        /** No date said. */
        public static Schedule none() {
            return new Schedule(null, null, null, null);
        }
    }

    /**
     * How firm it is.
     *
     * @param stage how far it has come as this article tells it
     * @param flags what makes it less than firm
     * @param polarity whether the claim asserts, denies or ends it
     * @param relation how its amount stands to another claim's
     */
    public record Standing(Stage stage, Set<Flag> flags, Polarity polarity, AmountRelation relation) {

        public Standing {
            flags = flags.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(flags));
        }

        /** Agreed, without conditions. */
        public static Standing agreed() {
            return new Standing(Stage.AGREED, Set.of(), Polarity.ASSERTS, AmountRelation.whole());
        }
    }

    /**
     * How a claim was read.
     *
     * @param rule name of the rule or model feature that made it; for the ledger "ledger"
     * @param confidence calibrated probability that it is right, 0 to 1
     */
    public record Reading(String rule, double confidence) {}
}
