package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measured on pairs.jsonl: pairs of annotated claims from different stories, labelled by hand. */
class PairsTest {

    record Pair(String a, String b, boolean truth) {}

    /** How often "the same" was right. */
    record Score(int right, int wrong, int missed, List<String> errors) {

        double f1() {
            return 2.0 * right / (2 * right + wrong + missed);
        }

        String figures() {
            return "precision %.3f recall %.3f F1 %.3f"
                    .formatted(right / (double) (right + wrong), right / (double) (right + missed), f1());
        }

        @Override
        public String toString() {
            return figures() + " " + errors;
        }
    }

    /** Every claim that speaks of a term. */
    static Stream<String> claims(Term term) {
        return Stream.of(term.supports(), term.ends(), term.disputes()).flatMap(List::stream);
    }

    private static final Map<String, String> TERMS = new HashMap<>();
    private static final Map<String, String> DEALS = new HashMap<>();
    private static final Map<String, SourcedClaim> CLAIMS = new HashMap<>();

    @BeforeAll
    static void deals() throws IOException {
        List<SourcedClaim> claims = GoldClaims.training();
        claims.forEach(claim -> CLAIMS.put(claim.claim().id(), claim));
        for (Deal deal : new DealMaker(new Field()).deals(claims)) {
            deal.claims().forEach(claim -> DEALS.put(claim, deal.id()));
            deal.terms().forEach(term -> claims(term).forEach(claim -> TERMS.put(claim, term.id())));
        }
    }

    private static List<Pair> pairs(String label) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("ingest", "corpus", "pairs.jsonl"))) {
            JsonNode node = json.readTree(line);
            if (node.hasNonNull(label)) {
                pairs.add(new Pair(
                        node.get("a").asText(),
                        node.get("b").asText(),
                        node.get(label).asBoolean()));
            }
        }
        return pairs;
    }

    static Score score(String label, BiPredicate<String, String> same) throws IOException {
        return score(label, same, pair -> true);
    }

    static Score score(String label, BiPredicate<String, String> same, Predicate<Pair> which) throws IOException {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        List<String> errors = new ArrayList<>();
        for (Pair pair : pairs(label).stream().filter(which).toList()) {
            boolean said = same.test(pair.a(), pair.b());
            right += said && pair.truth() ? 1 : 0;
            wrong += said && !pair.truth() ? 1 : 0;
            missed += !said && pair.truth() ? 1 : 0;
            if (said != pair.truth()) {
                errors.add((said ? "wrong " : "missed ") + pair.a() + " " + pair.b());
            }
        }
        return new Score(right, wrong, missed, errors);
    }

    private static boolean same(Map<String, String> grouping, String a, String b) {
        return Objects.requireNonNull(grouping.get(a), a).equals(grouping.get(b));
    }

    private static boolean alike(String a, String b) {
        SourcedClaim x = Objects.requireNonNull(CLAIMS.get(a));
        SourcedClaim y = Objects.requireNonNull(CLAIMS.get(b));
        return x.claim().kind() == y.claim().kind()
                && x.from().equals(y.from())
                && x.to().equals(y.to())
                && x.claim()
                        .subject()
                        .quantity()
                        .map(q -> q.value())
                        .equals(y.claim().subject().quantity().map(q -> q.value()));
    }

    @Test
    void tells_the_same_term_from_another() throws IOException {
        Score score = score("term", (a, b) -> same(TERMS, a, b));
        assertThat(score.f1()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void tells_the_same_deal_from_another() throws IOException {
        Score score = score("deal", (a, b) -> same(DEALS, a, b));
        assertThat(score.f1()).as("%s", score).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void does_better_than_same_kind_parties_and_amount() throws IOException {
        assertThat(score("term", PairsTest::alike).f1())
                .isLessThan(score("term", (a, b) -> same(TERMS, a, b)).f1());
        assertThat(score("deal", PairsTest::alike).f1())
                .isLessThan(score("deal", (a, b) -> same(DEALS, a, b)).f1());
    }

    @Test
    void stories_told_twice_land_in_the_same_deals() {
        List<String> apart = CLAIMS.keySet().stream()
                .filter(id -> id.contains("-p#"))
                .filter(id -> CLAIMS.containsKey(id.replace("-p#", "-h#")))
                .filter(id -> alike(id, id.replace("-p#", "-h#")))
                .filter(id -> !same(DEALS, id, id.replace("-p#", "-h#")))
                .sorted()
                .toList();
        assertThat(apart).isEmpty();
    }

    /** Prints the figures for the README. */
    public static void main(String[] args) throws IOException {
        deals();
        System.out.println("term     " + score("term", (a, b) -> same(TERMS, a, b)));
        System.out.println("deal     " + score("deal", (a, b) -> same(DEALS, a, b)));
        System.out.println("baseline " + score("term", PairsTest::alike).f1() + " "
                + score("deal", PairsTest::alike).f1());
    }
}
