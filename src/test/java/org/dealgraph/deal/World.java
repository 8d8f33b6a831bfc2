package org.dealgraph.deal;

import static org.dealgraph.deal.Told.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dealgraph.answer.Category;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;

/** A small world that knows what is owed, and articles that tell of it: rounded, hedged, late, turned round, summed up. */
public final class World {

    private static final List<String> BUYERS = List.of("openai", "anthropic", "meta", "mistral");
    private static final List<String> SELLERS =
            List.of("amazon", "microsoft", "google", "oracle", "coreweave", "nvidia");
    private static final double[] FIGURES = {38, 100, 5, 20, 11.9, 22.4, 250, 300, 6.5, 17.4, 30, 1.4, 64, 9.7};

    private record Obligation(
            ClaimKind kind, String from, String to, double amount, LocalDate agreed, boolean addition) {}

    private final Random random;
    private final List<Obligation> obligations = new ArrayList<>();

    public World(Random random) {
        this.random = random;
        int many = 2 + random.nextInt(6);
        Map<String, Double> taken = new HashMap<>();
        LocalDate agreed = LocalDate.of(2025, 1, 1);
        String last = pick(BUYERS);
        for (int i = 0; i < many; i++) {
            boolean sameDay = random.nextInt(3) == 0;
            agreed = sameDay ? agreed : LocalDate.of(2025, 1, 1).plusDays(i * 90L + random.nextInt(30));
            ClaimKind kind = random.nextBoolean() ? ClaimKind.SPEND : ClaimKind.INVEST;
            String buyer = sameDay ? last : pick(BUYERS);
            last = buyer;
            String seller = pick(SELLERS);
            double amount = FIGURES[random.nextInt(FIGURES.length)];
            String lane = kind + buyer + seller;
            boolean repeated = taken.putIfAbsent(lane + amount, amount) != null;
            boolean addition = taken.containsKey(lane);
            if (!repeated) {
                taken.put(lane, amount);
                obligations.add(new Obligation(
                        kind,
                        kind == ClaimKind.SPEND ? buyer : seller,
                        kind == ClaimKind.SPEND ? seller : buyer,
                        amount,
                        agreed,
                        addition));
            }
        }
    }

    /** What is truly owed, by category, at the figures stated. */
    public Map<Category, Double> owed() {
        Map<Category, Double> owed = new LinkedHashMap<>();
        obligations.forEach(o -> owed.merge(new Category(o.kind(), "", "USD"), o.amount() * 1e9, Double::sum));
        return owed;
    }

    String list() {
        return obligations.toString();
    }

    /** An announcement of each obligation, as it is, and that many other articles. */
    public List<SourcedClaim> articles(int many) {
        List<SourcedClaim> claims = new ArrayList<>();
        for (Obligation o : obligations) {
            claims.add(in("announcement-" + o, o.agreed().toString())
                    .claim(o.kind(), o.from(), o.to())
                    .billions(o.amount())
                    .relation(o.addition() ? AmountRelation.Kind.ADDITION : AmountRelation.Kind.WHOLE)
                    .claim());
        }
        for (int i = 0; i < many; i++) {
            Set<Obligation> facts = new LinkedHashSet<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                facts.add(obligations.get(random.nextInt(obligations.size())));
            }
            LocalDate news = facts.stream()
                    .map(Obligation::agreed)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate published = news.plusDays(random.nextInt(40));
            int article = i;
            facts.forEach(fact -> claims.add(tell(article, fact, published).claim()));
        }
        return claims;
    }

    private Told tell(int article, Obligation o, LocalDate published) {
        Told.Page page = in("article-" + article, published.toString());
        boolean total = random.nextInt(12) == 0;
        Told told = total ? runningTotal(page, o, published) : plain(page, o);
        told.tier(Tier.values()[random.nextInt(Tier.values().length)]);
        if (random.nextInt(3) == 0) {
            told.source("agency-" + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            told.confidence(0.3);
        }
        return told;
    }

    private Told plain(Told.Page page, Obligation o) {
        boolean old = o.agreed().plusDays(40).isBefore(page.date());
        if (!old && o.kind() == ClaimKind.SPEND && random.nextInt(10) == 0) {
            return page.spend(o.to(), o.from(), o.amount());
        }
        if (!old && o.kind() == ClaimKind.SPEND && random.nextInt(12) == 0) {
            return page.build(o.to(), o.amount()).forWhom(o.from());
        }
        if (!old && o.kind() == ClaimKind.SPEND && random.nextInt(12) == 0) {
            return page.spend(o.from(), o.to(), o.amount())
                    .voice(Attribution.Voice.UNNAMED_SOURCES)
                    .stage(Stage.TALKS);
        }
        Told told = page.claim(o.kind(), o.from(), o.to()).billions(o.amount());
        if (old) {
            told.background();
        }
        switch (random.nextInt(5)) {
            case 0 -> told.atLeast();
            case 1 -> told.about();
            case 2 -> told.upTo();
            default -> {}
        }
        if (random.nextInt(3) == 0) {
            told.agreed(o.agreed().toString());
        } else if (random.nextInt(3) == 0) {
            told.background();
        }
        if (o.addition() && random.nextInt(3) == 0) {
            told.relation(AmountRelation.Kind.ADDITION);
        }
        return told;
    }

    /** The sum of everything of the sort that had been agreed by then. */
    private Told runningTotal(Told.Page page, Obligation o, LocalDate published) {
        List<Obligation> lane = obligations.stream()
                .filter(x -> x.kind() == o.kind() && x.from().equals(o.from()) && x.to().equals(o.to()))
                .filter(x -> !x.agreed().isAfter(published))
                .toList();
        double sum = lane.stream().mapToDouble(Obligation::amount).sum();
        Told told = page.claim(o.kind(), o.from(), o.to()).billions(sum);
        return lane.size() > 1 ? told.relation(AmountRelation.Kind.RUNNING_TOTAL) : plain(page, o);
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
