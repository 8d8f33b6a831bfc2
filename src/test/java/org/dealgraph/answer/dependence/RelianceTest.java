package org.dealgraph.answer.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dealgraph.answer.Obligations;
import org.dealgraph.answer.Owed;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Measure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.Test;

class RelianceTest {

    private static final Obligations OWED = obligations(
            Owed.by("openai").to("oracle").spend(300).term(),
            Owed.by("meta").to("oracle").spend(100).term(),
            Owed.by("openai").to("microsoft").spend(100).term(),
            Owed.by("tiktok").to("oracle").spend(50).stage(Stage.TALKS).term());

    @Test
    void both_sides_are_told_and_talks_count_on_neither() {
        Reliance reliance = Reliance.of(List.of(), OWED, "openai", "oracle");
        assertThat(reliance.committed().value()).isEqualByComparingTo("300e9");
        assertThat(reliance.shareOfSales()).isEqualByComparingTo("0.75");
        assertThat(reliance.shareOfSpending()).isEqualByComparingTo("0.75");
        assertThat(reliance.customers()).isEqualByComparingTo("0.625");
        assertThat(reliance.suppliers()).isEqualByComparingTo("0.625");
    }

    @Test
    void reported_shares_stand_beside_and_the_latest_period_is_shown() {
        Figure before = share("before", Metric.CUSTOMER_SHARE, "oracle", "openai", "2025", 20);
        Figure now = share("now", Metric.CUSTOMER_SHARE, "oracle", "openai", "2026", 40);
        Figure cost = share("cost", Metric.SUPPLIER_SHARE, "openai", "oracle", "2026", 30);
        Figure other = share("other", Metric.SUPPLIER_SHARE, "openai", "microsoft", "2026", 60);
        Reliance reliance = Reliance.of(List.of(before, now, cost, other), OWED, "openai", "oracle");
        assertThat(reliance.ofSupplier()).containsExactly(now);
        assertThat(reliance.ofCustomer()).containsExactly(cost);
        assertThat(reliance.shareOfSales()).isEqualByComparingTo("0.75");
    }

    @Test
    void where_nothing_is_owed_no_share_is_made_up() {
        Reliance reliance = Reliance.of(List.of(), OWED, "openai", "coreweave");
        assertThat(reliance.committed().value()).isZero();
        assertThat(reliance.shareOfSales()).isNull();
        assertThat(reliance.customers()).isNull();
        assertThat(reliance.shareOfSpending()).isEqualByComparingTo("0");
    }

    private static Figure share(String id, Metric metric, String of, String with, String year, int percent) {
        return new Figure(
                id,
                metric,
                of,
                with,
                "company",
                year,
                PartialDate.parse(year),
                Measure.UNSTATED,
                Interval.stated(BigDecimal.valueOf(percent)),
                "%",
                null,
                new Figure.Source("https://example.org/" + id, "Example", Tier.COMPANY, true, null),
                "An example.");
    }

    private static Obligations obligations(Term... terms) {
        return Obligations.of(List.of(terms), UnaryOperator.identity());
    }
}
