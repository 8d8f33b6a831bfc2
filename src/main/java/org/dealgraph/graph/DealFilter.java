package org.dealgraph.graph;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a list shows; null lets everything through. What speaks of terms must hold for one and the same term.
 *
 * @param text every word occurs in the title or in a party's name
 * @param parties of each group of organizations, such as a parent with its subsidiaries, one is a party
 * @param roles and one of the first group is a party in this role: FROM, TO or FOR
 * @param kinds of the term
 * @param stages of the term
 * @param counted whether the term enters totals
 * @param amount range that the term's money overlaps
 * @param megawatts range that the term's power overlaps
 * @param products ids
 * @param sites ids
 * @param agreed range that the term's agreed date overlaps
 * @param published range that the deal's date of publication overlaps
 * @param extra further conditions
 */
public record DealFilter(
        @Nullable String text,
        @Nullable List<List<String>> parties,
        @Nullable Set<Role> roles,
        @Nullable Set<ClaimKind> kinds,
        @Nullable Set<Stage> stages,
        @Nullable Boolean counted,
        @Nullable AmountRange amount,
        @Nullable Range<BigDecimal> megawatts,
        @Nullable List<String> products,
        @Nullable List<String> sites,
        @Nullable Range<LocalDate> agreed,
        @Nullable Range<LocalDate> published,
        Extra extra) {

    private static final DealFilter ALL =
            new DealFilter(null, null, null, null, null, null, null, null, null, null, null, null, Extra.NONE);

    /** Without further conditions. */
    public DealFilter(
            @Nullable String text,
            @Nullable List<List<String>> parties,
            @Nullable Set<Role> roles,
            @Nullable Set<ClaimKind> kinds,
            @Nullable Set<Stage> stages,
            @Nullable Boolean counted,
            @Nullable AmountRange amount,
            @Nullable Range<BigDecimal> megawatts,
            @Nullable List<String> products,
            @Nullable List<String> sites,
            @Nullable Range<LocalDate> agreed,
            @Nullable Range<LocalDate> published) {
        this(
                text,
                parties,
                roles,
                kinds,
                stages,
                counted,
                amount,
                megawatts,
                products,
                sites,
                agreed,
                published,
                Extra.NONE);
    }

    /**
     * Conditions on the same term that are asked for less often.
     *
     * @param instruments the paper behind it
     * @param unflagged whether nothing makes it less than firm
     * @param tiers of the sources of which one supports it
     */
    public record Extra(
            @Nullable Set<Instrument> instruments,
            @Nullable Boolean unflagged,
            @Nullable Set<Tier> tiers) {

        /** None. */
        public static final Extra NONE = new Extra(null, null, null);
    }

    /** A side of a term; the name is the relationship's. */
    public enum Role {
        FROM,
        TO,
        FOR
    }

    /**
     * From one value to another, both included; null is open.
     *
     * @param <T> what is compared
     */
    public record Range<T>(@Nullable T from, @Nullable T to) {}

    /**
     * A range of money; amounts of different currencies are not compared.
     *
     * @param range in whole units
     * @param currency ISO 4217 code
     */
    public record AmountRange(Range<BigDecimal> range, String currency) {}

    /** Lets everything through. */
    public static DealFilter all() {
        return ALL;
    }

    /** The deals of any of these organizations. */
    public static DealFilter ofParties(List<String> parties) {
        return new DealFilter(
                null, List.of(parties), null, null, null, null, null, null, null, null, null, null, Extra.NONE);
    }

    /** The same for terms of these kinds; null for any. */
    public DealFilter withKinds(@Nullable Set<ClaimKind> wanted) {
        return new DealFilter(
                text, parties, roles, wanted, stages, counted, amount, megawatts, products, sites, agreed, published,
                extra);
    }

    /** Whether nothing is asked for. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** Whether it asks for the terms of one group of organizations, of some kinds or any, and for nothing else. */
    boolean isOfOneGroup() {
        return parties != null
                && parties.size() == 1
                && equals(ofParties(parties.getFirst()).withKinds(kinds));
    }

    /** The first group of organizations; none where no parties are asked for. */
    List<String> group() {
        return parties == null || parties.isEmpty() ? List.of() : parties.getFirst();
    }

    /** Whether it asks for words and there are none to look for, so that no deal can match. */
    boolean isHopeless() {
        return text != null && FullText.query(text).isEmpty();
    }

    Row row() {
        return new Row()
                .with("query", text == null ? null : FullText.query(text).orElse(null))
                .with("parties", parties)
                .with("roles", names(roles))
                .with("kinds", names(kinds))
                .with("stages", names(stages))
                .with("counted", counted)
                .with("currency", amount == null ? null : amount.currency())
                .with(
                        "amountFrom",
                        amount == null ? null : number(amount.range().from()))
                .with("amountTo", amount == null ? null : number(amount.range().to()))
                .with("powerFrom", megawatts == null ? null : number(megawatts.from()))
                .with("powerTo", megawatts == null ? null : number(megawatts.to()))
                .with("products", products)
                .with("sites", sites)
                .with("agreedFrom", agreed == null ? null : day(agreed.from()))
                .with("agreedTo", agreed == null ? null : day(agreed.to()))
                .with("publishedFrom", published == null ? null : day(published.from()))
                .with("publishedTo", published == null ? null : day(published.to()))
                .with("instruments", names(extra.instruments()))
                .with("unflagged", extra.unflagged())
                .with("tiers", names(extra.tiers()));
    }

    static @Nullable List<String> names(@Nullable Collection<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).sorted().toList();
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }

    private static @Nullable Long day(@Nullable LocalDate date) {
        return date == null ? null : date.toEpochDay();
    }
}
