package org.dealgraph.claim.candidate;

import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.mention.Form;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.OrganizationType;

/**
 * What can be said of one side of an anchor: where it stands, how it is named, what it is, and for each kind of claim how
 * well it fits. Its numbers are those of the giving side, counted from the first of them; the other side has the same.
 */
final class SideDescription {

    /** How many numbers a side has. */
    static final int WIDTH = Feature.TO_HERE.ordinal() - Feature.FROM_HERE.ordinal();

    private static final int FAR = 40;

    private static final Map<OrganizationType, Feature> TYPES = Map.ofEntries(
            Map.entry(OrganizationType.LAB, Feature.FROM_LAB),
            Map.entry(OrganizationType.HYPERSCALER, Feature.FROM_HYPERSCALER),
            Map.entry(OrganizationType.NEOCLOUD, Feature.FROM_NEOCLOUD),
            Map.entry(OrganizationType.LANDLORD, Feature.FROM_NEOCLOUD),
            Map.entry(OrganizationType.CHIP_VENDOR, Feature.FROM_CHIPS),
            Map.entry(OrganizationType.FOUNDRY, Feature.FROM_CHIPS),
            Map.entry(OrganizationType.MEMORY_VENDOR, Feature.FROM_CHIPS),
            Map.entry(OrganizationType.EQUIPMENT_VENDOR, Feature.FROM_CHIPS),
            Map.entry(OrganizationType.NETWORK_VENDOR, Feature.FROM_CHIPS),
            Map.entry(OrganizationType.INTEGRATOR, Feature.FROM_CHIPS),
            Map.entry(OrganizationType.POWER_PRODUCER, Feature.FROM_POWER),
            Map.entry(OrganizationType.UTILITY, Feature.FROM_POWER),
            Map.entry(OrganizationType.POWER_EQUIPMENT, Feature.FROM_POWER),
            Map.entry(OrganizationType.INVESTOR, Feature.FROM_INVESTOR),
            Map.entry(OrganizationType.BANK, Feature.FROM_INVESTOR),
            Map.entry(OrganizationType.GOVERNMENT, Feature.FROM_GOVERNMENT),
            Map.entry(OrganizationType.VENTURE, Feature.FROM_VENTURE));

    private final Setting setting;
    private final Side side;
    private final double[] row = new double[WIDTH];
    private final Map<ClaimKind, double[]> giving = new EnumMap<>(ClaimKind.class);
    private final Map<ClaimKind, double[]> receiving = new EnumMap<>(ClaimKind.class);
    private final Fit given;
    private final Fit received;
    private final BitSet sentences;
    private final boolean titled;

    SideDescription(Setting setting, Side side) {
        this.setting = setting;
        this.side = side;
        int[] mentions = setting.roles().of(side.keys());
        this.given = new Fit(setting, mentions, false);
        this.received = new Fit(setting, mentions, true);
        this.sentences = setting.totals().near(side, setting.anchor().sentence());
        this.titled = setting.scene().titleKeys().containsAll(side.keys());
        describe();
    }

    Side side() {
        return side;
    }

    /** Whether the title names it. */
    boolean titled() {
        return titled;
    }

    /** Which of the sentences around name a member of it, counted from the first of them. */
    BitSet sentences() {
        return sentences;
    }

    /** Whether it stands behind or before other amounts and does not hang on this one. */
    boolean apart() {
        return get(row, Feature.FROM_AMOUNTS_BETWEEN) > 0 && get(row, Feature.FROM_ATTACHED) <= 0;
    }

    /** Whether it makes the product that the anchor names, or one named beside it. */
    boolean maker() {
        return get(row, Feature.FROM_MAKER) > 0;
    }

    /** How well the words of a kind support it as this side. */
    double support(Evidence evidence, boolean to) {
        return (to ? received : given).support(evidence);
    }

    /** Its numbers for a kind of claim. */
    double[] row(Evidence evidence, boolean to, Iterable<SideDescription> all) {
        return (to ? receiving : giving).computeIfAbsent(evidence.kind(), k -> {
            double[] full = row.clone();
            if (setting.here(side)) {
                fit(full, evidence, to, all);
            }
            Strict strict = evidence.strict();
            set(full, Feature.FROM_STRICT, to ? strict.ofReceiver(side) : strict.ofGiver(side));
            return full;
        });
    }

    private void fit(double[] full, Evidence evidence, boolean to, Iterable<SideDescription> all) {
        (to ? received : given).write(full, evidence);
        double mine = support(evidence, to);
        double others = 0;
        for (SideDescription other : all) {
            if (other != this && !other.side.whole() && side.disjoint(other.side)) {
                others = Math.max(others, other.support(evidence, to));
            }
        }
        set(full, Feature.FROM_FIT_ANY, mine);
        set(full, Feature.FROM_LEAD, mine - others);
    }

    private void describe() {
        Actor actor = side.actor();
        boolean here = setting.here(side);
        set(Feature.FROM_HERE, here ? 1 : 0);
        set(Feature.FROM_SENTENCES_AWAY, Math.min(5, Math.abs(setting.anchor().sentence() - actor.sentence())));
        set(Feature.FROM_IN_TITLE, titled ? 1 : 0);
        set(Feature.FROM_NAMED, actor.mention().form().names() ? 1 : 0);
        set(Feature.FROM_PRONOUN, actor.mention().form() == Form.PRONOUN ? 1 : 0);
        set(Feature.FROM_INDIRECT, actor.indirect() ? 1 : 0);
        set(Feature.FROM_SIZE, side.members().size());
        set(Feature.FROM_WHOLE, side.whole() ? 1 : 0);
        set(Feature.FROM_PART, side.part() ? 1 : 0);
        set(Feature.FROM_SHARED, shared() ? 1 : 0);
        String key = side.members().getFirst().key();
        set(Feature.FROM_SALIENCE, setting.totals().salience(key));
        set(Feature.FROM_SALIENCE_RANK, Math.min(6, setting.totals().above(key)));
        set(Feature.FROM_MAKER, makes() ? 1 : 0);
        types(side.members().getFirst().types(), side.members().getFirst().entity() == null);
        if (here) {
            position(actor);
        } else {
            set(Feature.FROM_GAP, FAR);
            set(Feature.FROM_RANK, 6);
        }
    }

    private boolean makes() {
        Anchor anchor = setting.anchor();
        for (Actor a : setting.actors()) {
            if (a.indirect()
                    && Places.gap(a.first(), a.end(), anchor.first(), anchor.end()) <= 4
                    && a.mention().reference().kind() == KnownName.Kind.PRODUCT
                    && side.keys().contains(a.key())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it is one name of a list that shares the amount: a sum is joint unless the sentence says "each", or has an
     * amount for each name.
     */
    private boolean shared() {
        if (!setting.anchor().type().numbered()
                || side.whole()
                || !side.part()
                || !setting.here(side)
                || setting.each()) {
            return false;
        }
        long names = side.actor().single()
                ? setting.actors().stream()
                        .filter(a -> a.group() == side.actor().group())
                        .count()
                : side.actor().members().size();
        return setting.peers().size() != names;
    }

    private void position(Actor actor) {
        Anchor anchor = setting.anchor();
        Anchor root = setting.root();
        boolean left = actor.end() <= root.first();
        int gap = left
                ? root.first() - actor.end()
                : Places.gap(actor.first(), actor.end(), anchor.first(), anchor.end());
        set(Feature.FROM_BEFORE_ANCHOR, actor.first() < anchor.first() ? 1 : 0);
        set(Feature.FROM_GAP, Math.min(FAR, gap));
        set(Feature.FROM_RANK, Math.min(6, setting.nearer(gap)));
        double breaks = actor.end() <= anchor.first()
                ? setting.places().breaks(actor.end(), left ? root.first() : anchor.first())
                : setting.places().breaks(anchor.end(), actor.first());
        set(Feature.FROM_BREAKS, Math.min(5, breaks));
        set(Feature.FROM_OPENS, setting.opening() == actor.first() ? 1 : 0);
        between(actor, left ? root : anchor);
    }

    /** What stands between the side and the anchor, and whether it hangs on the anchor by a preposition. */
    private void between(Actor actor, Anchor nearest) {
        Anchor anchor = setting.anchor();
        int low = Math.min(actor.end(), anchor.end());
        int high = Math.max(actor.first(), nearest.first());
        long amounts = setting.peers().stream()
                .filter(a -> a.first() >= low && a.end() <= high)
                .count();
        set(Feature.FROM_AMOUNTS_BETWEEN, Math.min(3, amounts));
        set(
                Feature.FROM_VERBS_BETWEEN,
                low < high ? Math.min(4, setting.places().verbs(low, high)) : 0);
        boolean attached = setting.places().attached(setting.roles().first(actor), anchor);
        set(Feature.FROM_ATTACHED, attached ? 1 : 0);
        set(Feature.FROM_RIVAL_ATTACHED, setting.attached() && !attached ? 1 : 0);
        turn(actor);
    }

    /** With "respectively": whether the side's place in its list is the amount's place among the amounts. */
    private void turn(Actor actor) {
        if (actor.group() < 0) {
            return;
        }
        List<Actor> list = setting.actors().stream()
                .filter(a -> a.group() == actor.group())
                .sorted(Comparator.comparingInt(Actor::first))
                .toList();
        List<Anchor> amounts = setting.peers();
        if (list.size() == amounts.size()) {
            set(Feature.FROM_TURN, list.indexOf(actor) == amounts.indexOf(setting.anchor()) ? 1 : -1);
        }
    }

    private void types(Set<OrganizationType> types, boolean unknown) {
        for (OrganizationType type : types) {
            Feature feature = TYPES.get(type);
            if (feature != null) {
                set(feature, 1);
            }
        }
        set(Feature.FROM_UNKNOWN, unknown ? 1 : 0);
    }

    private void set(Feature feature, double value) {
        set(row, feature, value);
    }

    static void set(double[] row, Feature feature, double value) {
        row[feature.ordinal() - Feature.FROM_HERE.ordinal()] = value;
    }

    static double get(double[] row, Feature feature) {
        return row[feature.ordinal() - Feature.FROM_HERE.ordinal()];
    }
}
