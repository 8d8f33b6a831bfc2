package org.dealgraph.claim.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dealgraph.model.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeasureTest {

    static Stream<Arguments> power() {
        return Rendering.table("""
                at least 10 GW => >=10000 MW
                no fewer than 10 gigawatts => >=10000 MW
                a gigawatt of capacity => 1000 MW
                the campus's first gigawatt => 1000 MW
                half a gigawatt => 500 MW
                a multi-gigawatt campus => >=2000 MW vague
                several gigawatts => >=2000 MW vague
                hundreds of megawatts => 100..1000 MW vague
                gigawatt-scale campuses => nothing
                a 500-megawatt site => 500 MW
                300MW => 300 MW
                4,500MW => 4500 MW
                10+ GW => >=10000 MW
                between 300 and 400 megawatts => 300..400 MW
                1 to 2 GW => 1000..2000 MW
                1–2GW => 1000..2000 MW
                800 MW to 1.2 GW => 800..1200 MW
                five or six gigawatts => 5000..6000 MW
                500 kW => 0.5 MW
                up to 6GW => <=6000 MW
                20 GWh => other 20 GWh
                20 gigawatt-hours => other 20 GWh
                100 MW/day => other 100 MW/day
                40 exaflops => other 40 EFLOPS
                1,200 acres => other 1200 acres
                10-square-mile => other 10 square mile
                over 3,000 jobs => other 3000 jobs
                4nm => other 4 nm
                28-year-old => other 28 years old
                """);
    }

    @ParameterizedTest
    @MethodSource("power")
    void reads_power_and_leaves_other_units_apart(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> counts() {
        return Rendering.table("""
                half a million Trainium2 chips => 500000 chips
                one million TPUs => 1000000 tpus
                100k GB200s => 100000 gb200s
                260,000 GPUs => 260000 gpus
                more than 116,000 Nvidia GB300 chips => >=116000 chips
                160 million shares => 160000000 shares
                some 600 000 chips => ~600000 chips
                50,000 of the AI processors => 50000 processors
                19,000 of the latter's language processing units => 19000 units
                upwards of one million Trainium 2 chips => >=1000000 chips
                as many as one million of Google's accelerators => <=1000000 accelerators
                tens of thousands of GPUs => 10000..100000 gpus
                10,000 to 20,000 GPUs => 10000..20000 gpus
                a 100,000-GPU cluster => 100000 gpu
                around 104,000 go to Texas => number ~104000
                32.5 million additional shares => 32500000 shares
                over 300,000 business customers => other 300000 customers
                750,000 to a million homes => other 1000000 homes
                call (561) 786-7926 => nothing
                several chip generations => nothing
                Section 18 of the Securities Exchange Act => nothing
                5G networks => nothing
                Three Mile Island => nothing
                """);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void reads_counts_with_their_nouns(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> shares() {
        return Rendering.table("""
                a 10 % stake => 10 %
                49% of it => 49 %
                15 per cent => 15 %
                1.2 percent => 1.2 %
                ten percent => 10 %
                30 to 40% => 30..40 %
                more than 20% => >=20 %
                2 percentage points => other 2 percentage points
                over ten years => 10.0 years
                for a decade => 10.0 years
                over the next decade => 10.0 years
                a decade-long pact => 10.0 years
                a 15-year lease => 15.0 years
                a seven-year deal => 7.0 years
                a two-and-a-half-year deal => 2.5 years
                for 36 months => 3.0 years
                an 18-month term => 1.5 years
                half-decade => 5.0 years
                two decades => 20.0 years
                more than five years => >=5.0 years
                up to 20 years => <=20.0 years
                about five years => ~5.0 years
                five to seven years => ..7.0 years
                under 20-year contracts => 20.0 years
                """);
    }

    @ParameterizedTest
    @MethodSource("shares")
    void reads_percentages_and_terms(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    @Test
    void power_tells_measure_and_layer_from_the_words_around_it() {
        assertThat(power("300 MW of critical IT capacity").measure()).isEqualTo(Power.Measure.IT);
        assertThat(power("a 1 GW grid connection").measure()).isEqualTo(Power.Measure.GRID);
        assertThat(power("500 MW gross").measure()).isEqualTo(Power.Measure.FACILITY);
        assertThat(power("6 GW of Instinct GPUs").layer()).isEqualTo(Power.Layer.CHIPS);
        assertThat(power("5 GW of nuclear power").layer()).isEqualTo(Power.Layer.POWER);
        assertThat(power("2 GW of compute").layer()).isEqualTo(Power.Layer.COMPUTE);
        assertThat(power("2 GW").measure()).isEqualTo(Power.Measure.UNSTATED);
    }

    private static Power power(String text) {
        return ((PowerAmount) Quantities.read(text, null).getFirst()).power();
    }
}
