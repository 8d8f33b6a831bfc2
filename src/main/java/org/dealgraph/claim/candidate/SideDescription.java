package org.dealgraph.claim.candidate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.Form;
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

    SideDescription(Scene scene, Anchor anchor, Places places, List<Side> sides) {
        this.scene = scene;
        this.anchor = anchor;
        this.places = places;
        this.sides = sides;
    }

    double[] row(Evidence evidence, Side side, boolean toSide) {
        to = toSide;
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

    private void salience(Side side) {
        String key = side.members().getFirst().key();
        int count = scene.counts().getOrDefault(key, 0);
        set(Feature.FROM_SALIENCE, (double) count / Math.max(1, scene.mentioned()));
        long above = scene.counts().values().stream().filter(c -> c > count).count();
        set(Feature.FROM_SALIENCE_RANK, Math.min(6, above));
    }

    private void position(Actor actor) {
        int gap = Places.gap(actor.first(), actor.end(), anchor.first(), anchor.end());
        set(Feature.FROM_BEFORE_ANCHOR, actor.first() < anchor.first() ? 1 : 0);
        set(Feature.FROM_GAP, Math.min(FAR, gap));
        long nearer = sides.stream()
                .filter(s -> s.actor().sentence() == anchor.sentence() && !s.whole())
                .filter(s -> Places.gap(s.actor().first(), s.actor().end(), anchor.first(), anchor.end()) < gap)
                .count();
        set(Feature.FROM_RANK, Math.min(6, nearer));
        int breaks = actor.end() <= anchor.first()
                ? places.breaks(actor.end(), anchor.first())
                : places.breaks(anchor.end(), actor.first());
        set(Feature.FROM_BREAKS, Math.min(5, breaks));
        boolean opens = scene.actors().get(anchor.sentence()).stream()
                        .min(Comparator.comparingInt(Actor::first))
                        .map(Actor::first)
                        .orElse(-1)
                == actor.first();
        set(Feature.FROM_OPENS, opens ? 1 : 0);
    }

    /** Every mention of the side in the sentence is tried; the best place counts. */
    private void fits(Evidence evidence, Side side) {
        Set<String> keys = side.keys();
        List<Actor> same = scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.members().stream().anyMatch(m -> keys.contains(m.key())))
                .toList();
        Trigger governor = evidence.governor();
        double best = 0;
        Slot slot = Slot.OTHER;
        if (governor != null) {
            for (Actor a : same) {
                Slot s = slot(a, governor);
                double fit = fit(governor, s);
                if (slot == Slot.OTHER || fit > best) {
                    best = fit;
                    slot = s;
                }
            }
            set(Feature.FROM_FIT, best);
            set(place(slot), 1);
        }
        double any = 0;
        for (Trigger t : evidence.triggers()) {
            double weight = evidence.weight(t);
            if (weight > 0) {
                for (Actor a : same) {
                    any += weight * fit(t, slot(a, t)) / same.size();
                }
            }
        }
        set(Feature.FROM_FIT_ANY, any);
    }

    /** The place of an actor; in a list of names, that of the list's first. */
    private Slot slot(Actor actor, Trigger trigger) {
        Actor first = actor;
        if (actor.group() >= 0) {
            for (Actor a : scene.actors().get(anchor.sentence())) {
                if (a.group() == actor.group() && a.first() < first.first()) {
                    first = a;
                }
            }
        }
        return places.slot(first, trigger);
    }

    private double fit(Trigger trigger, Slot slot) {
        boolean mine = to ? trigger.to(slot) : trigger.from(slot);
        boolean others = to ? trigger.from(slot) : trigger.to(slot);
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
