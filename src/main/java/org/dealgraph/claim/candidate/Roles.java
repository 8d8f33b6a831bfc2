package org.dealgraph.claim.candidate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.jspecify.annotations.Nullable;

/** Where the actors of a sentence stand beside its words of deals, each told once; in a list of names all stand where its first does. */
final class Roles {

    private final List<Actor> actors;
    private final List<Trigger> triggers;
    private final Places places;
    private final int[] leads;
    private final @Nullable Slot[][] slots;
    private final double[][] trusts;

    Roles(Scene scene, int sentence) {
        this.actors = scene.actors().get(sentence);
        this.triggers = scene.triggers().get(sentence);
        this.places = scene.places();
        this.leads = IntStream.range(0, actors.size()).map(this::lead).toArray();
        this.slots = new @Nullable Slot[actors.size()][triggers.size()];
        this.trusts = new double[actors.size()][triggers.size()];
        for (double[] row : trusts) {
            Arrays.fill(row, Double.NaN);
        }
    }

    private int lead(int actor) {
        int lead = actor;
        int group = actors.get(actor).group();
        for (int i = 0; group >= 0 && i < actors.size(); i++) {
            boolean earlier = actors.get(i).first() < actors.get(lead).first();
            lead = actors.get(i).group() == group && earlier ? i : lead;
        }
        return lead;
    }

    /** The indexes of the actors that stand for one of some organizations. */
    int[] of(Set<String> keys) {
        return IntStream.range(0, actors.size())
                .filter(i -> {
                    for (Actor.Member m : actors.get(i).members()) {
                        if (keys.contains(m.key())) {
                            return true;
                        }
                    }
                    return false;
                })
                .toArray();
    }

    Actor actor(int index) {
        return actors.get(index);
    }

    /** The first of an actor's list of names, or the actor itself. */
    Actor first(Actor actor) {
        int index = actors.indexOf(actor);
        return index < 0 ? actor : actors.get(leads[index]);
    }

    /** The place of an actor beside a word. */
    Slot slot(int actor, int trigger) {
        return own(leads[actor], trigger);
    }

    /** Whether an actor by itself is plainly the subject of a word. */
    boolean subject(int actor, int trigger) {
        return own(actor, trigger) == Slot.SUBJECT && trusted(actor, trigger) == 1;
    }

    /** How far that place can be trusted: less where another verb stands between, or a nearer subject. */
    double trust(int actor, int trigger) {
        double[] row = trusts[leads[actor]];
        if (Double.isNaN(row[trigger])) {
            row[trigger] = trusted(leads[actor], trigger);
        }
        return row[trigger];
    }

    private Slot own(int actor, int trigger) {
        Slot slot = slots[actor][trigger];
        if (slot == null) {
            slot = places.slot(actors.get(actor), triggers.get(trigger));
            slots[actor][trigger] = slot;
        }
        return slot;
    }

    private double trusted(int index, int trigger) {
        Actor actor = actors.get(index);
        Trigger t = triggers.get(trigger);
        if (actor.end() > t.first()) {
            return places.verbs(t.end(), actor.first()) > 0 ? Places.UNSURE : 1;
        }
        if (own(index, trigger) != Slot.SUBJECT) {
            return 1;
        }
        for (int i = 0; i < actors.size(); i++) {
            Actor a = actors.get(i);
            if (a.first() >= actor.end()
                    && a.end() <= t.first()
                    && !a.indirect()
                    && (a.group() < 0 || a.group() != actor.group())
                    && !a.key().equals(actor.key())
                    && own(i, trigger) == Slot.SUBJECT) {
                return Places.UNSURE;
            }
        }
        return 1;
    }
}
