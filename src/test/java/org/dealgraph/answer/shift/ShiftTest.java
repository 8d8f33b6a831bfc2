package org.dealgraph.answer.shift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Commitments;
import org.dealgraph.answer.Owed;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.loop.FlowFilter;
import org.dealgraph.answer.loop.FlowGraph;
import org.dealgraph.answer.loop.Loop;
import org.dealgraph.answer.loop.Loops;
import org.dealgraph.answer.shift.LoopShift.What;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static final Term ORACLE = Owed.by("openai").to("oracle").spend(300).term();
    private static final Term AWS = Owed.by("openai").to("amazon").spend(38).term();
    private static final Term MORE =
            Owed.by("anthropic").to("amazon").spend(400).term();
    private static final Term STAKE = Owed.by("nvidia").to("openai").invest(30).term();
    private static final Term CHIPS = Owed.by("oracle").to("nvidia").spend(40).term();

    @Test
    void a_new_purchase_moves_the_seller_up_and_everybodys_share() {
        List<RankShift> shifts = RankShift.between(ranking(ORACLE, AWS), ranking(ORACLE, AWS, MORE));
        RankShift amazon = shifts.getFirst();
        assertThat(amazon.organization()).isEqualTo("amazon");
        assertThat(requireNonNull(amazon.before()).rank()).isEqualTo(2);
        assertThat(requireNonNull(amazon.after()).rank()).isEqualTo(1);
        assertThat(amazon.change()).isEqualByComparingTo("400e9");
        assertThat(amazon.came()).containsExactly(MORE.id());
        assertThat(amazon.went()).isEmpty();
        RankShift oracle = shifts.getLast();
        assertThat(oracle.change()).isZero();
        assertThat(requireNonNull(oracle.after()).rank()).isEqualTo(2);
        assertThat(requireNonNull(oracle.after()).share())
                .isLessThan(requireNonNull(oracle.before()).share());
    }

    @Test
    void what_is_as_it_was_is_not_told() {
        assertThat(RankShift.between(ranking(ORACLE, AWS), ranking(AWS, ORACLE)))
                .isEmpty();
        assertThat(LoopShift.between(loops(STAKE, ORACLE, CHIPS), loops(CHIPS, STAKE, ORACLE)))
                .isEmpty();
    }

    @Test
    void who_comes_had_nothing_and_who_goes_has_nothing() {
        RankShift came =
                RankShift.between(ranking(ORACLE), ranking(ORACLE, AWS)).getFirst();
        assertThat(came.before()).isNull();
        assertThat(came.amountBefore().value()).isZero();
        RankShift gone =
                RankShift.between(ranking(ORACLE, AWS), ranking(ORACLE)).getFirst();
        assertThat(gone.after()).isNull();
        assertThat(gone.went()).containsExactly(AWS.id());
    }

    @Test
    void equals_share_a_rank_and_kinds_are_ranked_apart() {
        Term same = Owed.by("openai").to("coreweave").spend(38).term();
        List<Ranking> rankings = ranking(ORACLE, AWS, same, STAKE);
        assertThat(rankings).extracting(r -> r.category().kind()).containsExactly(ClaimKind.SPEND, ClaimKind.INVEST);
        assertThat(rankings.getFirst().places())
                .extracting(Ranking.Place::organization, Ranking.Place::rank)
                .containsExactly(tuple("oracle", 1), tuple("amazon", 2), tuple("coreweave", 2));
    }

    @Test
    void a_loop_appears_with_its_last_flow_and_weakens_with_a_way_out() {
        Term cancelable =
                Owed.by("openai").to("oracle").spend(300).flag(Flag.CANCELABLE).term();
        assertThat(LoopShift.between(loops(STAKE, ORACLE), loops(STAKE, ORACLE, CHIPS)))
                .extracting(LoopShift::what, LoopShift::names)
                .containsExactly(tuple(What.APPEARED, List.of("nvidia", "openai", "oracle")));
        assertThat(LoopShift.between(loops(STAKE, ORACLE, CHIPS), loops(STAKE, cancelable, CHIPS)))
                .extracting(LoopShift::what)
                .containsExactly(What.WEAKENED);
        assertThat(LoopShift.between(loops(STAKE, ORACLE, CHIPS), loops(ORACLE, CHIPS)))
                .extracting(LoopShift::what)
                .containsExactly(What.VANISHED);
    }

    @Property(tries = 200)
    void shares_make_one_and_the_way_back_turns_every_shift_round(@ForAll long seed) {
        Random random = new Random(seed);
        List<Ranking> one = ranking(some(random));
        List<Ranking> other = ranking(some(random));
        for (Ranking ranking : one) {
            double sum = ranking.places().stream()
                    .mapToDouble(place -> place.share().doubleValue())
                    .sum();
            assertThat(sum).isBetween(0.9999, 1.0001);
            assertThat(ranking.concentration().doubleValue())
                    .isBetween(0.9999 / ranking.places().size(), 1.0001);
        }
        List<RankShift> there = RankShift.between(one, other);
        List<RankShift> back = RankShift.between(other, one);
        assertThat(back).hasSameSizeAs(there);
        for (RankShift shift : there) {
            Optional<RankShift> turned = back.stream()
                    .filter(s -> s.organization().equals(shift.organization())
                            && s.category().equals(shift.category()))
                    .findFirst();
            assertThat(turned).hasValueSatisfying(s -> {
                assertThat(s.change()).isEqualByComparingTo(shift.change().negate());
                assertThat(s.came()).isEqualTo(shift.went());
            });
        }
    }

    private static Term[] some(Random random) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            Owed owed = Owed.by("b" + random.nextInt(3)).to("s" + random.nextInt(4));
            int amount = 1 + random.nextInt(9);
            Term term = (random.nextBoolean() ? owed.spend(amount) : owed.invest(amount)).term();
            if (terms.stream().noneMatch(t -> t.id().equals(term.id()))) {
                terms.add(term);
            }
        }
        return terms.toArray(Term[]::new);
    }

    private static List<Ranking> ranking(Term... terms) {
        Scope scope = new Scope(Set.of(), Set.of(), UnaryOperator.identity());
        return Ranking.of(
                Commitments.of(
                        List.of(terms),
                        new Commitments.Question(scope, Set.of(), Basis.HEADLINE, Set.of(Commitments.By.TO)),
                        (currency, on) -> Optional.empty()),
                Commitments.Key::to);
    }

    private static List<Loop> loops(Term... terms) {
        return Loops.of(
                        FlowGraph.of(List.of(terms), UnaryOperator.identity(), FlowFilter.everything()),
                        new Loops.Question(4, Set.of(), 100, 0, 1))
                .best();
    }
}
