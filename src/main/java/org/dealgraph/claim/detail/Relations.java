package org.dealgraph.claim.detail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.AmountRelation.Kind;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/** Links the claims of an article whose amounts stand to each other as part, addition, running total or replacement. */
final class Relations {

    private final Increments increments;
    private final List<Retold> choices;

    Relations(Increments increments, List<Retold> choices) {
        this.increments = increments;
        this.choices = choices;
    }

    /** The claims, same order, each with its relation. */
    List<Claim> linked(List<Claim> claims) {
        List<Claim> linked = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Optional<Increments.Told> told = told(choices.get(i));
            linked.add(told.isEmpty() ? claims.get(i) : with(claims, i, told.get()));
        }
        Set<String> replaced = linked.stream()
                .map(claim -> claim.standing().relation())
                .filter(relation -> relation.kind() == Kind.REPLACES && relation.of() != null)
                .map(AmountRelation::of)
                .collect(Collectors.toSet());
        linked.replaceAll(claim -> replaced.contains(claim.id()) ? asBackground(claim) : claim);
        return linked;
    }

    /** What an amount stands in place of was agreed before: it is no news of the article. */
    private static Claim asBackground(Claim c) {
        return copy(c, c.standing(), false);
    }

    private static Claim copy(Claim c, Claim.Standing standing, boolean core) {
        return new Claim(
                c.id(),
                c.article(),
                c.kind(),
                c.from(),
                c.to(),
                c.beneficiaries(),
                c.subject(),
                c.schedule(),
                standing,
                c.attribution(),
                core,
                c.evidence(),
                c.reading());
    }

    /** The words that tell the relation of an amount, or null where it is the whole. */
    @Nullable
    Cue words(Retold choice) {
        return told(choice).map(Increments.Told::cue).orElse(null);
    }

    private Optional<Increments.Told> told(Retold choice) {
        return choice.anchors().stream().flatMap(a -> increments.of(a).stream()).findFirst();
    }

    private Claim with(List<Claim> claims, int i, Increments.Told told) {
        Claim c = claims.get(i);
        Claim.Standing s = c.standing();
        Optional<String> named = named(claims, i, told);
        if (told.kind() == Kind.REPLACES && named.isEmpty()) {
            return c;
        }
        String of = named.orElseGet(() -> other(claims, i, told.kind()));
        return copy(
                c,
                new Claim.Standing(s.stage(), s.flags(), s.polarity(), new AmountRelation(told.kind(), of)),
                c.core());
    }

    /** The claim of the very amount that the words name, where it is one between the same sides. */
    private Optional<String> named(List<Claim> claims, int i, Increments.Told told) {
        Anchor base = told.other();
        for (int j = 0; base != null && j < claims.size(); j++) {
            if (j != i && same(i, j) && choices.get(j).anchors().contains(base)) {
                return Optional.of(claims.get(j).id());
            }
        }
        return Optional.empty();
    }

    /** The nearest claim of the same kind and parties that is larger for a part, smaller for a total, no addition itself for one. */
    private @Nullable String other(List<Claim> claims, int i, Kind kind) {
        String best = null;
        int nearest = Integer.MAX_VALUE;
        for (int j = 0; j < claims.size(); j++) {
            boolean candidate = j != i && same(i, j) && (kind != Kind.ADDITION || !isAddition(j));
            if (candidate && fits(claims.get(i), claims.get(j), kind) && Math.abs(i - j) < nearest) {
                nearest = Math.abs(i - j);
                best = claims.get(j).id();
            }
        }
        return best;
    }

    private boolean same(int i, int j) {
        return triple(i).equals(triple(j));
    }

    private String triple(int i) {
        Choice choice = choices.get(i).choice();
        return choice.candidate().triple();
    }

    private boolean isAddition(int j) {
        return told(choices.get(j)).filter(t -> t.kind() == Kind.ADDITION).isPresent();
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
