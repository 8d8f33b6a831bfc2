package org.dealgraph.bench.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Power;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Tier;

/**
 * A made market: users buy computing from clouds, clouds buy chips from vendors, vendors buy from foundries, about six
 * suppliers each, and everybody invests in and lends to everybody. Every deal has a pair of its own and three claims in one
 * article. The same size gives the same market.
 */
final class Market {

    static final int ORGANIZATIONS = 2_000;
    static final int DEALS = 50_000;

    private static final int[] LAYERS = {0, 400, 900, 1_500, ORGANIZATIONS};
    private static final int SUPPLIERS = 6;
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4_000;
    private static final String[] WORDS = {
        "amber", "basalt", "cobalt", "delta", "ember", "fjord", "granite", "harbor", "indigo", "juniper", "kestrel",
        "lagoon", "meadow", "nickel", "onyx", "prairie", "quartz", "raven", "saffron", "tundra", "umber", "violet",
        "willow", "xenon", "yonder", "zephyr", "aspen", "birch", "cedar", "dune", "estuary", "falcon"
    };

    private final List<Pair> pairs;

    /** Two sides; the first buys from the second, or puts money into it. */
    private record Pair(int from, int to, boolean supply) {}

    /** An article with what it states. */
    record Told(Article article, List<SourcedClaim> claims) {}

    Market(int deals) {
        Random random = new Random(7);
        Set<Long> taken = new LinkedHashSet<>();
        List<Pair> made = new ArrayList<>();
        for (int layer = 0; layer < LAYERS.length - 2; layer++) {
            for (int from = LAYERS[layer]; from < LAYERS[layer + 1]; from++) {
                for (int i = 0; i < SUPPLIERS; i++) {
                    add(made, taken, from, LAYERS[layer + 1] + skewed(random, layerSize(layer + 1)), true);
                }
            }
        }
        while (made.size() < DEALS) {
            add(made, taken, random.nextInt(ORGANIZATIONS), skewed(random, ORGANIZATIONS), false);
        }
        java.util.Collections.shuffle(made, random);
        pairs = List.copyOf(made.subList(0, deals));
    }

    private static int layerSize(int layer) {
        return LAYERS[layer + 1] - LAYERS[layer];
    }

    private static void add(List<Pair> made, Set<Long> taken, int from, int to, boolean supply) {
        if (from != to && taken.add((long) Math.min(from, to) * ORGANIZATIONS + Math.max(from, to))) {
            made.add(new Pair(from, to, supply));
        }
    }

    /** A few have much of it. */
    private static int skewed(Random random, int size) {
        double x = random.nextDouble();
        return (int) (Math.pow(x, 1.5) * size);
    }

    int deals() {
        return pairs.size();
    }

    static String id(int organization) {
        return "new:made-%04d".formatted(organization);
    }

    static String name(int organization) {
        return "%s %s %d"
                .formatted(
                        capital(WORDS[organization % WORDS.length]),
                        capital(WORDS[organization / WORDS.length % WORDS.length]),
                        organization);
    }

    static String word(int number) {
        return WORDS[Math.floorMod(number, WORDS.length)];
    }

    /** The first organization of a layer buys and is not bought from. */
    static int user(int number) {
        return Math.floorMod(number, LAYERS[1]);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The article about a deal. */
    Told about(int deal) {
        Pair pair = pairs.get(deal);
        Random random = new Random(deal);
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        String address = "https://made.example/" + deal;
        String id = "a-made-%05d".formatted(deal);
        String buyer = name(pair.from());
        String seller = name(pair.to());
        BigDecimal amount = BigDecimal.valueOf(1_000_000L * (1 + random.nextInt(90_000)));
        String money = Money.of(Interval.stated(amount), "USD").text();
        List<String> sentences = List.of(
                "%s will pay %s to %s for the %s programme.".formatted(buyer, money, seller, word(deal)),
                "The %s deal of %s and %s is worth %s.".formatted(word(deal / 32), buyer, seller, money),
                "%s also takes part in the %s %s project with %s."
                        .formatted(buyer, word(deal / 5), word(deal / 7), seller));
        String text = String.join("\n\n", sentences);
        Article article = new Article(
                id, address, "made", "Made News", Tier.TRADE, "%s and %s agree".formatted(buyer, seller), null,
                PartialDate.ofDay(day), null, null, "en", text, null, null);
        Claim.Subject sum = Claim.Subject.of(Money.of(Interval.stated(amount), "USD"));
        ClaimKind kind = pair.supply() ? ClaimKind.SPEND : ClaimKind.INVEST;
        List<SourcedClaim> claims = new ArrayList<>();
        claims.add(claim(article, 0, kind, pair.from(), pair.to(), sum, sentences.get(0), day));
        claims.add(claim(article, 1, kind, pair.from(), pair.to(), sum, sentences.get(1), day));
        claims.add(
                pair.supply()
                        ? claim(
                                article, 2, ClaimKind.CAPACITY, pair.to(), pair.from(),
                                Claim.Subject.of(new Power(
                                        Interval.stated(BigDecimal.valueOf(10L * (1 + random.nextInt(100)))),
                                        Power.Measure.UNSTATED,
                                        Power.Layer.COMPUTE)),
                                sentences.get(2), day)
                        : claim(
                                article, 2, ClaimKind.LEND, pair.from(), pair.to(),
                                Claim.Subject.of(Money.of(
                                        Interval.stated(amount.multiply(BigDecimal.valueOf(2 + random.nextInt(5)))),
                                        "USD")),
                                sentences.get(2), day));
        return new Told(article, claims);
    }

    private static SourcedClaim claim(
            Article article, int nth, ClaimKind kind, int from, int to, Claim.Subject subject, String quote, LocalDate day) {
        Claim claim = new Claim(
                "c-%s-%d".formatted(article.id(), nth),
                article.id(),
                kind,
                List.of(new Party(name(from), null, null)),
                List.of(new Party(name(to), null, null)),
                List.of(),
                subject,
                new Claim.Schedule(PartialDate.ofDay(day), null, null, null),
                Claim.Standing.agreed(),
                Attribution.author(),
                true,
                new Evidence(List.of(), quote),
                new Claim.Reading("made", 0.9));
        return new SourcedClaim(
                claim, List.of(id(from)), List.of(id(to)), List.of(), article.tier(), article.published(), false,
                article.address());
    }
}
