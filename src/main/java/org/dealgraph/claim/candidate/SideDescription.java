package org.dealgraph.claim.candidate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.Form;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.OrganizationType;

/** What can be said of one side of a candidate: where it stands, how it is named, what it is. */
final class SideDescription {

    private static final int FAR = 40;

    private final Scene scene;
    private final Anchor anchor;
    private final Places places;
    private final List<Side> sides;
    private final double[] row = new double[Feature.values().length];
    private boolean to;
    private ClaimKind kind = ClaimKind.SPEND;

    SideDescription(Scene scene, Anchor anchor, Places places, List<Side> sides) {
        this.scene = scene;
        this.anchor = anchor;
        this.places = places;
        this.sides = sides;
    }

    double[] row(Evidence evidence, Side side, boolean toSide) {
        to = toSide;
        kind = evidence.kind();
        Actor actor = side.actor();
        boolean here = actor.sentence() == anchor.sentence();
        set(Feature.FROM_HERE, here ? 1 : 0);
        set(Feature.FROM_SENTENCES_AWAY, Math.min(5, Math.abs(anchor.sentence() - actor.sentence())));
        set(Feature.FROM_IN_TITLE, scene.titleKeys().containsAll(side.keys()) ? 1 : 0);
        set(Feature.FROM_NAMED, actor.mention().form().names() ? 1 : 0);
        set(Feature.FROM_PRONOUN, actor.mention().form() == Form.PRONOUN ? 1 : 0);
        set(Feature.FROM_INDIRECT, actor.indirect() ? 1 : 0);
        set(Feature.FROM_SIZE, side.members().size());
        set(Feature.FROM_WHOLE, side.whole() ? 1 : 0);
        set(Feature.FROM_PART, side.part() ? 1 : 0);
        salience(side);
        set(Feature.FROM_MAKER, maker(side) ? 1 : 0);
        types(side.members().getFirst().types(), side.members().getFirst().entity() == null);
        if (here) {
            position(actor);
            fits(evidence, side);
        } else {
            set(Feature.FROM_GAP, FAR);
            set(Feature.FROM_RANK, 6);
        }
        return row;
    }

    /** Whether the side makes the product that the anchor names, or one named beside it. */
    private boolean maker(Side side) {
        return scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.indirect()
                        && Places.gap(a.first(), a.end(), anchor.first(), anchor.end()) <= 4
                        && a.mention().reference().kind() == org.dealgraph.catalogue.KnownName.Kind.PRODUCT)
                .anyMatch(a -> side.keys().contains(a.key()));
    }

    private void salience(Side side) {
        String key = side.members().getFirst().key();
        int count = scene.counts().getOrDefault(key, 0);
        set(Feature.FROM_SALIENCE, (double) count / Math.max(1, scene.mentioned()));
        long above = scene.counts().values().stream().filter(c -> c > count).count();
        set(Feature.FROM_SALIENCE_RANK, Math.min(6, above));
    }

    private void position(Actor actor) {
        Anchor root = Evidence.root(scene, anchor, places);
        boolean left = actor.end() <= root.first();
        int gap = left
                ? root.first() - actor.end()
                : Places.gap(actor.first(), actor.end(), anchor.first(), anchor.end());
        set(Feature.FROM_BEFORE_ANCHOR, actor.first() < anchor.first() ? 1 : 0);
        set(Feature.FROM_GAP, Math.min(FAR, gap));
        long nearer = sides.stream()
                .filter(s -> s.actor().sentence() == anchor.sentence() && !s.whole())
                .filter(s -> Places.gap(s.actor().first(), s.actor().end(), anchor.first(), anchor.end()) < gap)
                .count();
        set(Feature.FROM_RANK, Math.min(6, nearer));
        double breaks = actor.end() <= anchor.first()
                ? places.breaks(actor.end(), left ? root.first() : anchor.first())
                : places.breaks(anchor.end(), actor.first());
        set(Feature.FROM_BREAKS, Math.min(5, breaks));
        boolean opens = scene.actors().get(anchor.sentence()).stream()
                        .min(Comparator.comparingInt(Actor::first))
                        .map(Actor::first)
                        .orElse(-1)
                == actor.first();
        set(Feature.FROM_OPENS, opens ? 1 : 0);
        between(actor, left ? root : anchor);
    }

    /** What stands between the side and the anchor, and whether it hangs on the anchor by a preposition. */
    private void between(Actor actor, Anchor nearest) {
        int low = Math.min(actor.end(), anchor.end());
        int high = Math.max(actor.first(), nearest.first());
        long amounts = scene.around(scene.anchors(), anchor.index()).stream()
                .filter(a -> a.type() == anchor.type() && a.first() >= low && a.end() <= high)
                .count();
        set(Feature.FROM_AMOUNTS_BETWEEN, Math.min(3, amounts));
        set(Feature.FROM_VERBS_BETWEEN, low < high ? Math.min(4, places.verbs(low, high)) : 0);
        Actor first = first(actor);
        set(Feature.FROM_ATTACHED, places.attached(first, anchor) ? 1 : 0);
        boolean any = scene.actors().get(anchor.sentence()).stream()
                .anyMatch(a -> !a.indirect() && places.attached(a, anchor));
        set(Feature.FROM_RIVAL_ATTACHED, any && !places.attached(first, anchor) ? 1 : 0);
        turn(actor);
    }

    /** With "respectively": whether the side's place in its list is the amount's place among the amounts. */
    private void turn(Actor actor) {
        if (actor.group() < 0) {
            return;
        }
        List<Actor> list = scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.group() == actor.group())
                .sorted(Comparator.comparingInt(Actor::first))
                .toList();
        List<Anchor> amounts = scene.around(scene.anchors(), anchor.index()).stream()
                .filter(a -> a.sentence() == anchor.sentence() && a.type() == anchor.type())
                .toList();
        if (list.size() == amounts.size()) {
            set(Feature.FROM_TURN, list.indexOf(actor) == amounts.indexOf(anchor) ? 1 : -1);
        }
    }

    /** Every mention of the side in the sentence is tried; the best place counts. */
    private void fits(Evidence evidence, Side side) {
        List<Actor> same = mentions(side.keys());
        Trigger governor = evidence.governor();
        if (governor != null) {
            double best = -2;
            Slot slot = Slot.OTHER;
            for (Actor a : same) {
                double fit = fit(governor, a);
                if (fit > best) {
                    best = fit;
                    slot = slot(a, governor);
                }
            }
            set(Feature.FROM_FIT, Math.max(-1, best));
            set(place(slot), 1);
        }
        double mine = support(evidence, same);
        double others = 0;
        for (Side other : sides) {
            if (!other.key().equals(side.key()) && !other.whole() && side.disjoint(other)) {
                others = Math.max(others, support(evidence, mentions(other.keys())));
            }
        }
        set(Feature.FROM_FIT_ANY, mine);
        set(Feature.FROM_LEAD, mine - others);
    }

    private List<Actor> mentions(Set<String> keys) {
        return scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.members().stream().anyMatch(m -> keys.contains(m.key())))
                .toList();
    }

    /** How well the words of the kind support that these mentions are this side, each counted by its nearness. */
    private double support(Evidence evidence, List<Actor> same) {
        double most = 0;
        for (Trigger t : evidence.triggers()) {
            double weight = evidence.weight(t);
            if (weight <= 0) {
                continue;
            }
            for (Actor a : same) {
                int gap = Places.gap(a.first(), a.end(), t.first(), t.end());
                double support = weight * fit(t, a) / (1 + gap / 12.0);
                if (Math.abs(support) > Math.abs(most)) {
                    most = support;
                }
            }
        }
        return most;
    }

    private double fit(Trigger trigger, Actor actor) {
        return fit(trigger, slot(actor, trigger))
                * places.trust(first(actor), trigger, scene.actors().get(anchor.sentence()));
    }

    /** The place of an actor; in a list of names, that of the list's first. */
    private Slot slot(Actor actor, Trigger trigger) {
        return places.slot(first(actor), trigger);
    }

    private Actor first(Actor actor) {
        Actor first = actor;
        if (actor.group() >= 0) {
            for (Actor a : scene.actors().get(anchor.sentence())) {
                if (a.group() == actor.group() && a.first() < first.first()) {
                    first = a;
                }
            }
        }
        return first;
    }

    private double fit(Trigger trigger, Slot slot) {
        boolean mine = to ? trigger.to(slot, kind) : trigger.from(slot, kind);
        boolean others = to ? trigger.from(slot, kind) : trigger.to(slot, kind);
        return mine == others ? 0 : mine ? 1 : -1;
    }

    private static Feature place(Slot slot) {
        return switch (slot) {
            case SUBJECT -> Feature.FROM_SUBJECT;
            case OBJECT -> Feature.FROM_OBJECT;
            case POSSESSIVE -> Feature.FROM_OWNER;
            case COMPOUND -> Feature.FROM_COMPOUND;
            case BY -> Feature.FROM_BY;
            case FROM -> Feature.FROM_FROM;
            case TO -> Feature.FROM_TO;
            case WITH -> Feature.FROM_WITH;
            case IN, INTO -> Feature.FROM_IN;
            case FOR -> Feature.FROM_FOR;
            case OF -> Feature.FROM_OF;
            case ON, AT -> Feature.FROM_ON;
            default -> Feature.FROM_OTHER;
        };
    }

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
        row[feature.on(to).ordinal()] = value;
    }
}
