package org.dealgraph.claim.candidate;

import java.util.List;
import java.util.Set;
import org.dealgraph.claim.lexicon.Shape;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/**
 * Who must stand on which side of an amount because the verb right before it has a plain subject: "Groq will supply Aramco
 * with 19,000 …" is a supply by Groq, whatever else the sentence says.
 *
 * @param giver key of the only giving side, or null where the words leave it open
 * @param receiver key of the only other side, or null
 */
record Strict(@Nullable String giver, @Nullable String receiver) {

    private static final int REACH = 14;
    private static final Strict OPEN = new Strict(null, null);

    /** Words that say nothing of who gives: both sides sign. */
    private static final Set<String> MUTUAL = Set.of("sign", "contract", "partnership", "name", "win");

    static Strict of(Scene scene, Anchor anchor, Places places, ClaimKind kind) {
        if (!anchor.type().numbered()) {
            return OPEN;
        }
        Anchor root = Evidence.root(scene, anchor, places);
        Trigger verb = null;
        for (Trigger t : scene.triggers().get(anchor.sentence())) {
            boolean before = t.end() <= root.first() && root.first() - t.end() <= REACH;
            if (before && t.shape() == Shape.ACTIVE && t.frame().weight(kind) > 0 && !MUTUAL.contains(t.frame().name())) {
                verb = t;
            }
        }
        if (verb == null || places.verbs(verb.end(), root.first()) > 0) {
            return OPEN;
        }
        String subject = subject(scene.actors().get(anchor.sentence()), verb, places);
        if (subject == null) {
            return OPEN;
        }
        return new Strict(
                verb.from(Slot.SUBJECT, kind) ? subject : null, verb.to(Slot.SUBJECT, kind) ? subject : null);
    }

    private static @Nullable String subject(List<Actor> here, Trigger verb, Places places) {
        Actor nearest = null;
        for (Actor a : here) {
            boolean subject = !a.indirect()
                    && a.end() <= verb.first()
                    && places.slot(a, verb) == Slot.SUBJECT
                    && places.breaks(a.end(), verb.first()) <= 1;
            if (subject) {
                nearest = a;
            }
        }
        return nearest == null || !nearest.single() ? null : nearest.key();
    }

    boolean from(Side side) {
        return giver == null || side.keys().contains(giver);
    }

    boolean to(Side side) {
        return receiver == null || side.keys().contains(receiver);
    }
}
