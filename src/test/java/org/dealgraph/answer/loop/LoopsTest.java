package org.dealgraph.answer.loop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dealgraph.answer.Owed;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;

class LoopsTest {

    private static final Term EQUITY = Owed.by("nvidia").to("openai").invest(30).term();
    private static final Term CLOUD = Owed.by("openai").to("oracle").spend(300).term();
    private static final Term CHIPS =
            Owed.by("nvidia").to("oracle").supply("gb200").term();

    @Test
    void money_goes_from_investor_to_lab_to_cloud_to_chip_vendor_and_back() {
        Loop loop = one(EQUITY, CLOUD, CHIPS);
        assertThat(loop.names()).containsExactly("nvidia", "openai", "oracle");
        assertThat(loop.flows())
                .extracting(Flow::types)
                .containsExactly(Set.of(FlowType.INVESTMENT), Set.of(FlowType.PURCHASE), Set.of(FlowType.DELIVERY));
        assertThat(loop.returning()).isNotNull();
        assertThat(loop.returning().value()).isEqualByComparingTo("30000000000");
        assertThat(loop.returning().low()).isEqualByComparingTo("0");
        assertThat(loop.complete()).isFalse();
    }

    @Test
    void the_score_is_the_mean_strength_times_what_the_least_amount_weighs() {
        Term option =
                Owed.by("openai").to("oracle").spend(300).flag(Flag.OPTIONAL).term();
        Loop loop = one(EQUITY, option, CHIPS);
        assertThat(loop.strength()).isCloseTo(Math.cbrt(0.5), within(1e-12));
        assertThat(loop.score()).isCloseTo(Math.cbrt(0.5) * 30 / 40, within(1e-12));
    }

    @Test
    void a_subsidiary_stands_for_its_group() {
        Term arm = Owed.by("nvidia-ventures").to("openai").invest(30).term();
        FlowGraph graph = FlowGraph.of(
                List.of(arm, CLOUD, CHIPS),
                id -> id.equals("nvidia-ventures") ? "nvidia" : id,
                FlowFilter.everything());
        assertThat(all(graph)).hasSize(1);
    }

    @Test
    void a_loop_vanishes_with_what_can_be_cancelled() {
        Term cancelable =
                Owed.by("openai").to("oracle").spend(300).flag(Flag.CANCELABLE).term();
        FlowFilter kept = new FlowFilter(Set.of(), Strength.TALKS, Set.of(Flag.CANCELABLE));
        assertThat(loops(FlowFilter.everything(), EQUITY, cancelable, CHIPS)).hasSize(1);
        assertThat(loops(kept, EQUITY, cancelable, CHIPS)).isEmpty();
        assertThat(loops(FlowFilter.firm(), EQUITY, cancelable, CHIPS)).isEmpty();
    }

    @Test
    void what_has_ended_or_is_doubted_or_was_replaced_carries_nothing() {
        Term ended =
                Owed.by("nvidia").to("openai").invest(100).stage(Stage.LAPSED).term();
        Term doubted = Owed.by("nvidia").to("openai").invest(100).belowTheGate().term();
        Term letter = Owed.by("nvidia")
                .to("openai")
                .invest(100)
                .stage(Stage.LETTER_OF_INTENT)
                .term();
        Term instead = Owed.by("nvidia")
                .to("openai")
                .invest(30)
                .link(Term.TermLink.Kind.REPLACES, letter)
                .term();
        assertThat(loops(FlowFilter.everything(), ended, CLOUD, CHIPS)).isEmpty();
        assertThat(loops(FlowFilter.everything(), doubted, CLOUD, CHIPS)).isEmpty();
        assertThat(requireNonNull(one(letter, instead, CLOUD, CHIPS).returning())
                        .value())
                .isEqualByComparingTo("30000000000");
    }

    @Test
    void a_sum_owed_with_others_may_be_any_part_of_it() {
        Term joint = Owed.by("openai", "softbank").to("oracle").spend(100).term();
        Flow flow = FlowGraph.of(List.of(joint), UnaryOperator.identity(), FlowFilter.everything())
                .get("openai", "oracle");
        assertThat(requireNonNull(flow.carried()).low()).isEqualByComparingTo("0");
        assertThat(requireNonNull(flow.carried()).high()).isEqualByComparingTo("100000000000");
    }

    @Test
    void what_is_owed_with_others_gives_a_loop_no_score_and_only_a_higher_bound() {
        Term round =
                Owed.by("amazon", "nvidia", "softbank").to("openai").invest(122).term();
        Flow alone = FlowGraph.of(List.of(EQUITY, round), UnaryOperator.identity(), FlowFilter.everything())
                .get("nvidia", "openai");
        assertThat(requireNonNull(alone.own()).value()).isEqualByComparingTo("30e9");
        assertThat(requireNonNull(alone.carried()).value()).isEqualByComparingTo("30e9");
        assertThat(requireNonNull(alone.carried()).high()).isEqualByComparingTo("152e9");
        Term cloud = Owed.by("openai").to("amazon").spend(138).term();
        Loop loop = one(round, cloud);
        assertThat(loop.complete()).isFalse();
        assertThat(loop.score()).isCloseTo(138.0 / 148, within(1e-12));
        assertThat(requireNonNull(loop.returning()).high()).isEqualByComparingTo("122e9");
    }

    @Test
    void twelve_make_a_core_and_eleven_without_what_can_be_cancelled() {
        List<Term> terms = new java.util.ArrayList<>();
        for (int i = 0; i < 11; i++) {
            terms.add(Owed.by("o" + i).to("o" + (i + 1) % 11).spend(1 + i).term());
        }
        terms.add(Owed.by("o0").to("spacex").spend(15).flag(Flag.CANCELABLE).term());
        terms.add(Owed.by("spacex").to("o1").spend(2).term());
        terms.add(Owed.by("o1").to("outside").spend(3).term());
        Term[] all = terms.toArray(Term[]::new);
        assertThat(graph(FlowFilter.everything(), all).core()).hasSize(12).contains("spacex");
        assertThat(graph(new FlowFilter(Set.of(), Strength.TALKS, Set.of(Flag.CANCELABLE)), all)
                        .core())
                .hasSize(11)
                .doesNotContain("spacex", "outside");
    }

    @Test
    void kinds_are_not_added_to_each_other() {
        Term loan = Owed.by("nvidia").to("openai").lend(20, Instrument.LOAN).term();
        Flow flow = FlowGraph.of(List.of(EQUITY, loan), UnaryOperator.identity(), FlowFilter.everything())
                .get("nvidia", "openai");
        assertThat(flow.totals()).hasSize(2);
        assertThat(requireNonNull(flow.carried()).value()).isEqualByComparingTo("30000000000");
    }

    @Test
    void only_loops_through_somebody_are_told_when_asked() {
        Term back = Owed.by("oracle").to("openai").invest(1).term();
        FlowGraph graph = graph(FlowFilter.everything(), EQUITY, CLOUD, CHIPS, back);
        Loops through = Loops.of(graph, new Loops.Question(4, Set.of("nvidia"), 10, 0, 0));
        assertThat(all(graph)).hasSize(2);
        assertThat(through.best()).extracting(Loop::names).containsExactly(List.of("nvidia", "openai", "oracle"));
        assertThat(through.found()).isEqualTo(1);
    }

    @Test
    void the_best_come_first_and_the_rest_is_counted() {
        Term back = Owed.by("oracle").to("openai").invest(1).term();
        Loops first = Loops.of(
                graph(FlowFilter.everything(), EQUITY, CLOUD, CHIPS, back), new Loops.Question(4, Set.of(), 1, 0, 0));
        assertThat(first.best()).extracting(Loop::names).containsExactly(List.of("nvidia", "openai", "oracle"));
        assertThat(first.found()).isEqualTo(2);
    }

    @Test
    void too_long_a_question_is_refused_by_name() {
        assertThatThrownBy(() -> new Loops.Question(7, Set.of(), 10, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
    }

    private static Loop one(Term... terms) {
        List<Loop> loops = loops(FlowFilter.everything(), terms);
        assertThat(loops).hasSize(1);
        return loops.getFirst();
    }

    private static List<Loop> loops(FlowFilter filter, Term... terms) {
        return all(graph(filter, terms));
    }

    private static FlowGraph graph(FlowFilter filter, Term... terms) {
        return FlowGraph.of(List.of(terms), UnaryOperator.identity(), filter);
    }

    private static List<Loop> all(FlowGraph graph) {
        return Loops.of(graph, new Loops.Question(5, Set.of(), 100, 0, 0)).best();
    }

    @Test
    void a_share_of_a_round_that_is_told_is_all_that_one_puts_into_it() {
        Term round =
                Owed.by("amazon", "nvidia", "softbank").to("openai").invest(122).term();
        Term share = Owed.by("nvidia")
                .to("openai")
                .invest(30)
                .link(Term.TermLink.Kind.PART_OF, round)
                .term();
        Flow flow = FlowGraph.of(List.of(share, round), UnaryOperator.identity(), FlowFilter.everything())
                .get("nvidia", "openai");
        assertThat(requireNonNull(flow.carried()).high()).isEqualByComparingTo("30e9");
    }
}
