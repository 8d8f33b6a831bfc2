package org.dealgraph.claim.candidate;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.lexicon.Shape;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.Form;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/** Describes the candidates of one anchor by numbers. */
final class Description {

    private static final int MOST_TOGETHER = 5;

    private final Scene scene;
    private final Anchor anchor;
    private final List<Side> sides;
    private final double[] base;
    private final Map<ClaimKind, Evidence> evidence = new EnumMap<>(ClaimKind.class);
    private final Map<String, double[]> sideRows = new HashMap<>();
    private final Places places;

    Description(Scene scene, Anchor anchor, List<Side> sides) {
        this.scene = scene;
        this.anchor = anchor;
        this.sides = sides;
        this.places = new Places(scene.prose());
        this.base = new AnchorDescription(scene, anchor).row();
    }

    /** The row of one candidate. */
    double[] row(ClaimKind kind, Side from, @Nullable Side to) {
        Evidence e = evidence.computeIfAbsent(kind, k -> new Evidence(scene, anchor, places, k));
        double[] row = base.clone();
        e.write(row);
        double[] f = side(kind, e, from, false);
        System.arraycopy(f, Feature.FROM_HERE.ordinal(), row, Feature.FROM_HERE.ordinal(), WIDTH);
        if (to != null) {
            double[] t = side(kind, e, to, true);
            System.arraycopy(t, Feature.TO_HERE.ordinal(), row, Feature.TO_HERE.ordinal(), WIDTH);
        }
        pair(row, kind, from, to);
        if (to == null) {
            row[Feature.RECEIVER.ordinal()] = receiver(from);
            if (paysItself()) {
                ownSpending(row);
            }
        }
        return row;
    }

    /** Whether the amount is a valuation, revenue or another figure that is no deal. */
    boolean figure() {
        return base[Feature.FIGURE.ordinal()] > 0;
    }

    /** Whether an amount goes on from the figure before it: "revenue of $30 billion, compared with $9 billion". */
    boolean continues() {
        if (anchor.index() == 0) {
            return false;
        }
        Anchor before = scene.anchors().get(anchor.index() - 1);
        return before.sentence() == anchor.sentence()
                && before.type() == anchor.type()
                && anchor.first() - before.end() <= CONTINUED
                && places.verbs(before.end(), anchor.first()) == 0;
    }

    /** Who must stand on which side, as the verb before the anchor says. */
    Strict strict(ClaimKind kind) {
        return Strict.of(scene, anchor, places, kind);
    }

    /** Whether the word that governs the amount says only that two have a deal: "contract", "signed". */
    boolean mutual(ClaimKind kind) {
        Trigger governor = evidence.computeIfAbsent(kind, k -> new Evidence(scene, anchor, places, k))
                .governor();
        return governor != null && Strict.MUTUAL.contains(governor.frame().name());
    }

    /** What a company spends on itself is building, as plainly as if the words said so. */
    private static void ownSpending(double[] row) {
        row[Feature.HEAD.ordinal()] = 1;
        row[Feature.HEAD_RIVAL.ordinal()] = 0;
        row[Feature.FOLLOWED.ordinal()] = 1;
        row[Feature.LEFT.ordinal()] = 1;
        row[Feature.LEFT_RIVAL.ordinal()] = 0;
        row[Feature.GOVERNOR.ordinal()] = 1;
        row[Feature.RECEIVER.ordinal()] = 0;
    }

    /** Whether the one who spends is the one it is spent on: "Amazon is committing $100 billion to AWS infrastructure". */
    boolean paysItself() {
        if (anchor.type() != AnchorType.MONEY) {
            return false;
        }
        Evidence e = evidence.computeIfAbsent(ClaimKind.SPEND, k -> new Evidence(scene, anchor, places, k));
        Trigger governor = e.governor();
        boolean plain = governor != null
                && governor.shape() == Shape.ACTIVE
                && governor.end() <= anchor.first()
                && places.verbs(governor.end(), anchor.first()) == 0;
        if (governor == null || !plain) {
            return false;
        }
        List<Actor> here = scene.actors().get(anchor.sentence());
        for (Actor payer : here) {
            boolean subject = !payer.indirect()
                    && places.slot(payer, governor) == Slot.SUBJECT
                    && places.trust(payer, governor, here) == 1;
            if (subject && here.stream().anyMatch(a -> self(payer, a))) {
                return true;
            }
        }
        return false;
    }

    private boolean self(Actor payer, Actor paid) {
        Slot slot = places.preposition(paid.first());
        return paid.single()
                && paid.key().equals(payer.key())
                && paid.first() >= anchor.end()
                && paid.first() - anchor.end() <= SELF_REACH
                && (slot == Slot.TO || slot == Slot.ON || slot == Slot.INTO || slot == Slot.IN)
                && !paid.mention().form().equals(Form.PRONOUN);
    }

    /** How strongly the sentence makes somebody else the receiver of the amount: then nobody builds for himself. */
    private double receiver(Side builder) {
        double most = 0;
        for (ClaimKind kind : anchor.kinds()) {
            if (kind == ClaimKind.BUILD) {
                continue;
            }
            Evidence e = evidence.computeIfAbsent(kind, k -> new Evidence(scene, anchor, places, k));
            for (Side s : sides) {
                if (s.actor().sentence() == anchor.sentence() && builder.disjoint(s) && !s.whole()) {
                    most = Math.max(most, side(kind, e, s, true)[Feature.TO_FIT_ANY.ordinal()]);
                }
            }
        }
        return most;
    }

    private static final int SELF_REACH = 10;
    private static final int CONTINUED = 6;

    private static final int WIDTH = Feature.TO_HERE.ordinal() - Feature.FROM_HERE.ordinal();

    private double[] side(ClaimKind kind, Evidence e, Side side, boolean to) {
        return sideRows.computeIfAbsent(
                kind + (to ? ">" : "<") + side.key(),
                k -> new SideDescription(scene, anchor, places, sides).row(e, side, to));
    }

    private void pair(double[] row, ClaimKind kind, Side from, @Nullable Side to) {
        Set<OrganizationType> fromTypes = types(from);
        row[Feature.PRIOR.ordinal()] = Prior.of(kind, fromTypes, to == null ? Set.of() : types(to));
        row[Feature.FIT.ordinal()] =
                Math.max(0, row[Feature.FROM_FIT.ordinal()]) + Math.max(0, row[Feature.TO_FIT.ordinal()]);
        row[Feature.MISFIT.ordinal()] =
                Math.min(0, row[Feature.FROM_FIT.ordinal()]) + Math.min(0, row[Feature.TO_FIT.ordinal()]);
        boolean fromTitle = scene.titleKeys().containsAll(from.keys());
        boolean toTitle = to == null || scene.titleKeys().containsAll(to.keys());
        row[Feature.PAIR_IN_TITLE.ordinal()] = fromTitle && toTitle ? 1 : 0;
        int here = anchor.sentence();
        boolean fromHere = from.actor().sentence() == here;
        boolean toHere = to != null && to.actor().sentence() == here;
        row[Feature.PAIR_TOGETHER.ordinal()] = fromHere && (to == null || toHere) ? 1 : 0;
        row[Feature.FROM_FIRST.ordinal()] = to == null
                ? 0
                : Integer.signum(to.actor().first() - from.actor().first());
        row[Feature.PAIR_SENTENCES.ordinal()] = to == null ? 0 : sentences(from, to);
        row[Feature.OTHERS_IN_SENTENCE.ordinal()] = scene.actors().get(here).stream()
                .filter(a -> !a.indirect())
                .flatMap(a -> a.members().stream())
                .map(Actor.Member::key)
                .filter(k ->
                        !from.keys().contains(k) && (to == null || !to.keys().contains(k)))
                .distinct()
                .count();
    }

    private long sentences(Side from, Side to) {
        return scene.around(scene.actors(), anchor.sentence()).stream()
                .filter(list -> has(list, from) && has(list, to))
                .limit(MOST_TOGETHER)
                .count();
    }

    private static boolean has(List<Actor> actors, Side side) {
        return side.members().stream()
                .anyMatch(m -> actors.stream()
                        .anyMatch(
                                a -> a.members().stream().anyMatch(o -> o.key().equals(m.key()))));
    }

    private static Set<OrganizationType> types(Side side) {
        return side.members().getFirst().types();
    }
}
