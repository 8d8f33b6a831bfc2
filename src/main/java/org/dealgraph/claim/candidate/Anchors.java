package org.dealgraph.claim.candidate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.lexicon.Shape;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.claim.mention.MentionSet;
import org.dealgraph.claim.mention.Part;
import org.dealgraph.claim.quantity.BareNumber;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.claim.quantity.MoneyAmount;
import org.dealgraph.claim.quantity.PowerAmount;
import org.dealgraph.claim.quantity.UnitCount;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Right;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/** Finds what claims can hang on: quantities, products, words of rights, holdings and takeovers. */
final class Anchors {

    private static final int MOST = 400;
    private static final int COUNTED = 400;
    private static final BigDecimal SHARES = BigDecimal.valueOf(100_000);
    private static final BigDecimal FEW = BigDecimal.valueOf(100);
    private static final BigDecimal SMALL_SUM = BigDecimal.valueOf(2_000_000);
    private static final BigDecimal SMALL_COUNT = BigDecimal.valueOf(500);
    private static final Set<String> SHARE_NOUNS = Set.of("shares", "share", "stock", "warrants", "warrant", "stocks");
    private static final Set<String> HOLDINGS =
            Set.of("stake", "hold", "belong", "holder", "warrant", "back", "invest", "investment");

    private final MentionSet mentions;
    private final Prose prose;
    private final List<Anchor> anchors = new ArrayList<>();
    private int lastCount = -COUNTED;
    private final Set<Integer> taken = new HashSet<>();

    private Anchors(MentionSet mentions) {
        this.mentions = mentions;
        this.prose = mentions.text();
    }

    static List<Anchor> of(MentionSet mentions, List<Measured> measured, List<Trigger> triggers) {
        Anchors a = new Anchors(mentions);
        measured.forEach(a::quantity);
        a.products();
        triggers.forEach(a::word);
        List<Anchor> sorted = a.anchors.stream()
                .sorted(Comparator.comparingInt(Anchor::first).thenComparing(Anchor::type))
                .limit(MOST)
                .collect(Collectors.toCollection(ArrayList::new));
        sorted.removeIf(word -> amountNear(word, sorted));
        List<Anchor> numbered = new ArrayList<>();
        for (Anchor s : sorted) {
            numbered.add(new Anchor(
                    numbered.size(),
                    s.type(),
                    s.span(),
                    s.first(),
                    s.end(),
                    s.sentence(),
                    s.measured(),
                    s.product(),
                    s.right(),
                    s.kinds()));
        }
        return numbered;
    }

    private void quantity(Measured m) {
        switch (m) {
            case MoneyAmount money -> {
                if (!money.vague() && money.money().amount().value().compareTo(SMALL_SUM) < 0) {
                    return;
                }
                if (money.vague()) {
                    add(AnchorType.HINT, m.span(), null, null, null, List.of(ClaimKind.SPEND, ClaimKind.INVEST));
                } else {
                    add(AnchorType.MONEY, m.span(), m, null, null, AnchorType.MONEY.kinds());
                }
            }
            case PowerAmount power -> {
                if (power.vague()) {
                    add(AnchorType.HINT, m.span(), null, null, null, List.of(ClaimKind.CAPACITY));
                } else {
                    add(AnchorType.POWER, m.span(), m, null, null, AnchorType.POWER.kinds());
                }
            }
            case UnitCount units -> units(units);
            case BareNumber bare -> {
                boolean round = bare.number().value().compareTo(SMALL_COUNT) >= 0
                        && bare.number()
                                        .value()
                                        .remainder(BigDecimal.valueOf(50))
                                        .signum()
                                == 0;
                if (round && !hedged(m.span()) && counted(m.span().start())) {
                    add(AnchorType.UNITS, m.span(), m, null, null, AnchorType.UNITS.kinds());
                }
            }
            default -> {}
        }
    }

    /** Whether something was counted shortly before, so that a bare number can be more of it. */
    private boolean counted(int at) {
        return at - lastCount < COUNTED;
    }

    private void units(UnitCount units) {
        if (SHARE_NOUNS.contains(units.noun())) {
            if (units.count().value().compareTo(SHARES) >= 0) {
                add(AnchorType.UNITS, units.span(), units, null, null, List.of(ClaimKind.INVEST));
            }
            return;
        }
        if (hedged(units.span())) {
            return;
        }
        String product = product(units);
        if (product != null && units.count().value().compareTo(FEW) < 0) {
            return;
        }
        lastCount = units.span().end();
        add(
                AnchorType.UNITS,
                units.span(),
                units,
                product == null ? units.noun() : product,
                null,
                AnchorType.UNITS.kinds());
    }

    /** "hundreds of thousands of": an order of magnitude, no count. */
    private boolean hedged(Span span) {
        String words = span.in(prose.text()).toLowerCase(java.util.Locale.ROOT);
        return words.contains("s of ") || words.startsWith("millions") || words.startsWith("thousands");
    }

    /** The product a count counts: the mention inside or just beside its words. */
    private @Nullable String product(UnitCount units) {
        Span near = new Span(
                units.span().start(),
                Math.min(prose.text().length(), units.span().end() + 1));
        String found = null;
        for (Mention m : mentions.in(Part.TEXT, near)) {
            if (Actors.kind(m, KnownName.Kind.PRODUCT)) {
                found = name(m);
                taken.add(m.index());
            }
        }
        return found;
    }

    private void products() {
        for (Mention m : mentions.mentions()) {
            if (m.part() == Part.TEXT && Actors.kind(m, KnownName.Kind.PRODUCT) && !taken.contains(m.index())) {
                add(AnchorType.PRODUCT, m.span(), null, name(m), null, AnchorType.PRODUCT.kinds());
            }
        }
    }

    private static String name(Mention m) {
        String id = m.reference().id();
        return id == null ? m.reference().name() : id;
    }

    private void word(Trigger t) {
        Span span = prose.span(t.first(), t.end() - 1);
        Right right = right(t);
        if (right != null) {
            add(AnchorType.RIGHT, span, null, null, right, AnchorType.RIGHT.kinds());
        } else if (HOLDINGS.contains(t.frame().name())) {
            add(AnchorType.HOLDING, span, null, null, null, AnchorType.HOLDING.kinds());
        } else if (t.frame().weight(ClaimKind.ACQUIRE) == 1
                || (t.shape() != Shape.NOUN && says(span, "bought", "buys", "buy", "buying"))) {
            add(AnchorType.TAKEOVER, span, null, null, null, AnchorType.TAKEOVER.kinds());
        }
    }

    /** A holding or takeover whose amount stands beside it hangs on the amount. */
    private static boolean amountNear(Anchor word, List<Anchor> anchors) {
        if (word.type() != AnchorType.HOLDING && word.type() != AnchorType.TAKEOVER) {
            return false;
        }
        return anchors.stream()
                .filter(o -> o.type() == AnchorType.MONEY && o.sentence() == word.sentence())
                .anyMatch(o -> Places.gap(o.first(), o.end(), word.first(), word.end()) <= 5);
    }

    private boolean says(Span span, String... words) {
        return List.of(words).contains(span.in(prose.text()).toLowerCase(java.util.Locale.ROOT));
    }

    private @Nullable Right right(Trigger t) {
        return switch (t.frame().name()) {
            case "primary provider" ->
                prose.span(t.first(), t.end() - 1).in(prose.text()).contains("referred")
                                && !prose.span(t.first(), t.end() - 1)
                                        .in(prose.text())
                                        .contains("cloud")
                        ? Right.OTHER
                        : Right.PRIMARY_PROVIDER;
            case "exclusive" -> Right.EXCLUSIVE_DISTRIBUTION;
            case "distribute" -> Right.DISTRIBUTION;
            case "licence", "license" -> Right.IP_LICENSE;
            case "first refusal" -> Right.FIRST_REFUSAL;
            default -> null;
        };
    }

    private void add(
            AnchorType type,
            Span span,
            @Nullable Measured measured,
            @Nullable String product,
            @Nullable Right right,
            List<ClaimKind> kinds) {
        int first = prose.tokenAt(span.start());
        int end = first;
        while (end < prose.size() && prose.token(end).start() < span.end()) {
            end++;
        }
        int sentence = prose.sentenceAt(span.start()).map(Sentence::index).orElse(0);
        anchors.add(
                new Anchor(0, type, span, first, Math.max(end, first + 1), sentence, measured, product, right, kinds));
    }
}
