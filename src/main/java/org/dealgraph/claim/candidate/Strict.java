package org.dealgraph.claim.candidate;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealgraph.claim.lexicon.Shape;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.model.ClaimKind;

/**
 * Who must stand on which side of an amount because the verb right before it has a plain subject: "Groq will supply Aramco
 * with 19,000 …" is a supply by Groq, whatever else the sentence says.
 *
 * @param givers keys of the giving side, of a list all names; empty where the words leave it open
 * @param receivers keys of the other side in the same way
 */
record Strict(Set<String> givers, Set<String> receivers) {

    private static final int REACH = 14;
    private static final Strict OPEN = new Strict(Set.of(), Set.of());

    /** Words that say nothing of who gives: both sides sign. */
    static final Set<String> MUTUAL = Set.of("sign", "contract", "partnership", "name");

    static Strict of(Scene scene, Anchor anchor, Anchor root, ClaimKind kind) {
        if (!anchor.type().numbered() && anchor.type() != AnchorType.RIGHT) {
            return OPEN;
        }
        Places places = scene.places();
        List<Trigger> verbs = scene.triggers().get(anchor.sentence()).stream()
                .filter(t -> t.shape() != Shape.NOUN
                        && t.end() <= root.first()
                        && root.first() - t.end() <= REACH
                        && t.frame().weight(kind) > 0
                        && (kind == ClaimKind.RIGHT
                                || !MUTUAL.contains(t.frame().name())))
                .toList();
        if (verbs.isEmpty() || places.verbs(verbs.getLast().end(), root.first()) > 0) {
            return OPEN;
        }
        int last = verbs.getLast().first();
        Set<String> subject = new Subject(scene, anchor.sentence(), places).of(last);
        Set<Strict> readings = new HashSet<>();
        for (Trigger verb : verbs) {
            if (verb.first() == last) {
                boolean gives = verb.from(Slot.SUBJECT, kind);
                boolean takes = verb.to(Slot.SUBJECT, kind);
                readings.add(new Strict(gives ? subject : Set.of(), takes ? subject : Set.of()));
            }
        }
        return !subject.isEmpty() && readings.size() == 1 ? readings.iterator().next() : OPEN;
    }

    /** What the words say of a side as the giving one: 1 for it, -1 against it, 0 nothing. */
    double ofGiver(Side side) {
        return word(givers, side);
    }

    /** The same of the other side. */
    double ofReceiver(Side side) {
        return word(receivers, side);
    }

    private static double word(Set<String> said, Side side) {
        return said.isEmpty() ? 0 : Collections.disjoint(said, side.keys()) ? -1 : 1;
    }
}
