package org.dealgraph.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dealgraph.answer.ChipMix.Way;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;

class ChipMixTest {

    private static List<ChipMix> mix(Term... terms) {
        Deal deal = new Deal("deal", "deal", "a deal", List.of(), List.of(terms), List.of("claim"), null, null);
        return ChipMix.of(List.of(deal), "lab", UnaryOperator.identity(), "cloud"::equals, Basis.HEADLINE);
    }

    @Test
    void chips_that_a_cloud_supplies_are_used_and_those_of_a_vendor_are_delivered() {
        assertThat(mix(
                        Owed.by("cloud").to("lab").supply("gb200", 1_000).term(),
                        Owed.by("vendor").to("lab").supply("gb300", 1_000).term()))
                .extracting(ChipMix::product, ChipMix::way)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("gb200", Way.USED),
                        org.assertj.core.api.Assertions.tuple("gb300", Way.DELIVERED));
    }
}
