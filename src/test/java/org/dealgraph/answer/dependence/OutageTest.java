package org.dealgraph.answer.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dealgraph.answer.dependence.Need.Way;
import org.dealgraph.answer.dependence.Need.What;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final int NODES = 12;
    private static final Node LAB = Node.organization("lab");
    private static final Node CLOUD = Node.organization("cloud");
    private static final Node OTHER_CLOUD = Node.organization("other-cloud");
    private static final Node CHIP = Node.product("chip");
    private static final Node FOUNDRY = Node.organization("foundry");

    @Test
    void what_has_one_way_only_stops_with_it_however_far_down() {
        Needs needs = needs(
                need(CHIP, What.FOUNDRY, FOUNDRY), need(CLOUD, What.SILICON, CHIP), need(LAB, What.COMPUTE, CLOUD));
        Outage outage = Outage.of(needs, Set.of(FOUNDRY), 8);
        assertThat(outage.effects()).extracting(Outage.Effect::node).containsExactly(CHIP, CLOUD, LAB);
        assertThat(outage.effects()).allMatch(Outage.Effect::stops);
        assertThat(outage.effects().getLast().path()).containsExactly(FOUNDRY, CHIP, CLOUD, LAB);
    }

    @Test
    void what_has_another_way_is_weakened_and_says_what_is_left_and_how_much_is_lost() {
        Needs needs = new Needs(
                List.of(new Need(LAB, What.COMPUTE, List.of(share(CLOUD, "0.75"), share(OTHER_CLOUD, "0.25")))));
        Outage.Effect effect = Outage.of(needs, Set.of(CLOUD), 8).effects().getFirst();
        assertThat(effect.stops()).isFalse();
        assertThat(effect.left()).containsExactly(OTHER_CLOUD);
        assertThat(effect.lost()).isEqualByComparingTo("0.75");
    }

    @Test
    void losing_all_ways_stops_though_each_alone_would_not() {
        Needs needs = needs(need(LAB, What.COMPUTE, CLOUD, OTHER_CLOUD));
        assertThat(Outage.of(needs, Set.of(CLOUD), 8).stops(LAB)).isFalse();
        assertThat(Outage.of(needs, Set.of(CLOUD, OTHER_CLOUD), 8).stops(LAB)).isTrue();
    }

    @Test
    void two_ways_that_rest_on_the_same_thing_are_no_substitutes_for_each_other() {
        Needs needs = needs(
                need(CLOUD, What.SILICON, CHIP),
                need(OTHER_CLOUD, What.SILICON, CHIP),
                need(CHIP, What.FOUNDRY, FOUNDRY),
                need(LAB, What.COMPUTE, CLOUD, OTHER_CLOUD));
        assertThat(Outage.of(needs, Set.of(FOUNDRY), 8).stops(LAB)).isTrue();
        assertThat(needs.singlePoints(LAB, 8)).containsExactly(CHIP, FOUNDRY);
    }

    @Test
    void effects_are_followed_no_farther_than_asked() {
        Needs needs = needs(need(CHIP, What.FOUNDRY, FOUNDRY), need(CLOUD, What.SILICON, CHIP));
        assertThat(Outage.of(needs, Set.of(FOUNDRY), 1).effects())
                .extracting(Outage.Effect::node)
                .containsExactly(CHIP);
    }

    @Test
    void things_that_need_each_other_come_to_an_end() {
        Needs needs = needs(need(CLOUD, What.OTHER, LAB), need(LAB, What.COMPUTE, CLOUD));
        assertThat(Outage.of(needs, Set.of(CLOUD), 8).effects())
                .extracting(Outage.Effect::node)
                .containsExactly(LAB);
        assertThat(needs.under(LAB, 8)).containsOnlyKeys(CLOUD);
    }

    @Test
    void concentration_is_the_sum_of_squared_shares_or_unknown() {
        Need known = new Need(LAB, What.COMPUTE, List.of(share(CLOUD, "0.75"), share(OTHER_CLOUD, "0.25")));
        assertThat(known.concentration())
                .hasValueSatisfying(hhi -> assertThat(hhi).isEqualByComparingTo("0.625"));
        assertThat(need(LAB, What.COMPUTE, CLOUD, OTHER_CLOUD).concentration()).isEmpty();
    }

    @Property(tries = 300)
    void what_stops_a_node_is_what_has_an_outage_that_stops_it(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int depth) {
        Random random = new Random(seed);
        List<Need> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Node of = node(random);
            List<Way> ways = new ArrayList<>();
            for (int w = 0; w <= random.nextInt(3); w++) {
                Node on = node(random);
                if (!on.equals(of)) {
                    ways.add(Way.standing(on, null));
                }
            }
            all.add(new Need(of, What.values()[random.nextInt(What.values().length)], ways));
        }
        Needs needs = new Needs(all);
        Node node = node(random);
        Set<Node> causes = new HashSet<>(Set.of(node));
        for (int i = 0; i < NODES; i++) {
            Node cause = Node.organization("o" + i);
            if (Outage.of(needs, Set.of(cause), depth).stops(node)) {
                causes.add(cause);
            }
        }
        assertThat(new Stoppers(needs).of(node, depth)).isEqualTo(causes);
        causes.remove(node);
        assertThat(needs.singlePoints(node, depth)).containsExactlyInAnyOrderElementsOf(causes);
    }

    private static Node node(Random random) {
        return Node.organization("o" + random.nextInt(NODES));
    }

    private static Needs needs(Need... needs) {
        return new Needs(List.of(needs));
    }

    private static Need need(Node of, What what, Node... on) {
        return new Need(
                of,
                what,
                Arrays.stream(on).map(node -> Way.standing(node, null)).toList());
    }

    private static Way share(Node on, String share) {
        return new Way(on, new BigDecimal(share), "USD committed", List.of(), null);
    }
}
