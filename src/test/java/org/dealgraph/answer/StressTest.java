package org.dealgraph.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;

class StressTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Term CLOUD = Owed.by("openai").to("oracle").spend(300).term();
    private static final Term CHIPS = Owed.by("oracle").to("nvidia").spend(40).term();

    @Test
    void half_unpaid_is_half_of_what_each_seller_is_owed() {
        Term other = Owed.by("openai").to("amazon").spend(100).term();
        Stress stress = stress(1, CLOUD, other, CHIPS);
        assertThat(stress.exposures()).extracting(Stress.Exposure::organization).containsExactly("oracle", "amazon");
        assertThat(stress.exposures().getFirst().totals().getFirst().amount().value())
                .isEqualByComparingTo("150e9");
        assertThat(stress.totals().getFirst().amount().value()).isEqualByComparingTo("200e9");
    }

    @Test
    void the_next_step_tells_what_those_hit_owe_onward_and_adds_nothing_to_the_total() {
        Stress stress = stress(2, CLOUD, CHIPS);
        Stress.Exposure vendor = stress.exposures().getLast();
        assertThat(vendor.organization()).isEqualTo("nvidia");
        assertThat(vendor.step()).isEqualTo(2);
        assertThat(vendor.through()).containsExactly("openai", "oracle");
        assertThat(vendor.totals().getFirst().amount().value()).isEqualByComparingTo("40e9");
        assertThat(stress.totals()).hasSize(1);
        assertThat(stress.totals().getFirst().amount().value()).isEqualByComparingTo("150e9");
    }

    @Test
    void an_obligation_reached_by_two_ways_is_told_once() {
        Term first = Owed.by("openai").to("coreweave").spend(22).term();
        Term second = Owed.by("oracle").to("coreweave").spend(5).term();
        Stress stress = stress(3, CLOUD, first, second);
        assertThat(stress.exposures().stream()
                        .flatMap(exposure -> exposure.totals().stream())
                        .flatMap(total -> total.counted().stream()))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void a_joint_sum_counts_once_in_the_total_and_stands_beside_each() {
        Term joint = Owed.by("openai").to("oracle", "crusoe").spend(100).term();
        Stress stress = stress(1, joint);
        assertThat(stress.totals().getFirst().amount().value()).isEqualByComparingTo("50e9");
        assertThat(stress.exposures())
                .hasSize(2)
                .allMatch(exposure -> exposure.joint().size() == 1)
                .allMatch(exposure ->
                        exposure.totals().getFirst().amount().value().signum() == 0)
                .allMatch(exposure ->
                        exposure.totals().getFirst().excluded().getFirst().reason() == Total.Reason.JOINT);
    }

    @Test
    void lenders_and_guarantors_are_told_apart_from_sellers() {
        Term loan = Owed.by("blue-owl").to("openai").lend(10, Instrument.LOAN).term();
        Term guarantee =
                Owed.by("microsoft").to("openai").lend(20, Instrument.GUARANTEE).term();
        assertThat(stress(1, loan, guarantee, CLOUD).exposures())
                .extracting(Stress.Exposure::organization, Stress.Exposure::role)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("oracle", Stress.Role.SELLER),
                        org.assertj.core.groups.Tuple.tuple("microsoft", Stress.Role.GUARANTOR),
                        org.assertj.core.groups.Tuple.tuple("blue-owl", Stress.Role.LENDER));
    }

    @Test
    void parts_of_a_whole_are_not_lost_twice() {
        Term part = Owed.by("openai")
                .to("oracle")
                .spend(30)
                .link(Term.TermLink.Kind.PART_OF, CLOUD)
                .term();
        assertThat(stress(1, CLOUD, part).totals().getFirst().amount().value()).isEqualByComparingTo("150e9");
    }

    @Test
    void a_share_outside_nothing_and_all_is_refused() {
        assertThatThrownBy(() -> Stress.of(
                        Obligations.of(List.of(CLOUD), UnaryOperator.identity()),
                        "openai",
                        new BigDecimal("1.5"),
                        1,
                        Basis.HEADLINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }

    private static Stress stress(int steps, Term... terms) {
        return Stress.of(
                Obligations.of(List.of(terms), UnaryOperator.identity()), "openai", HALF, steps, Basis.HEADLINE);
    }
}
