package org.dealgraph.claim.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.dealgraph.model.ClaimKind;

/**
 * When a read claim is right: kind, both sides and the quantity agree with one gold claim, and each gold claim is used
 * once. The quantity is the money within one per cent, else the power, else the units, else the product or the right.
 */
public final class Agreement {

    private static final double TOLERANCE = 0.01;

    private Agreement() {}

    /** Pairs of read and gold claims, and the gold claims that are left. */
    public record Matching(List<Pair> pairs, List<CorpusClaim> missed, List<CorpusClaim> falseAlarms) {}

    /** A read claim and the gold claim it agrees with. */
    public record Pair(CorpusClaim read, CorpusClaim gold) {}

    /** Matches claims of one document, in their order. */
    public static Matching match(List<CorpusClaim> read, List<CorpusClaim> gold) {
        return match(read, gold, Agreement::right);
    }

    static Matching match(List<CorpusClaim> read, List<CorpusClaim> gold, BiPredicate<CorpusClaim, CorpusClaim> test) {
        List<CorpusClaim> left = new ArrayList<>(gold);
        List<Pair> pairs = new ArrayList<>();
        List<CorpusClaim> wrong = new ArrayList<>();
        for (CorpusClaim r : read) {
            left.stream()
                    .filter(g -> test.test(r, g))
                    .findFirst()
                    .ifPresentOrElse(
                            g -> {
                                left.remove(g);
                                pairs.add(new Pair(r, g));
                            },
                            () -> wrong.add(r));
        }
        return new Matching(pairs, left, wrong);
    }

    /** Whether a read claim says what a gold claim says. */
    public static boolean right(CorpusClaim read, CorpusClaim gold) {
        return sameParties(read, gold) && sameQuantity(read, gold);
    }

    /** Whether kind and both sides agree, whatever the quantity. */
    static boolean sameParties(CorpusClaim read, CorpusClaim gold) {
        return read.kind() == gold.kind()
                && CorpusNames.agree(read.from(), gold.from())
                && (gold.kind() == ClaimKind.BUILD || CorpusNames.agree(read.to(), gold.to()));
    }

    /** Whether the same companies stand on whichever side, with the same quantity. */
    static boolean undirected(CorpusClaim read, CorpusClaim gold) {
        return CorpusNames.sameParty(all(read), all(gold)) && sameQuantity(read, gold);
    }

    private static Set<String> all(CorpusClaim c) {
        Set<String> all = new HashSet<>(CorpusNames.party(c.from()));
        all.addAll(CorpusNames.party(c.to()));
        return all;
    }

    /** Whether the quantities agree; a share count where the annotator gave none is no fault. */
    static boolean sameQuantity(CorpusClaim read, CorpusClaim gold) {
        if (read.money() != null) {
            return gold.money() != null
                    && read.money().currency().equals(gold.money().currency())
                    && close(read.money().amount(), gold.money().amount());
        }
        if (read.power() != null) {
            return gold.money() == null
                    && gold.power() != null
                    && close(read.power().value(), gold.power().value());
        }
        if (read.units() != null) {
            return gold.units() != null && gold.money() == null && gold.power() == null
                    ? close(read.units().value(), gold.units().value())
                    : !gold.numbered() && gold.kind() != ClaimKind.SUPPLY && gold.kind() != ClaimKind.RIGHT;
        }
        if (gold.numbered()) {
            return false;
        }
        return switch (gold.kind()) {
            case SUPPLY -> sameProduct(squash(read.product()), squash(gold.product()));
            case RIGHT ->
                Objects.requireNonNullElse(read.right(), "OTHER")
                        .equals(Objects.requireNonNullElse(gold.right(), "OTHER"));
            default -> read.kind() != ClaimKind.SUPPLY && read.kind() != ClaimKind.RIGHT;
        };
    }

    private static boolean sameProduct(String a, String b) {
        return a.equals(b) || (!a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a)));
    }

    private static String squash(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static boolean close(BigDecimal a, BigDecimal b) {
        double x = a.doubleValue();
        double y = b.doubleValue();
        return Math.abs(x - y) <= TOLERANCE * Math.max(x, y);
    }
}
