package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Category;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.answer.Totals;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;

/** What holds for any stream of articles over a world whose obligations are known. */
class DealPropertyTest {

    @Property(tries = 150)
    void any_order_and_any_repetition_gives_the_same_deals(@ForAll long seed) {
        Random random = new Random(seed);
        List<SourcedClaim> claims = new World(random).articles(3 + random.nextInt(25));
        List<SourcedClaim> other = new ArrayList<>(claims);
        for (int i = random.nextInt(claims.size() + 1); i > 0; i--) {
            other.add(claims.get(random.nextInt(claims.size())));
        }
        Collections.shuffle(other, random);
        DealMaker maker = new DealMaker(new Field());
        assertThat(maker.deals(other)).isEqualTo(maker.deals(claims));
    }

    @Property(tries = 300)
    void no_total_exceeds_the_true_obligations(@ForAll long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        List<Term> terms = new DealMaker(new Field())
                .deals(world.articles(3 + random.nextInt(40))).stream()
                        .map(Deal::terms)
                        .flatMap(List::stream)
                        .toList();
        for (Basis basis : Basis.values()) {
            Map<Category, Double> truth = new HashMap<>(world.owed());
            for (Total total : Totals.of(terms, Scope.everything(), basis)) {
                double owed = truth.getOrDefault(total.category(), 0.0);
                assertThat(total.amount().value().doubleValue())
                        .as("%s %s", basis, total)
                        .isLessThanOrEqualTo(owed * 1.0001);
            }
        }
    }

    @Property(tries = 150)
    void every_claim_is_in_one_deal_and_every_deal_is_named_after_one_of_its_claims(@ForAll long seed) {
        Random random = new Random(seed);
        List<SourcedClaim> claims = new World(random).articles(3 + random.nextInt(25));
        List<Deal> deals = new DealMaker(new Field()).deals(claims);
        List<String> told = deals.stream().flatMap(deal -> deal.claims().stream()).toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(claims.stream()
                        .map(claim -> claim.claim().id())
                        .distinct()
                        .toList());
        assertThat(deals).allSatisfy(deal -> assertThat(deal.claims()).contains(deal.id()));
    }

    @Property(tries = 100)
    void deals_of_two_unconnected_halves_are_the_deals_of_the_whole(@ForAll long seed) {
        Random random = new Random(seed);
        Blocks blocks = new Blocks(new Field());
        List<SourcedClaim> claims = new World(random).articles(20);
        List<SourcedClaim> part = closure(claims, blocks, claims.get(random.nextInt(claims.size())));
        List<SourcedClaim> rest = new ArrayList<>(claims);
        rest.removeAll(part);
        DealMaker maker = new DealMaker(new Field());
        List<Deal> together = new ArrayList<>(maker.deals(part));
        together.addAll(maker.deals(rest));
        assertThat(together).containsExactlyInAnyOrderElementsOf(maker.deals(claims));
    }

    private static List<SourcedClaim> closure(List<SourcedClaim> claims, Blocks blocks, SourcedClaim first) {
        java.util.Set<String> keys = new java.util.HashSet<>(blocks.of(first));
        java.util.Set<SourcedClaim> closed = new java.util.LinkedHashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (SourcedClaim claim : claims) {
                if (!Collections.disjoint(blocks.of(claim), keys) && closed.add(claim)) {
                    keys.addAll(blocks.of(claim));
                    grows = true;
                }
            }
        }
        return List.copyOf(closed);
    }
}
