package org.dealgraph.answer.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.cycle.JohnsonSimpleCycles;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.junit.jupiter.api.Test;

class CyclesTest {

    @Property(tries = 300)
    void finds_what_an_independent_enumeration_finds(
            @ForAll @IntRange(min = 2, max = 9) int nodes,
            @ForAll @DoubleRange(min = 0.05, max = 0.6) double density,
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int longest) {
        Digraph graph = random(nodes, density, seed);
        List<String> found = new ArrayList<>();
        Cycles.each(graph, longest, (path, length) -> {
            found.add(Arrays.toString(Arrays.copyOf(path, length)));
            return true;
        });
        assertThat(found).containsExactlyInAnyOrderElementsOf(independently(graph, longest));
    }

    @Property(tries = 200)
    void the_null_model_keeps_what_everybody_gives_and_receives(
            @ForAll @IntRange(min = 2, max = 12) int nodes,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double density,
            @ForAll long seed) {
        Digraph graph = random(nodes, density, seed);
        NullModel chance = new NullModel(graph, seed);
        for (int sample = 0; sample < 3; sample++) {
            Digraph random = chance.next();
            assertThat(degrees(random)).isEqualTo(degrees(graph));
            assertThat(degrees(random.reversed())).isEqualTo(degrees(graph.reversed()));
        }
    }

    @Property(tries = 300)
    void the_core_is_the_largest_strongly_connected_set(
            @ForAll @IntRange(min = 2, max = 12) int nodes,
            @ForAll @DoubleRange(min = 0.02, max = 0.4) double density,
            @ForAll long seed) {
        Digraph graph = random(nodes, density, seed);
        int largest = new KosarajuStrongConnectivityInspector<>(peer(graph))
                .stronglyConnectedSets().stream()
                        .mapToInt(set -> set.size())
                        .max()
                        .orElse(0);
        assertThat(graph.core()).hasSize(largest > 1 ? largest : 0);
        if (largest > 1) {
            assertThat(new KosarajuStrongConnectivityInspector<>(peer(graph)).stronglyConnectedSets())
                    .contains(Arrays.stream(graph.core()).boxed().collect(Collectors.toSet()));
        }
    }

    @Test
    void the_null_model_does_leave_the_graph_it_came_from() {
        Digraph graph = random(12, 0.3, 7);
        assertThat(Arrays.deepEquals(new NullModel(graph, 1).next().next(), graph.next()))
                .isFalse();
    }

    @Test
    void a_triangle_can_turn_round_though_no_two_of_its_edges_can_swap() {
        Digraph triangle = Digraph.of(3, List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 0}));
        NullModel chance = new NullModel(triangle, 3);
        TreeSet<String> seen = new TreeSet<>();
        for (int sample = 0; sample < 20; sample++) {
            seen.add(Arrays.deepToString(chance.next().next()));
        }
        assertThat(seen).containsExactly("[[1], [2], [0]]", "[[2], [0], [1]]");
    }

    @Test
    void the_same_seed_gives_the_same_comparison() {
        Digraph graph = random(10, 0.3, 11);
        assertThat(Significance.of(graph, 4, 50, 42)).isEqualTo(Significance.of(graph, 4, 50, 42));
    }

    @Test
    void a_ring_with_its_way_back_has_more_loops_than_its_chance_graphs() {
        List<int[]> edges = new ArrayList<>();
        for (int node = 0; node < 12; node++) {
            edges.add(new int[] {node, (node + 1) % 12});
            edges.add(new int[] {(node + 1) % 12, node});
        }
        Significance significance = Significance.of(Digraph.of(12, edges), 2, 200, 1);
        assertThat(significance.observed()).isEqualTo(12);
        assertThat(significance.expected()).isLessThan(6);
        assertThat(significance.p()).isLessThan(0.01);
    }

    @Test
    void the_search_can_be_stopped() {
        Digraph graph = random(9, 0.6, 5);
        int[] count = {0};
        boolean whole = Cycles.each(graph, 5, (path, length) -> ++count[0] < 3);
        assertThat(whole).isFalse();
        assertThat(count[0]).isEqualTo(3);
    }

    @Test
    void an_edge_from_a_node_to_itself_is_refused() {
        assertThatThrownBy(() -> Digraph.of(2, List.of(new int[] {1, 1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("to itself: 1");
    }

    private static List<Integer> degrees(Digraph graph) {
        return Arrays.stream(graph.next()).map(targets -> targets.length).toList();
    }

    static Digraph random(int nodes, double density, long seed) {
        Random random = new Random(seed);
        List<int[]> edges = new ArrayList<>();
        for (int from = 0; from < nodes; from++) {
            for (int to = 0; to < nodes; to++) {
                if (from != to && random.nextDouble() < density) {
                    edges.add(new int[] {from, to});
                }
            }
        }
        return Digraph.of(nodes, edges);
    }

    private static DefaultDirectedGraph<Integer, DefaultEdge> peer(Digraph graph) {
        DefaultDirectedGraph<Integer, DefaultEdge> peer = new DefaultDirectedGraph<>(DefaultEdge.class);
        for (int node = 0; node < graph.size(); node++) {
            peer.addVertex(node);
        }
        for (int from = 0; from < graph.size(); from++) {
            for (int to : graph.next()[from]) {
                peer.addEdge(from, to);
            }
        }
        return peer;
    }

    private static List<String> independently(Digraph graph, int longest) {
        return new JohnsonSimpleCycles<>(peer(graph))
                .findSimpleCycles().stream()
                        .filter(cycle -> cycle.size() <= longest)
                        .map(CyclesTest::canonical)
                        .toList();
    }

    private static String canonical(List<Integer> cycle) {
        List<Integer> turned = new ArrayList<>(cycle);
        Collections.rotate(turned, -turned.indexOf(Collections.min(turned)));
        return turned.toString();
    }
}
