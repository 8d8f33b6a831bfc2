package org.dealgraph.answer.margin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dealgraph.answer.margin.Waterfall.Override;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Assumption;
import org.dealgraph.model.Interval;
import org.dealgraph.model.MarginLayer;
import org.dealgraph.model.MarginModel;
import org.dealgraph.model.MarginPath;
import org.dealgraph.model.MarginPath.Step;
import org.dealgraph.model.MarginPath.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaterfallTest {

    private static final MarginModel MODEL = Catalogue.load(Path.of("ingest")).margins();
    private static final Interval DOLLAR = Interval.stated(BigDecimal.ONE);

    static List<MarginPath> paths() {
        return MODEL.paths();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void every_shipped_path_adds_up_at_its_base(MarginPath path) {
        adds(Waterfall.of(MODEL, path, path.start() == null ? DOLLAR : null, List.of()));
    }

    @Test
    void a_lab_dollar_on_its_way_by_hand() {
        Waterfall fall = Waterfall.of(MODEL, path("lab-dollar-hyperscaler-merchant"), DOLLAR, List.of());
        assertThat(keeps(fall, MarginLayer.DISTRIBUTION)).isCloseTo(0.10, within(1e-9));
        assertThat(keeps(fall, MarginLayer.MODEL)).isCloseTo(0.90 * 0.70, within(1e-9));
        assertThat(keeps(fall, MarginLayer.CLOUD)).isCloseTo(0.90 * 0.30 * 0.378, within(1e-9));
        assertThat(keeps(fall, MarginLayer.ACCELERATOR))
                .isCloseTo(0.90 * 0.30 * 0.622 * 0.588 * 0.903 * 0.85 * 0.749, within(1e-9));
        assertThat(fall.unsplit()).extracting(Waterfall.Unsplit::below).contains(MarginLayer.ACCELERATOR);
    }

    @Test
    void a_gigawatt_costs_once_and_by_the_year_only_through_a_useful_life() {
        Waterfall fall = Waterfall.of(MODEL, path("gigawatt-merchant"), null, List.of());
        assertThat(fall.price().value()).isEqualByComparingTo("38e9");
        assertThat(fall.yearly()).isNotNull();
        assertThat(fall.yearly().value()).isEqualByComparingTo("7.6e9");
        assertThat(keeps(fall, MarginLayer.ACCELERATOR)).isCloseTo(38e9 * 0.58 * 0.749, within(1.0));
        assertThat(fall.assumptions()).containsKeys("useful-life", "capital-per-gigawatt");
    }

    @Test
    void layers_that_measure_different_things_are_not_added() {
        Waterfall fall = Waterfall.of(MODEL, path("lab-dollar-hyperscaler-merchant"), DOLLAR, List.of());
        assertThatThrownBy(() -> fall.together(List.of(MarginLayer.CLOUD, MarginLayer.ACCELERATOR)))
                .isInstanceOf(UnlikeMeasures.class)
                .hasMessageContaining("CLOUD OPERATING_MARGIN, ACCELERATOR GROSS_MARGIN");
        assertThat(fall.together(List.of(MarginLayer.INTEGRATOR, MarginLayer.ACCELERATOR))
                        .value())
                .isPositive();
    }

    @Test
    void layers_that_measure_different_things_are_neither_ranked_nor_averaged() {
        Waterfall fall = Waterfall.of(MODEL, path("lab-dollar-hyperscaler-merchant"), DOLLAR, List.of());
        List<MarginLayer> unlike = List.of(MarginLayer.MODEL, MarginLayer.CLOUD);
        assertThatThrownBy(() -> fall.ranked(unlike))
                .isInstanceOf(UnlikeMeasures.class)
                .hasMessageContaining("could not rank margins that measure different things");
        assertThatThrownBy(() -> fall.average(unlike))
                .isInstanceOf(UnlikeMeasures.class)
                .hasMessageContaining("could not average");
        List<MarginLayer> alike = List.of(MarginLayer.INTEGRATOR, MarginLayer.ACCELERATOR);
        assertThat(fall.ranked(alike)).containsExactly(MarginLayer.ACCELERATOR, MarginLayer.INTEGRATOR);
        assertThat(fall.average(alike).value())
                .isEqualByComparingTo(fall.together(alike).value().divide(new BigDecimal(2)));
    }

    @Test
    void a_layer_without_a_sourced_margin_is_not_split_and_says_why() {
        Waterfall fall = Waterfall.of(MODEL, path("cloud-dollar-hyperscaler-custom"), DOLLAR, List.of());
        Waterfall.Unsplit left = fall.unsplit().stream()
                .filter(unsplit -> unsplit.below() == MarginLayer.CLOUD)
                .findFirst()
                .orElseThrow();
        assertThat(left.gaps()).anyMatch(gap -> gap.contains("design partner"));
        assertThatThrownBy(() -> fall.together(List.of(MarginLayer.POWER_AND_SITE)))
                .hasMessageContaining("no sourced margin");
    }

    @Test
    void an_override_moves_only_what_rests_on_it() {
        MarginPath path = path("lab-dollar-hyperscaler-merchant");
        Waterfall before = Waterfall.of(MODEL, path, DOLLAR, List.of());
        BigDecimal half = new BigDecimal("0.5");
        Waterfall after =
                Waterfall.of(MODEL, path, DOLLAR, List.of(new Override("integrator-gross-margin", half, half, half)));
        for (int i = 0; i < before.layers().size(); i++) {
            LayerShare old = before.layers().get(i);
            boolean rests = old.layer() == MarginLayer.INTEGRATOR || old.layer() == MarginLayer.ACCELERATOR;
            assertThat(after.layers().get(i).equals(old))
                    .as(old.layer().toString())
                    .isEqualTo(!rests);
        }
        assertThat(after.overridden()).containsExactly("integrator-gross-margin");
    }

    @Test
    void overriding_what_nobody_assumed_is_refused_by_name() {
        assertThatThrownBy(() -> Waterfall.of(
                        MODEL,
                        path("gigawatt-merchant"),
                        null,
                        List.of(new Override("no-such", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE))))
                .hasMessageContaining("no-such");
    }

    @Test
    void shares_that_make_more_than_all_are_refused() {
        BigDecimal most = new BigDecimal("0.9");
        assertThatThrownBy(() -> Waterfall.of(
                        MODEL,
                        path("gigawatt-merchant"),
                        null,
                        List.of(new Override("accelerator-share-of-capital", most, most, most))))
                .hasMessageContaining("more than all");
    }

    @Test
    void sensitivity_tells_what_each_assumption_alone_does() {
        Waterfall fall = Waterfall.of(MODEL, path("gigawatt-merchant"), null, List.of());
        Waterfall.Sensitivity share = fall.sensitivities().stream()
                .filter(s -> s.assumption().equals("accelerator-share-of-capital"))
                .findFirst()
                .orElseThrow();
        assertThat(share.layer()).isEqualTo(MarginLayer.ACCELERATOR);
        assertThat(requireNonNull(share.atLow()).doubleValue()).isCloseTo(38e9 * 0.39 * 0.749, within(1.0));
        assertThat(share.atHigh())
                .as("0.70 and the facility's 0.33 make more than all")
                .isNull();
    }

    @Property(tries = 300)
    void any_waterfall_adds_up_and_encloses_every_point_within_its_assumptions(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Assumption> assumptions = new TreeMap<>();
        MarginPath path =
                new MarginPath("random", "", Unit.CLOUD_DOLLAR, null, null, null, null, step(random, assumptions, 3));
        Waterfall fall = Waterfall.of(new MarginModel(assumptions, List.of(path)), path, DOLLAR, List.of());
        adds(fall);
        Map<String, Assumption> point = new TreeMap<>();
        assumptions.forEach((id, a) -> point.put(id, pointOf(a, random.nextDouble())));
        Waterfall sample = Waterfall.of(new MarginModel(point, List.of(path)), path, DOLLAR, List.of());
        adds(sample);
        for (int i = 0; i < fall.layers().size(); i++) {
            encloses(fall.layers().get(i).receives(), sample.layers().get(i).receives());
            if (fall.layers().get(i).keeps() != null) {
                encloses(
                        requireNonNull(fall.layers().get(i).keeps()),
                        requireNonNull(sample.layers().get(i).keeps()));
                encloses(
                        requireNonNull(fall.layers().get(i).passes()),
                        requireNonNull(sample.layers().get(i).passes()));
            }
        }
    }

    @Property(tries = 300)
    void parts_never_exceed_their_wholes(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Assumption> assumptions = new TreeMap<>();
        MarginPath path =
                new MarginPath("random", "", Unit.CLOUD_DOLLAR, null, null, null, null, step(random, assumptions, 3));
        Waterfall fall = Waterfall.of(new MarginModel(assumptions, List.of(path)), path, DOLLAR, List.of());
        BigDecimal kept = BigDecimal.ZERO;
        for (LayerShare layer : fall.layers()) {
            assertThat(layer.receives().value())
                    .isBetween(BigDecimal.ZERO, fall.price().value());
            if (layer.keeps() != null && layer.passes() != null) {
                assertThat(layer.keeps().value())
                        .isBetween(BigDecimal.ZERO, layer.receives().value());
                assertThat(layer.passes().value())
                        .isBetween(BigDecimal.ZERO, layer.receives().value());
                assertThat(requireNonNull(layer.keeps().high()))
                        .isLessThanOrEqualTo(requireNonNull(layer.receives().high()));
                kept = kept.add(layer.keeps().value());
            }
        }
        assertThat(kept).isLessThanOrEqualTo(fall.price().value());
    }

    @Property(tries = 300)
    void an_override_moves_only_the_layers_that_rest_on_it(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Assumption> assumptions = new TreeMap<>();
        Step top = step(random, assumptions, 3);
        MarginPath path = new MarginPath("random", "", Unit.CLOUD_DOLLAR, null, null, null, null, top);
        MarginModel model = new MarginModel(assumptions, List.of(path));
        if (assumptions.isEmpty()) {
            return;
        }
        String moved = List.copyOf(assumptions.keySet()).get(random.nextInt(assumptions.size()));
        BigDecimal set = BigDecimal.valueOf(random.nextInt(500)).movePointLeft(3);
        Waterfall before = Waterfall.of(model, path, DOLLAR, List.of());
        Waterfall after = Waterfall.of(model, path, DOLLAR, List.of(new Override(moved, set, set, set)));
        List<Boolean> rests = new ArrayList<>();
        resting(top, moved, false, rests);
        assertThat(rests).hasSameSizeAs(before.layers());
        for (int i = 0; i < rests.size(); i++) {
            if (!rests.get(i)) {
                assertThat(after.layers().get(i)).isEqualTo(before.layers().get(i));
            }
        }
    }

    /** Whether each layer's own share or margin, or one above it, is the given assumption; in the order of the layers. */
    private static void resting(Step step, String moved, boolean above, List<Boolean> rests) {
        boolean own = above || moved.equals(step.share()) || moved.equals(step.keeps());
        rests.add(own);
        if (step.keeps() != null) {
            step.then().forEach(next -> resting(next, moved, own, rests));
        }
    }

    private static void adds(Waterfall fall) {
        BigDecimal made = BigDecimal.ZERO;
        for (LayerShare layer : fall.layers()) {
            if (layer.keeps() != null && layer.passes() != null) {
                assertThat(layer.keeps().value().add(layer.passes().value()))
                        .isEqualByComparingTo(layer.receives().value());
                made = made.add(layer.keeps().value());
            }
        }
        for (Waterfall.Unsplit unsplit : fall.unsplit()) {
            made = made.add(unsplit.amount().value());
        }
        assertThat(made).isEqualByComparingTo(fall.price().value());
    }

    private static void encloses(Interval wide, Interval point) {
        assertThat(point.value()).isBetween(wide.low(), wide.high());
    }

    /** A random layer; shares below one make at most all even at their highest. */
    private static Step step(Random random, Map<String, Assumption> assumptions, int depth) {
        List<Step> then = new ArrayList<>();
        int below = depth == 0 ? 0 : random.nextInt(3);
        for (int i = 0; i < below; i++) {
            String share = assumption(random, assumptions, Assumption.Measure.COST_SHARE, 0.5);
            Step next = step(random, assumptions, depth - 1);
            then.add(new Step(next.layer(), share, next.keeps(), null, next.then()));
        }
        MarginLayer layer = MarginLayer.values()[1 + random.nextInt(MarginLayer.values().length - 1)];
        String keeps =
                random.nextInt(5) == 0 ? null : assumption(random, assumptions, Assumption.Measure.GROSS_MARGIN, 1);
        return new Step(layer, null, keeps, null, then);
    }

    private static String assumption(
            Random random, Map<String, Assumption> assumptions, Assumption.Measure measure, double most) {
        double[] ends = random.doubles(3)
                .map(x -> Math.round(x * most * 1000) / 1000.0)
                .sorted()
                .toArray();
        String id = "a" + assumptions.size();
        assumptions.put(id, new Assumption(id, "", measure, "", figure(ends[0]), figure(ends[1]), figure(ends[2])));
        return id;
    }

    private static Assumption pointOf(Assumption a, double where) {
        BigDecimal span = a.high().value().subtract(a.low().value());
        BigDecimal value = a.low().value().add(span.multiply(BigDecimal.valueOf(where)));
        Assumption.Figure figure = figure(value.doubleValue());
        return new Assumption(a.id(), a.says(), a.measure(), a.scope(), figure, figure, figure);
    }

    private static Assumption.Figure figure(double value) {
        return new Assumption.Figure(BigDecimal.valueOf(value), null, List.of("https://example.org"), null);
    }

    private static MarginPath path(String id) {
        return MODEL.paths().stream()
                .filter(path -> path.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double keeps(Waterfall fall, MarginLayer layer) {
        return requireNonNull(fall.layers().stream()
                        .filter(share -> share.layer() == layer)
                        .findFirst()
                        .orElseThrow()
                        .keeps())
                .value()
                .doubleValue();
    }
}
