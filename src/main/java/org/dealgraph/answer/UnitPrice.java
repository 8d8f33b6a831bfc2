package org.dealgraph.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.dealgraph.model.Bound;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.Per;
import org.dealgraph.model.Power;
import org.dealgraph.model.Term;

/**
 * What a deal's money says of the price of what it buys: derived by division, never stated by anybody.
 *
 * @param measure what the price is of
 * @param goods what is paid for: a price of one sort says nothing of another
 * @param price in the currency below, as an interval that holds every quotient of its two sides
 * @param currency ISO 4217 code
 * @param money id of the term that is divided
 * @param by id of the term that divides it
 */
public record UnitPrice(Measure measure, Goods goods, Interval price, String currency, String money, String by) {

    /** Hours in a month of a year of 365 days. */
    private static final BigDecimal HOURS_A_MONTH = new BigDecimal(730);

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);
    private static final MathContext DOWN = new MathContext(6, RoundingMode.DOWN);
    private static final MathContext UP = new MathContext(6, RoundingMode.UP);

    private static final BigDecimal MEGAWATTS_A_GIGAWATT = new BigDecimal(1000);

    /** What is paid for. */
    public enum Goods {
        /** A data centre with all that is in it, built for its owner: one-off capital. */
        CONSTRUCTION,
        /** Chips and systems. */
        CHIPS,
        /** The use of computing that another runs. */
        COMPUTE,
        /** Land, halls and cooling. */
        SITE,
        /** Electricity. */
        POWER;

        static Goods of(Term goods, boolean rented, Predicate<String> cloud) {
            Power power = goods.subject().power();
            if (goods.kind() == ClaimKind.BUILD) {
                return CONSTRUCTION;
            }
            if (power == null) {
                return rented ? COMPUTE : CHIPS;
            }
            return switch (power.layer()) {
                case CHIPS -> CHIPS;
                case COMPUTE -> COMPUTE;
                case SITE -> goods.from().stream().anyMatch(cloud) ? COMPUTE : SITE;
                case POWER -> POWER;
            };
        }
    }

    /** What is priced. */
    public enum Measure {
        /** A gigawatt, over the whole length of the deal. */
        GIGAWATT,
        /** A gigawatt for a year. */
        GIGAWATT_YEAR,
        /** A chip for an hour, all hours of the year used. */
        CHIP_HOUR,
        /** A chip, bought. */
        CHIP
    }

    /**
     * The prices that the terms of one deal imply: each sum paid by the one who gets the power or the chips to the one who
     * provides them. Spending on own construction divided by the power of the same site is a price too.
     *
     * @param terms of one deal
     * @param cloud whether an organization sells computing: what is paid to it for a hall's power pays for all that is in it
     */
    public static List<UnitPrice> of(Collection<Term> terms, Predicate<String> cloud) {
        List<UnitPrice> prices = new ArrayList<>();
        for (Term sum : terms) {
            Money money = sum.subject().money();
            if (money == null || !sum.counted() || sum.stage().ended()) {
                continue;
            }
            for (Term goods : terms) {
                if (pays(sum, goods) && goods.counted() && !goods.stage().ended()) {
                    add(prices, sum, money, goods, Goods.of(goods, money.per() != null, cloud));
                }
            }
        }
        return prices;
    }

    private static boolean pays(Term sum, Term goods) {
        if (sum.kind() == ClaimKind.SPEND) {
            return (goods.kind() == ClaimKind.CAPACITY || goods.kind() == ClaimKind.SUPPLY)
                    && sum.from().equals(goods.to())
                    && sum.to().equals(goods.from());
        }
        return sum.kind() == ClaimKind.BUILD
                && goods.kind() == ClaimKind.BUILD
                && sum.from().equals(goods.from())
                && (sum.id().equals(goods.id())
                        || (goods.subject().money() == null
                                && Objects.equals(
                                        sum.subject().site(), goods.subject().site())));
    }

    private static void add(List<UnitPrice> prices, Term sum, Money money, Term goods, Goods sort) {
        power(goods).ifPresent(gigawatts -> {
            if (money.per() == null) {
                money.amount()
                        .over(gigawatts)
                        .ifPresent(price -> prices.add(price(Measure.GIGAWATT, sort, price, money, sum, goods)));
                Double years = sum.schedule().termYears() != null
                        ? sum.schedule().termYears()
                        : goods.schedule().termYears();
                if (years != null && years > 0) {
                    money.amount()
                            .over(gigawatts.times(BigDecimal.valueOf(years)))
                            .ifPresent(
                                    price -> prices.add(price(Measure.GIGAWATT_YEAR, sort, price, money, sum, goods)));
                }
            } else {
                yearly(money)
                        .over(gigawatts)
                        .ifPresent(price -> prices.add(price(Measure.GIGAWATT_YEAR, sort, price, money, sum, goods)));
            }
        });
        Interval chips = goods.subject().units();
        if (chips != null) {
            if (money.per() == null) {
                money.amount()
                        .over(chips)
                        .ifPresent(price -> prices.add(price(Measure.CHIP, sort, price, money, sum, goods)));
            } else {
                yearly(money)
                        .over(chips.times(HOURS_A_MONTH.multiply(BigDecimal.valueOf(12))))
                        .ifPresent(price -> prices.add(price(Measure.CHIP_HOUR, sort, price, money, sum, goods)));
            }
        }
    }

    private static Interval yearly(Money money) {
        return money.per() == Per.MONTH ? money.amount().times(BigDecimal.valueOf(12)) : money.amount();
    }

    private static Optional<Interval> power(Term goods) {
        return Optional.ofNullable(goods.subject().power())
                .map(power -> power.megawatts().times(BigDecimal.ONE.divide(MEGAWATTS_A_GIGAWATT)));
    }

    private static UnitPrice price(Measure measure, Goods sort, Interval price, Money money, Term sum, Term goods) {
        return new UnitPrice(measure, sort, sixDigits(price), money.currency(), sum.id(), goods.id());
    }

    /** Nobody states a price to the sixteenth digit; the ends are rounded outwards. */
    private static Interval sixDigits(Interval price) {
        BigDecimal value = price.value().round(SIX_DIGITS);
        BigDecimal low = price.low().round(DOWN).min(value);
        BigDecimal high = price.high() == null ? null : price.high().round(UP).max(value);
        boolean rounded = price.bound() == Bound.STATED && high != null && low.compareTo(high) < 0;
        return rounded ? new Interval(value, low, high, Bound.ABOUT) : Interval.around(value, low, high);
    }
}
