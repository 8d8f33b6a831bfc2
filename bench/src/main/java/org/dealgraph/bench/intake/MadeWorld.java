package org.dealgraph.bench.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Tier;

/**
 * A world of any size whose deals are alike in every part of it: pairs of a buyer and a seller, each pair with one deal, and
 * articles that tell of them. One seller in a hundred is a hub that three deals in ten are with, as a few companies are in
 * earnest; pairs stay as small as they are in a small world.
 *
 * @param deals how many deals there are
 */
record MadeWorld(int deals) {

    static final int CLAIMS_OF_A_DEAL = 10;
    private static final int DEALS_OF_A_BUYER = 20;
    private static final int HUBS_IN = 10;
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4_000;

    /** An article and what it states. */
    record Told(Article article, List<Claim> claims) {}

    /** The sides of a deal. Unlike deals have unlike pairs. */
    List<String> pair(int deal) {
        String buyer = "made-buyer-" + deal / DEALS_OF_A_BUYER;
        int turn = deal % DEALS_OF_A_BUYER;
        int sellers = Math.max(DEALS_OF_A_BUYER, deals / DEALS_OF_A_BUYER);
        boolean hub = turn % HUBS_IN < 3;
        int seller = hub
                ? turn + DEALS_OF_A_BUYER * (deal / DEALS_OF_A_BUYER % Math.max(1, sellers / 100 / DEALS_OF_A_BUYER))
                : (int) ((turn + 1L) * 7_919 + deal / DEALS_OF_A_BUYER * 31L) % sellers + sellers;
        return List.of(buyer, "made-seller-" + seller + "-" + turn % HUBS_IN);
    }

    /** The organizations, by id. */
    Set<String> organizations() {
        Set<String> all = new HashSet<>();
        IntStream.range(0, deals).forEach(deal -> all.addAll(pair(deal)));
        return all;
    }

    /** The articles that tell of a deal and nothing else: ten claims in four articles. */
    List<Told> about(int deal) {
        Random random = new Random(deal);
        List<Told> told = new ArrayList<>();
        int[] claims = {3, 3, 2, 2};
        for (int i = 0; i < claims.length; i++) {
            told.add(article("d" + deal + "-" + i, List.of(deal), claims[i], random));
        }
        return told;
    }

    /** A further article, about two deals; one in three is about a pair that nobody has told of before. */
    Told further(String name, Random random) {
        boolean fresh = random.nextInt(3) == 0;
        int deal = fresh ? deals + random.nextInt(1_000_000) : random.nextInt(deals);
        int other = (deal + 1 + random.nextInt(deals - 1)) % deals;
        return article(name, fresh ? List.of(deal) : List.of(deal, other), 2, random);
    }

    private Told article(String name, List<Integer> about, int claimsEach, Random random) {
        int deal = about.getFirst();
        LocalDate day = FIRST.plusDays(Math.floorMod(deal * 7_919, DAYS)).plusDays(random.nextInt(20));
        StringBuilder text = new StringBuilder("Made news " + name + "\n\n");
        List<Claim> claims = new ArrayList<>();
        String address = "https://made.example/" + name;
        for (int each : about) {
            for (int i = 0; i < claimsEach; i++) {
                List<String> pair = pair(each);
                String sentence = "%s has told us in its report number %d that it will pay %s, as %s.%n"
                        .formatted(pair.getFirst(), i, pair.getLast(), name);
                text.append(sentence);
                claims.add(claim(name, address, each, i, pair, sentence));
            }
        }
        String id = "a-" + name;
        Article article = new Article(
                id, address, "made", null, Tier.TRADE, "Made news " + name, null, PartialDate.ofDay(day), null, null, "en",
                text.toString(), null, null);
        return new Told(article, claims);
    }

    private static Claim claim(String name, String address, int deal, int nth, List<String> pair, String sentence) {
        ClaimKind[] kinds = {ClaimKind.SPEND, ClaimKind.INVEST, ClaimKind.LEND};
        ClaimKind kind = kinds[nth % kinds.length];
        BigDecimal amount = BigDecimal.valueOf(1_000_000L * (1 + Math.floorMod(deal * 31L, 997)) * (1 + nth % 3));
        boolean toSeller = kind == ClaimKind.SPEND;
        return new Claim(
                "c-" + name + "-" + deal + "-" + nth,
                "a-" + name,
                kind,
                List.of(party(pair.get(toSeller ? 0 : 1))),
                List.of(party(pair.get(toSeller ? 1 : 0))),
                List.of(),
                Claim.Subject.of(new Money(Interval.of(amount, Bound.STATED), "USD", null)),
                Claim.Schedule.none(),
                Claim.Standing.agreed(),
                Attribution.author(),
                true,
                new Evidence(List.of(), sentence.strip() + " (" + address + ")"),
                new Claim.Reading("made", 0.9));
    }

    private static Party party(String id) {
        return new Party(id, id, null);
    }
}
