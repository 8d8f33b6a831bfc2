package org.dealgraph.claim.candidate;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.claim.lexicon.Shape;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.Form;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/** Describes the candidates of one anchor by numbers: those of the anchor, of the kind, of each side, and of both sides together. */
final class Description {

    private static final int MOST_TOGETHER = 5;
    private static final int SELF_REACH = 10;
    private static final int CONTINUED = 6;

    private final Setting setting;
    private final Anchor anchor;
    private final double[] base;
    private final Map<ClaimKind, Evidence> evidence = new EnumMap<>(ClaimKind.class);
    private final Map<ClaimKind, double[]> kinds = new EnumMap<>(ClaimKind.class);
    private final Map<String, SideDescription> sides = new LinkedHashMap<>();
    private final boolean paysItself;

    Description(Setting setting, List<Side> sides) {
        this.setting = setting;
        this.anchor = setting.anchor();
        this.base = new AnchorDescription(setting).row();
        sides.forEach(s -> this.sides.put(s.key(), new SideDescription(setting, s)));
        this.paysItself = findsItself();
    }

    /** The row of one candidate. */
    double[] row(ClaimKind kind, SideDescription from, @Nullable SideDescription to) {
        Evidence e = evidence(kind);
        double[] row = kinds.computeIfAbsent(kind, this::kind).clone();
        System.arraycopy(
                from.row(e, false, sides.values()), 0, row, Feature.FROM_HERE.ordinal(), SideDescription.WIDTH);
        if (to != null) {
            System.arraycopy(to.row(e, true, sides.values()), 0, row, Feature.TO_HERE.ordinal(), SideDescription.WIDTH);
        }
        pair(row, kind, from, to);
        if (to == null) {
            row[Feature.RECEIVER.ordinal()] = receiver(from.side());
            if (paysItself) {
                ownSpending(row);
            }
        }
        return row;
    }

    /** What all candidates of a kind have in common. */
    private double[] kind(ClaimKind kind) {
        double[] row = base.clone();
        evidence(kind).write(row, setting.totals());
        Trigger governor = evidence(kind).governor();
        boolean mutual =
                governor != null && Strict.MUTUAL.contains(governor.frame().name());
        row[Feature.MUTUAL.ordinal()] = mutual && kind != ClaimKind.BUILD ? 1 : 0;
        return row;
    }

    Evidence evidence(ClaimKind kind) {
        return evidence.computeIfAbsent(kind, k -> new Evidence(setting.scene(), anchor, setting.root(), k));
    }

    /** What is said of a side. */
    SideDescription side(Side side) {
        SideDescription described = sides.get(side.key());
        if (described == null) {
            throw new IllegalArgumentException("could not describe a side that is not near: " + side.key());
        }
        return described;
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
        Anchor before = setting.scene().anchors().get(anchor.index() - 1);
        return before.sentence() == anchor.sentence()
                && before.type() == anchor.type()
                && anchor.first() - before.end() <= CONTINUED
                && setting.places().verbs(before.end(), anchor.first()) == 0;
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
        return paysItself;
    }

    private boolean findsItself() {
        if (anchor.type() != AnchorType.MONEY) {
            return false;
        }
        Evidence e = evidence(ClaimKind.SPEND);
        Trigger governor = e.governor();
        boolean plain = governor != null
                && governor.shape() == Shape.ACTIVE
                && governor.end() <= anchor.first()
                && setting.places().verbs(governor.end(), anchor.first()) == 0;
        List<Actor> here = setting.actors();
        for (int i = 0; plain && i < here.size(); i++) {
            Actor payer = here.get(i);
            if (!payer.indirect()
                    && setting.roles().subject(i, e.governing())
                    && here.stream().anyMatch(a -> self(payer, a))) {
                return true;
            }
        }
        return false;
    }

    private boolean self(Actor payer, Actor paid) {
        Slot slot = setting.places().preposition(paid.first());
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
            for (SideDescription s : sides.values()) {
                if (kind != ClaimKind.BUILD
                        && setting.here(s.side())
                        && builder.disjoint(s.side())
                        && !s.side().whole()) {
                    most = Math.max(most, s.support(evidence(kind), true));
                }
            }
        }
        return most;
    }

    private void pair(double[] row, ClaimKind kind, SideDescription from, @Nullable SideDescription to) {
        row[Feature.PRIOR.ordinal()] = Prior.of(kind, from.side(), to == null ? null : to.side());
        row[Feature.FIT.ordinal()] =
                Math.max(0, row[Feature.FROM_FIT.ordinal()]) + Math.max(0, row[Feature.TO_FIT.ordinal()]);
        row[Feature.MISFIT.ordinal()] =
                Math.min(0, row[Feature.FROM_FIT.ordinal()]) + Math.min(0, row[Feature.TO_FIT.ordinal()]);
        row[Feature.PAIR_IN_TITLE.ordinal()] = from.titled() && (to == null || to.titled()) ? 1 : 0;
        boolean here = setting.here(from.side()) && (to == null || setting.here(to.side()));
        row[Feature.PAIR_TOGETHER.ordinal()] = here ? 1 : 0;
        row[Feature.OTHERS_IN_SENTENCE.ordinal()] = setting.others(from.side(), to == null ? from.side() : to.side());
        if (to != null) {
            row[Feature.FROM_FIRST.ordinal()] = Integer.signum(
                    to.side().actor().first() - from.side().actor().first());
            row[Feature.PAIR_SENTENCES.ordinal()] = together(from.sentences(), to.sentences());
        }
    }

    /** How many sentences name both sides. */
    private static int together(BitSet a, BitSet b) {
        int together = 0;
        for (int i = a.nextSetBit(0); i >= 0 && together < MOST_TOGETHER; i = a.nextSetBit(i + 1)) {
            together += b.get(i) ? 1 : 0;
        }
        return together;
    }
}
