package org.dealgraph.claim;

import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.claim.candidate.Actor;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Party;
import org.dealgraph.model.Span;

/**
 * Tells whether a claim's evidence names its parties, or the headline does: a reader must be able to check it by its quote
 * alone, so what leads to a name only over two references is not claimed.
 */
final class Named {

    private Named() {}

    static boolean isReached(Claim claim, Scene scene) {
        return Stream.concat(claim.from().stream(), claim.to().stream())
                .allMatch(party -> inTitle(party, scene)
                        || inEvidence(party, claim.evidence().spans(), scene));
    }

    private static boolean inEvidence(Party party, List<Span> evidence, Scene scene) {
        return scene.actors().stream()
                .flatMap(List::stream)
                .filter(a -> a.indirect() || a.mention().form().names())
                .filter(a -> stands(party, a))
                .anyMatch(a -> evidence.stream()
                        .anyMatch(s -> s.start() <= a.mention().span().start()
                                && a.mention().span().end() <= s.end()));
    }

    private static boolean inTitle(Party party, Scene scene) {
        return scene.article().title().contains(party.name().split(" ", 2)[0])
                && scene.actors().stream()
                        .flatMap(List::stream)
                        .flatMap(a -> a.members().stream())
                        .anyMatch(m -> m.name().equals(party.name())
                                && scene.titleKeys().contains(m.key()));
    }

    /** A group is named by its members' subsidiaries and products too. */
    private static boolean stands(Party party, Actor actor) {
        List<Actor.Member> members = actor.members();
        return members.stream()
                .anyMatch(m -> m.name().equals(party.name())
                        || m.key().equals(party.entity())
                        || (m.entity() != null && m.entity().equals(party.entity())));
    }
}
