package org.dealgraph.claim.detail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.AmountRelation.Kind;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/** Tells whether an amount is the whole, a part, an addition or a running total, and of which other claim. */
final class Relations {

    private static final int NEAR = 6;

    private final Scene scene;
    private final List<Choice> choices;

    Relations(Scene scene, List<Choice> choices) {
        this.scene = scene;
        this.choices = choices;
    }

    /** The claims, same order, each with its relation. */
    List<Claim> linked(List<Claim> claims) {
        List<Claim> linked = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Kind kind = kind(choices.get(i).candidate().anchor());
            linked.add(kind == Kind.WHOLE ? claims.get(i) : with(claims, i, kind));
        }
        return linked;
    }

    private Kind kind(Anchor a) {
        if (!a.type().numbered()) {
            return Kind.WHOLE;
        }
        if (near(a, "total")) {
            return Kind.RUNNING_TOTAL;
        }
        if (near(a, "addition")) {
            return Kind.ADDITION;
        }
        return near(a, "part") ? Kind.PART : Kind.WHOLE;
    }

    private boolean near(Anchor a, String name) {
        return cue(a, name).isPresent();
    }

    private Optional<Cue> cue(Anchor a, String name) {
        return scene.cues().get(a.sentence()).stream()
                .filter(c -> c.name().equals(name))
                .filter(c -> (c.end() <= a.first() ? a.first() - c.end() : Math.max(0, c.first() - a.end())) <= NEAR)
                .findFirst();
    }

    /** The words that tell the relation of an amount, or null where it is the whole. */
    @Nullable
    String words(Anchor a) {
        return switch (kind(a)) {
            case RUNNING_TOTAL -> words(a, "total");
            case ADDITION -> words(a, "addition");
            case PART -> words(a, "part");
            default -> null;
        };
    }

    private @Nullable String words(Anchor a, String name) {
        return cue(a, name)
                .map(c -> scene.prose()
                        .span(c.first(), c.end() - 1)
                        .in(scene.prose().text()))
                .orElse(null);
    }

    private Claim with(List<Claim> claims, int i, Kind kind) {
        Claim c = claims.get(i);
        Claim.Standing s = c.standing();
        String of = other(claims, i, kind);
        return new Claim(
                c.id(),
                c.article(),
                c.kind(),
                c.from(),
                c.to(),
                c.beneficiaries(),
                c.subject(),
                c.schedule(),
                new Claim.Standing(s.stage(), s.flags(), s.polarity(), new AmountRelation(kind, of)),
                c.attribution(),
                c.core(),
                c.evidence(),
                c.reading());
    }

    /** The nearest claim of the same kind and parties that is larger for a part, smaller for a total, any for an addition. */
    private @Nullable String other(List<Claim> claims, int i, Kind kind) {
        String best = null;
        int nearest = Integer.MAX_VALUE;
        for (int j = 0; j < claims.size(); j++) {
            boolean same = j != i
                    && choices.get(j)
                            .candidate()
                            .triple()
                            .equals(choices.get(i).candidate().triple());
            if (same && fits(claims.get(i), claims.get(j), kind) && Math.abs(i - j) < nearest) {
                nearest = Math.abs(i - j);
                best = claims.get(j).id();
            }
        }
        return best;
    }

    private static boolean fits(Claim a, Claim b, Kind kind) {
        BigDecimal x = value(a);
        BigDecimal y = value(b);
        if (x == null
                || y == null
                || (a.subject().money() == null) != (b.subject().money() == null)) {
            return false;
        }
        return switch (kind) {
            case PART -> y.compareTo(x) > 0;
            case RUNNING_TOTAL -> y.compareTo(x) < 0;
            default -> true;
        };
    }

    private static @Nullable BigDecimal value(Claim c) {
        return c.subject().quantity().map(Interval::value).orElse(null);
    }
}
