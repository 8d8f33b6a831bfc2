package org.dealgraph.claim.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dealgraph.claim.candidate.AnchorType;
import org.junit.jupiter.api.Test;

class SuretyTest {

    private static final Surety SURETY = surety();

    private static Surety surety() {
        double[] weights = new double[Surety.names().size()];
        weights[Surety.names().indexOf("score")] = 1;
        return new Surety(weights, Map.of(Manner.PLAIN, 0.6, Manner.VEILED, 0.55), 0.9);
    }

    private static double[] score(double odds) {
        double[] numbers = new double[Surety.names().size()];
        numbers[Surety.names().indexOf("score")] = odds;
        return numbers;
    }

    @Test
    void the_sum_is_read_as_log_odds() {
        assertThat(SURETY.probability(score(0))).isEqualTo(0.5);
        assertThat(SURETY.probability(score(Math.log(9)))).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void confidence_keeps_the_ends_and_the_order_and_reaches_the_gate_where_it_should() {
        assertThat(SURETY.confidence(0.5)).isEqualTo(0.5);
        assertThat(SURETY.confidence(0.9)).isCloseTo(0.8, within(1e-9));
        assertThat(SURETY.confidence(1)).isCloseTo(1, within(1e-9));
        for (double p = 0.6; p < 0.99; p += 0.01) {
            assertThat(SURETY.confidence(p)).isLessThanOrEqualTo(p).isLessThan(SURETY.confidence(p + 0.01));
        }
    }

    @Test
    void an_amount_is_a_claim_from_the_least_of_its_manner_on() {
        assertThat(SURETY.claims(0.58, AnchorType.MONEY, Manner.PLAIN)).isFalse();
        assertThat(SURETY.claims(0.58, AnchorType.MONEY, Manner.VEILED)).isTrue();
        assertThat(SURETY.claims(0.51, AnchorType.RIGHT, Manner.PLAIN)).isTrue();
    }

    @Test
    void without_weights_nothing_is_a_claim() {
        assertThat(Surety.none().claims(0.99, AnchorType.MONEY, Manner.PLAIN)).isFalse();
    }
}
