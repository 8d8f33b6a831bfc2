package org.dealgraph.claim.candidate;

import java.util.List;
import org.dealgraph.claim.lexicon.Shape;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/** What the words around an anchor say for one kind of claim, and which word governs it. */
final class Evidence {

    private static final double REACH = 6;
    private static final double VERB = 1.6;
    private static final int FAR = 30;
    private static final int FOLLOW = 16;
    private static final int HEAD_REACH = 4;

    private final ClaimKind kind;
    private final Places places;
    private final Scene scene;
    private final Anchor anchor;
    private final List<Trigger> triggers;
    private final double[] weights;
    private final int governing;
    private final Anchor root;
    private final Strict strict;

    Evidence(Scene scene, Anchor anchor, ClaimKind kind) {
        this(scene, anchor, root(scene, anchor), kind);
    }

    /** @param root the first amount of the anchor's list */
    Evidence(Scene scene, Anchor anchor, Anchor root, ClaimKind kind) {
        this.kind = kind;
        this.places = scene.places();
        this.scene = scene;
        this.anchor = anchor;
        this.triggers = scene.triggers().get(anchor.sentence());
        this.root = root;
        this.strict = Strict.of(scene, anchor, root, kind);
        this.weights = triggers.stream().mapToDouble(this::weight).toArray();
        this.governing = govern();
    }

    /** The word that most likely says what the anchor is the amount of, or null. */
    @Nullable
    Trigger governor() {
        return governing < 0 ? null : triggers.get(governing);
    }

    /** The index of that word, or -1. */
    int governing() {
        return governing;
    }

    /** Who must stand on which side, as the verb before the anchor says. */
    Strict strict() {
        return strict;
    }

    ClaimKind kind() {
        return kind;
    }

    List<Trigger> triggers() {
        return triggers;
    }

    /** How strongly the word at an index counts at the anchor. */
    double weight(int trigger) {
        return weights[trigger];
    }

    private double weight(Trigger t) {
        double shape = t.shape() == Shape.NOUN ? 1 : VERB;
        return shape * t.frame().weight(kind) / (1 + gap(t) / REACH + 0.7 * breaks(t));
    }

    /**
     * The first amount of a list that shares one verb: "is investing $100 billion in A, $5 billion in B and …". What stands
     * before the list governs every amount in it.
     */
    static Anchor root(Scene scene, Anchor anchor) {
        Anchor root = anchor;
        for (int i = anchor.index() - 1; i >= 0; i--) {
            Anchor before = scene.anchors().get(i);
            if (before.sentence() != anchor.sentence()) {
                break;
            }
            if (before.type() == anchor.type()) {
                if (scene.places().verbs(before.end(), root.first()) > 0) {
                    break;
                }
                root = before;
            }
        }
        return root;
    }

    private int gap(Trigger t) {
        return t.end() <= root.first()
                ? root.first() - t.end()
                : Places.gap(t.first(), t.end(), anchor.first(), anchor.end());
    }

    private double breaks(Trigger t) {
        return t.end() <= anchor.first()
                ? places.breaks(t.end(), t.end() <= root.first() ? root.first() : anchor.first())
                : t.first() >= anchor.end() ? places.breaks(anchor.end(), t.first()) : 0;
    }

    private int govern() {
        int best = -1;
        double most = 0;
        for (int i = 0; i < weights.length; i++) {
            Trigger t = triggers.get(i);
            boolean inside = anchor.measured() != null && t.first() < anchor.end() && t.end() > anchor.first();
            if (!inside && weights[i] > most) {
                most = weights[i];
                best = i;
            }
        }
        return best;
    }

    void write(double[] row, Totals totals) {
        set(row, Feature.BUILD, kind == ClaimKind.BUILD ? 1 : 0);
        head(row);
        side(row, true);
        side(row, false);
        Trigger governor = governor();
        if (governor != null) {
            set(row, Feature.GOVERNOR, weights[governing]);
            set(row, Feature.GOVERNOR_GAP, Math.min(FAR, gap(governor)));
            set(row, Feature.GOVERNOR_VERB, governor.shape() == Shape.NOUN ? 0 : 1);
            set(row, Feature.GOVERNOR_PASSIVE, governor.shape() == Shape.PASSIVE ? 1 : 0);
        } else {
            set(row, Feature.GOVERNOR_GAP, FAR);
        }
        boolean plain = !strict.givers().isEmpty() || !strict.receivers().isEmpty();
        set(row, Feature.PLAIN_SUBJECT, plain ? 1 : 0);
        set(row, Feature.FOLLOWED, followed());
        set(row, Feature.IN_SENTENCE, Math.min(3, totals.weight(anchor.sentence(), kind)));
        double rival = 0;
        for (Trigger t : triggers) {
            rival = Math.max(rival, rival(t) / (1 + gap(t) / REACH));
        }
        set(row, Feature.IN_SENTENCE_RIVAL, rival);
        set(
                row,
                Feature.SENTENCE_BEFORE,
                anchor.sentence() == 0 ? 0 : Math.min(3, totals.weight(anchor.sentence() - 1, kind)));
        set(row, Feature.TITLE_KIND, Math.min(2, Totals.sum(scene.titleTriggers(), kind)));
        set(row, Feature.DOCUMENT_KIND, totals.share(anchor.sentence(), kind));
    }

    /** How near behind the amount a noun of the kind follows, with no verb between: "$22bn in UK cloud infrastructure". */
    private double followed() {
        double most = 0;
        for (Trigger t : triggers) {
            boolean behind = t.shape() == Shape.NOUN && t.first() >= anchor.end() && t.first() - anchor.end() <= FOLLOW;
            if (behind && t.frame().weight(kind) > most && places.verbs(anchor.end(), t.first()) == 0) {
                most = Math.max(most, t.frame().weight(kind) / (1 + (t.first() - anchor.end()) / 10.0));
            }
        }
        return most;
    }

    /** The noun the amount belongs to: "a $38 billion contract", "$4 billion of equity". */
    private void head(double[] row) {
        for (Trigger t : triggers) {
            if (t.shape() == Shape.NOUN
                    && t.first() >= anchor.end()
                    && t.first() - anchor.end() <= HEAD_REACH
                    && breaks(t) == 0) {
                double near = 1.0 / (1 + 0.3 * (t.first() - anchor.end()));
                raise(row, Feature.HEAD, near * t.frame().weight(kind));
                raise(row, Feature.HEAD_RIVAL, near * rival(t));
            }
        }
    }

    private void side(double[] row, boolean left) {
        Trigger nearest = null;
        for (Trigger t : triggers) {
            boolean there = left ? t.end() <= anchor.first() : t.first() >= anchor.end();
            if (there && (nearest == null || gap(t) < gap(nearest))) {
                nearest = t;
            }
        }
        Feature gap = left ? Feature.LEFT_GAP : Feature.RIGHT_GAP;
        if (nearest == null) {
            set(row, gap, FAR);
            return;
        }
        set(row, gap, Math.min(FAR, gap(nearest) + 3.0 * breaks(nearest)));
        for (Trigger t : triggers) {
            if (t.first() == nearest.first()) {
                raise(row, left ? Feature.LEFT : Feature.RIGHT_SIDE, t.frame().weight(kind));
                raise(row, left ? Feature.LEFT_RIVAL : Feature.RIGHT_RIVAL, rival(t));
            }
        }
    }

    /** How strongly a word speaks of another kind. */
    private double rival(Trigger t) {
        double most = 0;
        for (ClaimKind other : anchor.type().kinds()) {
            if (other != kind) {
                most = Math.max(most, t.frame().weight(other));
            }
        }
        return most;
    }

    private static void set(double[] row, Feature f, double value) {
        row[f.ordinal()] = value;
    }

    private static void raise(double[] row, Feature f, double value) {
        row[f.ordinal()] = Math.max(row[f.ordinal()], value);
    }
}
