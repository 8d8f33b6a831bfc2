package org.dealgraph.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;

class CrossHoldingTest {

    private static final Term STAKE = Owed.by("amazon").to("openai").invest(50).term();
    private static final Term CLOUD = Owed.by("openai").to("amazon").spend(100).term();

    @Test
    void a_cloud_that_owns_a_share_of_its_customer_is_told_with_both_sums() {
        CrossHolding found =
                CrossHolding.of(List.of(STAKE, CLOUD), UnaryOperator.identity()).getFirst();
        assertThat(found.investor()).isEqualTo("amazon");
        assertThat(found.investee()).isEqualTo("openai");
        assertThat(found.stakes().getFirst().amount().value()).isEqualByComparingTo("50e9");
        assertThat(found.sells().getFirst().amount().value()).isEqualByComparingTo("100e9");
        assertThat(found.buys()).isEmpty();
    }

    @Test
    void a_customer_that_owns_a_share_of_its_supplier_is_told_the_other_way_round() {
        Term warrant = Owed.by("openai")
                .to("amd")
                .invest(1)
                .instrument(Instrument.WARRANT)
                .term();
        Term chips = Owed.by("amd").to("openai").supply("mi450").term();
        CrossHolding found = CrossHolding.of(List.of(warrant, chips), UnaryOperator.identity())
                .getFirst();
        assertThat(found.sells()).isEmpty();
        assertThat(found.buys()).hasSize(1);
        assertThat(found.stakes().getFirst().category().sort()).isEqualTo("OPTION");
    }

    @Test
    void a_stake_alone_or_an_ended_purchase_is_none() {
        Term ended =
                Owed.by("openai").to("amazon").spend(100).stage(Stage.LAPSED).term();
        assertThat(CrossHolding.of(List.of(STAKE, ended), UnaryOperator.identity()))
                .isEmpty();
    }

    @Test
    void a_category_of_which_all_is_left_out_is_no_sum_of_nothing() {
        Term talks =
                Owed.by("amazon").to("openai").invest(10).stage(Stage.TALKS).term();
        CrossHolding found =
                CrossHolding.of(List.of(talks, CLOUD), UnaryOperator.identity()).getFirst();
        assertThat(found.stakes()).isEmpty();
        assertThat(found.holdings()).hasSize(1);
    }
}
