package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
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
        assertWithinWhatIsOwed(seed, 40);
    }

    /** Nothing but their dates tells some news apart; what has none is one obligation rather than two. */
    @Property(tries = 300)
    void no_total_exceeds_the_true_obligations_where_pages_lose_their_dates(@ForAll long seed) {
        assertWithinWhatIsOwed(seed, 40, random -> page -> random.nextBoolean());
    }

    @Property(tries = 300)
    void no_total_exceeds_the_true_obligations_where_all_pages_lose_their_dates(@ForAll long seed) {
        assertWithinWhatIsOwed(seed, 40, random -> page -> true);
    }

    /** Two tranches told beside their whole and beside the sum with a later addition are parts of the whole. */
    @Example
    void tranches_told_beside_a_running_total_are_not_counted_again() {
        assertWithinWhatIsOwed(6445, 12);
    }

    private static void assertWithinWhatIsOwed(long seed, int articles) {
        assertWithinWhatIsOwed(seed, articles, random -> page -> false);
    }

    private static void assertWithinWhatIsOwed(
            long seed, int articles, Function<Random, Predicate<String>> losesItsDate) {
        Random random = new Random(seed);
        World world = new World(random);
        List<SourcedClaim> claims = world.articles(3 + random.nextInt(articles));
        Predicate<String> loses = losesItsDate.apply(random);
        Map<String, Boolean> lost = new HashMap<>();
        List<Term> terms = terms(claims.stream()
                .map(claim -> lost.computeIfAbsent(claim.claim().article(), loses::test) ? undated(claim) : claim)
                .toList());
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

    private static SourcedClaim undated(SourcedClaim c) {
        return new SourcedClaim(
                c.claim(), c.from(), c.to(), c.beneficiaries(), c.tier(), c.published(), true, c.independence());
    }

    /** What is only talked of stands apart: an agreement whose only witness is left out may be talk again, and is so there. */
    @Property(tries = 300)
    void leaving_out_a_claim_that_only_supports_a_term_raises_no_total(@ForAll long seed) {
        Random random = new Random(seed);
        List<SourcedClaim> claims = new World(random).articles(3 + random.nextInt(25));
        List<Term> terms = terms(claims);
        List<SourcedClaim> support = claims.stream()
                .filter(claim -> claim.claim().standing().flags().isEmpty()
                        && onlySupports(claim.claim().id(), terms)
                        && undisputed(claim.claim().id(), terms, claims))
                .toList();
        Assume.that(!support.isEmpty());
        SourcedClaim out = support.get(random.nextInt(support.size()));
        List<SourcedClaim> rest = claims.stream()
                .filter(claim -> !claim.claim().id().equals(out.claim().id()))
                .toList();
        for (Basis basis : List.of(Basis.HEADLINE, Basis.FIRM, Basis.FIRM_AND_CONDITIONAL)) {
            Map<Category, Double> before = sums(terms, basis);
            sums(terms(rest), basis)
                    .forEach((category, sum) -> assertThat(sum)
                            .as("%s %s without %s", basis, category, out)
                            .isLessThanOrEqualTo(before.getOrDefault(category, 0.0) * 1.0001));
        }
    }

    /**
     * Whether a claim supports a term that stands for itself: what disputes it, or is part of it, would stand for itself
     * without it.
     */
    private static boolean onlySupports(String claim, List<Term> terms) {
        List<Term> mine =
                terms.stream().filter(t -> t.supports().contains(claim)).toList();
        return mine.size() == 1
                && mine.getFirst().disputes().isEmpty()
                && mine.getFirst().ends().isEmpty()
                && mine.getFirst().links().isEmpty()
                && terms.stream()
                        .noneMatch(t -> t.disputes().contains(claim)
                                || t.ends().contains(claim)
                                || t.links().stream()
                                        .anyMatch(link -> link.claims().contains(claim)
                                                || link.term()
                                                        .equals(mine.getFirst().id())));
    }

    /** Whether no other claim gives the term a larger figure, which would be shown in place of this one's. */
    private static boolean undisputed(String claim, List<Term> terms, List<SourcedClaim> claims) {
        Term mine = terms.stream()
                .filter(t -> t.supports().contains(claim))
                .findFirst()
                .orElseThrow();
        double shown = mine.subject().quantity().orElseThrow().value().doubleValue();
        return mine.conflicts().isEmpty()
                && claims.stream()
                        .filter(c -> mine.supports().contains(c.claim().id()))
                        .flatMap(c -> c.claim().subject().quantity().stream())
                        .allMatch(figure -> figure.value().doubleValue() <= shown);
    }

    private static List<Term> terms(List<SourcedClaim> claims) {
        return new DealMaker(new Field())
                .deals(claims).stream().map(Deal::terms).flatMap(List::stream).toList();
    }

    private static Map<Category, Double> sums(List<Term> terms, Basis basis) {
        return Totals.of(terms, Scope.everything(), basis).stream()
                .collect(Collectors.toMap(
                        Total::category, total -> total.amount().value().doubleValue(), Double::sum));
    }

    @Property(tries = 150)
    void every_claim_is_in_one_deal_and_every_deal_is_named_after_one_of_its_claims(@ForAll long seed) {
        Random random = new Random(seed);
        List<SourcedClaim> claims = new World(random).articles(3 + random.nextInt(25));
        List<Deal> deals = new DealMaker(new Field()).deals(claims);
        List<String> told =
                deals.stream().flatMap(deal -> deal.claims().stream()).toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(claims.stream()
                        .map(claim -> claim.claim().id())
                        .distinct()
                        .toList());
        assertThat(deals).allSatisfy(deal -> assertThat(deal.claims()).contains(deal.id()));
    }

    @Property(tries = 200)
    void the_deals_around_some_homes_are_those_of_the_whole(@ForAll long seed) {
        Random random = new Random(seed);
        Blocks blocks = new Blocks(new Field());
        DealMaker maker = new DealMaker(new Field());
        List<SourcedClaim> claims = new World(random).articles(5 + random.nextInt(30));
        Set<String> homes = Set.of(blocks.home(claims.get(random.nextInt(claims.size()))));
        List<Deal> around = new Neighbourhood(
                        maker,
                        keys -> claims.stream()
                                .filter(claim -> !Collections.disjoint(blocks.of(claim), keys))
                                .toList())
                .around(homes);
        Set<String> there = claims.stream()
                .filter(claim -> homes.contains(blocks.home(claim)))
                .map(claim -> claim.claim().id())
                .collect(Collectors.toSet());
        List<Deal> expected = maker.deals(claims).stream()
                .filter(deal -> !Collections.disjoint(deal.claims(), there))
                .toList();
        assertThat(around).isEqualTo(expected);
    }
}
