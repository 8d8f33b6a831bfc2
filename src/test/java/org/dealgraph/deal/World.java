package org.dealgraph.deal;

import static org.dealgraph.deal.Told.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.dealgraph.model.Flag;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;

/**
 * A small world that knows what is owed, and articles that tell of it: rounded, hedged, late, undated, by a subsidiary's
 * name, misreported, turned round, summed up, in tranches, of one member of a round alone, with the wrong length, denied;
 * letters of intent are replaced, and some obligations end. Its organizations go by the registry's ids: a subsidiary that
 * the registry does not know would stand for a stranger, whose purchase is owed besides.
 */
public final class World {

    private static final List<String> BUYERS = List.of("openai", "anthropic", "meta", "mistral-ai");
    private static final List<String> SELLERS =
            List.of("amazon", "microsoft", "google", "oracle", "coreweave", "nvidia");
    private static final Map<String, List<String>> NAMES = Map.of(
            "amazon", List.of("amazon", "aws"),
            "microsoft", List.of("microsoft", "microsoft-azure"),
            "google", List.of("google", "google-cloud"));
    private static final double[] FIGURES = {38, 100, 5, 20, 11.9, 22.4, 250, 300, 6.5, 17.4, 30, 1.4, 64, 9.7};
    private static final long JUST_NOW = 10;

    /** What becomes of an obligation. */
    private enum Fate {
        STANDS,
        ENDS,
        REPLACED
    }

    /**
     * What is owed.
     *
     * @param tranches what of it is told apart, smaller than the whole together
     */
    private record Obligation(
            ClaimKind kind,
            String from,
            String to,
            double amount,
            LocalDate agreed,
            boolean addition,
            Fate fate,
            List<Double> tranches) {

        boolean joint() {
            return from.contains("+");
        }

        LocalDate over() {
            return agreed.plusDays(75);
        }
    }

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
            ClaimKind kind = pick(
                    List.of(ClaimKind.SPEND, ClaimKind.SPEND, ClaimKind.INVEST, ClaimKind.INVEST, ClaimKind.CAPACITY));
            String buyer = sameDay ? last : pick(BUYERS);
            last = buyer;
            String seller = pick(SELLERS);
            double amount = FIGURES[random.nextInt(FIGURES.length)];
            String lane = kind + buyer + seller;
            boolean repeated = taken.putIfAbsent(lane + amount, amount) != null;
            boolean addition = taken.containsKey(lane);
            if (!repeated) {
                taken.put(lane, amount);
                add(kind, buyer, seller, amount, agreed, addition);
            }
        }
    }

    private void add(ClaimKind kind, String buyer, String seller, double amount, LocalDate agreed, boolean addition) {
        boolean spends = kind == ClaimKind.SPEND;
        boolean alone =
                !addition && obligations.stream().noneMatch(o -> o.from().contains(seller) && o.to().equals(buyer));
        String investor = kind == ClaimKind.INVEST && alone && random.nextInt(4) == 0 ? joined(seller) : seller;
        Fate fate = alone && !investor.contains("+") && random.nextInt(5) == 0
                ? kind == ClaimKind.INVEST ? Fate.REPLACED : Fate.ENDS
                : Fate.STANDS;
        boolean tranches = alone && fate == Fate.STANDS && amount >= 20 && random.nextInt(4) == 0;
        obligations.add(new Obligation(
                kind,
                spends ? buyer : investor,
                spends ? seller : buyer,
                amount,
                agreed,
                addition,
                fate,
                tranches ? List.of(amount * 0.3, amount * 0.45) : List.of()));
    }

    /** A round of two that nobody else of the world is in. */
    private static String joined(String seller) {
        return seller + "+" + (seller.compareTo("softbank") < 0 ? "softbank" : "mgx");
    }

    /** What is truly owed, by category, at the figures stated: neither what ended nor what something smaller replaced. */
    public Map<Category, Double> owed() {
        Map<Category, Double> owed = new LinkedHashMap<>();
        for (Obligation o : obligations) {
            double amount = switch (o.fate()) {
                case STANDS -> o.amount();
                case ENDS -> 0;
                case REPLACED -> replacement(o);
            };
            Category category = o.kind() == ClaimKind.CAPACITY
                    ? new Category(o.kind(), "COMPUTE", "MW")
                    : new Category(o.kind(), "", "USD");
            owed.merge(category, amount * (o.kind() == ClaimKind.CAPACITY ? 10 : 1e9), Double::sum);
        }
        return owed;
    }

    /** An odd figure, so that it is no other obligation's. */
    private static double replacement(Obligation o) {
        return o.amount() * 0.31;
    }

    /** Everybody a world can name. */
    static Set<String> organizations() {
        Set<String> all = new LinkedHashSet<>(BUYERS);
        all.addAll(SELLERS);
        NAMES.values().forEach(all::addAll);
        return all;
    }

    String list() {
        return obligations.toString();
    }

    /** An announcement of each obligation and of what became of it, as it is, and that many other articles. */
    public List<SourcedClaim> articles(int many) {
        List<SourcedClaim> claims = new ArrayList<>();
        for (Obligation o : obligations) {
            Told.Page page = in("announcement-" + o, o.agreed().toString());
            Told told = amount(page, o, o.from(), o.to(), o.amount())
                    .voice(Attribution.Voice.PARTY)
                    .tier(Tier.COMPANY);
            if (o.fate() == Fate.REPLACED) {
                told.stage(Stage.LETTER_OF_INTENT);
            }
            claims.add(told.relation(o.addition() ? AmountRelation.Kind.ADDITION : AmountRelation.Kind.WHOLE)
                    .claim());
            claims.addAll(outcome(o));
        }
        for (int i = 0; i < many; i++) {
            claims.addAll(article(i));
        }
        return claims;
    }

    private static List<SourcedClaim> outcome(Obligation o) {
        Told.Page page = in("outcome-" + o, o.over().toString());
        Told end = amount(page, o, o.from(), o.to(), o.amount()).voice(Attribution.Voice.PARTY);
        return switch (o.fate()) {
            case STANDS -> List.of();
            case ENDS -> List.of(end.ends(Stage.CANCELLED).claim());
            case REPLACED ->
                List.of(
                        end.ends(Stage.REPLACED).claim(),
                        page.invest(o.from(), o.to(), replacement(o))
                                .voice(Attribution.Voice.PARTY)
                                .claim());
        };
    }

    private static Told amount(Told.Page page, Obligation o, String from, String to, double amount) {
        Told told = page.claim(o.kind(), from, to);
        return o.kind() == ClaimKind.CAPACITY
                ? told.megawatts(Math.rint(amount * 10_000) / 1_000)
                : told.billions(amount);
    }

    private List<SourcedClaim> article(int number) {
        Set<Obligation> facts = new LinkedHashSet<>();
        for (int j = random.nextInt(3); j >= 0; j--) {
            facts.add(obligations.get(random.nextInt(obligations.size())));
        }
        LocalDate news =
                facts.stream().map(Obligation::agreed).max(LocalDate::compareTo).orElseThrow();
        LocalDate published = news.plusDays(random.nextInt(40));
        Told.Page page = in("article-" + number, published.toString());
        List<SourcedClaim> claims = new ArrayList<>();
        for (Obligation fact : facts) {
            tell(page, fact).forEach(told -> claims.add(sourced(told).claim()));
        }
        return claims;
    }

    private Told sourced(Told told) {
        told.tier(Tier.values()[random.nextInt(Tier.values().length)]);
        if (random.nextInt(3) == 0) {
            told.source("agency-" + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            told.confidence(0.3);
        }
        return told;
    }

    private List<Told> tell(Told.Page page, Obligation o) {
        boolean news = !o.agreed().plusDays(40).isBefore(page.date());
        if (random.nextInt(12) == 0) {
            return List.of(runningTotal(page, o));
        }
        if (!o.tranches().isEmpty() && random.nextInt(3) == 0) {
            return tranches(page, o);
        }
        if (news && o.kind() == ClaimKind.SPEND && random.nextInt(10) == 0) {
            return List.of(page.spend(o.to(), o.from(), o.amount()));
        }
        if (news && o.kind() == ClaimKind.SPEND && random.nextInt(12) == 0) {
            return List.of(page.build(o.to(), o.amount()).forWhom(o.from()));
        }
        if (news && o.kind() == ClaimKind.SPEND && random.nextInt(12) == 0) {
            return List.of(page.spend(o.from(), o.to(), o.amount())
                    .voice(Attribution.Voice.UNNAMED_SOURCES)
                    .stage(Stage.TALKS));
        }
        if (news && random.nextInt(15) == 0) {
            return List.of(amount(page, o, o.from(), o.to(), o.amount()).denied());
        }
        return List.of(plain(page, o, news));
    }

    /** The whole with its parts, as "of which". */
    private List<Told> tranches(Told.Page page, Obligation o) {
        List<Told> told = new ArrayList<>(List.of(amount(page, o, o.from(), o.to(), o.amount())));
        o.tranches()
                .forEach(
                        part -> told.add(amount(page, o, o.from(), o.to(), part).relation(AmountRelation.Kind.PART)));
        if (o.agreed().plusDays(40).isBefore(page.date())) {
            told.forEach(Told::background);
        }
        return told;
    }

    private Told plain(Told.Page page, Obligation o, boolean news) {
        boolean fresh = news && !o.agreed().plusDays(JUST_NOW).isBefore(page.date());
        if (fresh && !o.joint() && !o.addition() && o.tranches().isEmpty() && random.nextInt(12) == 0) {
            return amount(page, o, o.from(), o.to(), Math.rint(o.amount() * 106) / 100);
        }
        String from = !o.joint() ? named(o.from()) : fresh ? member(o) : o.from();
        Told told = amount(page, o, from, named(o.to()), figure(o));
        switch (random.nextInt(6)) {
            case 0 -> told.atLeast();
            case 1 -> told.about();
            case 2 -> told.upTo();
            default -> {}
        }
        if (!news) {
            told.background();
        } else if (random.nextInt(3) == 0) {
            told.agreed(o.agreed().toString());
        } else if (random.nextInt(3) == 0) {
            told.background();
        }
        if (o.addition() && random.nextInt(3) == 0) {
            told.relation(AmountRelation.Kind.ADDITION);
        }
        if (random.nextInt(12) == 0) {
            return told.assumedDate().background();
        }
        if (fresh && random.nextInt(4) == 0) {
            told.years(3 + random.nextInt(8));
        }
        if (random.nextInt(8) == 0) {
            told.flag(pick(List.of(Flag.values())));
        }
        return told;
    }

    /** A round of several told of one of them alone. */
    private String member(Obligation o) {
        return o.joint() && random.nextInt(4) == 0 ? pick(Arrays.asList(o.from().split("\\+"))) : o.from();
    }

    private String named(String organization) {
        return pick(NAMES.getOrDefault(organization, List.of(organization)));
    }

    /** Now and then rounded to whole billions. */
    private double figure(Obligation o) {
        boolean rounds = Math.abs(Math.rint(o.amount()) - o.amount()) <= 0.025 * o.amount();
        return rounds && !o.joint() && random.nextInt(6) == 0 ? Math.rint(o.amount()) : o.amount();
    }

    /** The sum of everything of the sort that had been agreed by then. */
    private Told runningTotal(Told.Page page, Obligation o) {
        List<Obligation> lane = obligations.stream()
                .filter(x -> x.kind() == o.kind() && x.from().equals(o.from()) && x.to().equals(o.to()))
                .filter(x -> !x.agreed().isAfter(page.date()))
                .toList();
        double sum = lane.stream().mapToDouble(Obligation::amount).sum();
        boolean whole = lane.stream().allMatch(x -> x.fate() == Fate.STANDS);
        return lane.size() > 1 && whole
                ? amount(page, o, o.from(), o.to(), sum).relation(AmountRelation.Kind.RUNNING_TOTAL)
                : plain(page, o, !o.agreed().plusDays(40).isBefore(page.date()));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
