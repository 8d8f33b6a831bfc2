package org.dealgraph.answer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dealgraph.model.Bound;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.Per;
import org.dealgraph.model.Power;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;

class UnitPriceTest {

    @Test
    void three_hundred_billion_for_four_and_a_half_gigawatts_over_five_years() {
        List<UnitPrice> prices = of(List.of(
                Owed.by("openai").to("oracle").spend(300).years(5).term(),
                Owed.by("oracle")
                        .to("openai")
                        .capacity(4.5, Power.Layer.COMPUTE)
                        .term()));
        assertThat(prices)
                .extracting(UnitPrice::measure)
                .containsExactly(UnitPrice.Measure.GIGAWATT, UnitPrice.Measure.GIGAWATT_YEAR);
        assertThat(billions(prices.getFirst())).isCloseTo(66.67, within(0.01));
        assertThat(billions(prices.getLast())).isCloseTo(13.33, within(0.01));
    }

    @Test
    void a_monthly_rent_for_a_number_of_chips_is_a_price_an_hour() {
        Term rent = Owed.by("google")
                .to("spacex")
                .kind(ClaimKind.SPEND)
                .money(new Money(Interval.stated(new BigDecimal("920000000")), "USD", Per.MONTH))
                .term();
        List<UnitPrice> prices = of(List.of(
                rent, Owed.by("spacex").to("google").supply("gb200", 110_000).term()));
        assertThat(prices).extracting(UnitPrice::measure).containsExactly(UnitPrice.Measure.CHIP_HOUR);
        assertThat(prices.getFirst().price().value().doubleValue()).isCloseTo(11.46, within(0.005));
    }

    @Test
    void construction_is_priced_by_the_power_of_its_own_site() {
        Term hall = Owed.by("meta")
                .kind(ClaimKind.BUILD)
                .billions(27)
                .site("hyperion")
                .term();
        Term power = Owed.by("meta")
                .capacity(2, Power.Layer.SITE)
                .kind(ClaimKind.BUILD)
                .site("hyperion")
                .term();
        Term yearly = Owed.by("meta").kind(ClaimKind.BUILD).billions(125).term();
        List<UnitPrice> prices = of(List.of(hall, power, yearly));
        assertThat(prices)
                .extracting(UnitPrice::goods, UnitPrice::money)
                .containsExactly(org.assertj.core.api.Assertions.tuple(UnitPrice.Goods.CONSTRUCTION, hall.id()));
        assertThat(billions(prices.getFirst())).isEqualTo(13.5);
    }

    @Test
    void what_the_other_side_pays_for_something_else_is_not_divided() {
        assertThat(of(List.of(
                        Owed.by("nvidia").to("openai").invest(100).term(),
                        Owed.by("nvidia")
                                .to("openai")
                                .capacity(10, Power.Layer.CHIPS)
                                .term())))
                .isEmpty();
    }

    @Test
    void up_to_five_gigawatts_make_the_price_a_lower_bound() {
        Interval price = Interval.stated(new BigDecimal(100))
                .over(Interval.upTo(new BigDecimal(5)))
                .orElseThrow();
        assertThat(price.bound()).isEqualTo(Bound.AT_LEAST);
        assertThat(price.low()).isEqualByComparingTo("20");
        assertThat(price.high()).isNull();
    }

    @Property(tries = 500)
    void a_quotient_encloses_every_pair_of_points(
            @ForAll @DoubleRange(min = 0.1, max = 1000) double a,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double b,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double c,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double d,
            @ForAll @DoubleRange(min = 0, max = 1) double s,
            @ForAll @DoubleRange(min = 0, max = 1) double t) {
        Interval over = between(a, b);
        Interval under = between(c, d);
        Interval quotient = over.over(under).orElseThrow();
        double point = at(over, s) / at(under, t);
        assertThat(point)
                .isBetween(
                        quotient.low().doubleValue() * (1 - 1e-9),
                        requireNonNull(quotient.high()).doubleValue() * (1 + 1e-9));
    }

    private static Interval between(double a, double b) {
        return Interval.between(BigDecimal.valueOf(Math.min(a, b)), BigDecimal.valueOf(Math.max(a, b)));
    }

    private static double at(Interval interval, double share) {
        double low = interval.low().doubleValue();
        return low + share * (requireNonNull(interval.high()).doubleValue() - low);
    }

    private static double billions(UnitPrice price) {
        return price.price().value().movePointLeft(9).doubleValue();
    }

    private static List<UnitPrice> of(List<Term> terms) {
        return UnitPrice.of(terms, "cloud"::equals);
    }

    @Test
    void a_hall_that_a_cloud_sells_the_use_of_is_computing() {
        Term rent = Owed.by("lab").to("cloud").spend(300).years(5).term();
        Term hall = Owed.by("cloud").to("lab").capacity(4.5, Power.Layer.SITE).term();
        assertThat(of(List.of(rent, hall))).extracting(UnitPrice::goods).containsOnly(UnitPrice.Goods.COMPUTE);
        Term other =
                Owed.by("landlord").to("lab").capacity(4.5, Power.Layer.SITE).term();
        assertThat(of(List.of(Owed.by("lab").to("landlord").spend(300).term(), other)))
                .extracting(UnitPrice::goods)
                .containsOnly(UnitPrice.Goods.SITE);
    }
}
