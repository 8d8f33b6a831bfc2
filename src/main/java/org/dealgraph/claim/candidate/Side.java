package org.dealgraph.claim.candidate;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One side of a candidate: an organization, or several that act together, and the mention that brings it in.
 *
 * @param members the organizations
 * @param actor the nearest mention of it
 * @param whole whether it is a list of names taken together
 * @param part whether it is one of a list of names
 * @param own whether a division stands for itself here, as one that is bought does
 * @param keys the keys of its members
 * @param key one text for its keys
 */
public record Side(
        List<Actor.Member> members,
        Actor actor,
        boolean whole,
        boolean part,
        boolean own,
        Set<String> keys,
        String key) {

    public Side(List<Actor.Member> members, Actor actor, boolean whole, boolean part, boolean own) {
        this(
                List.copyOf(members),
                actor,
                whole,
                part,
                own,
                members.stream().map(Actor.Member::key).collect(Collectors.toUnmodifiableSet()),
                key(members, own));
    }

    private static String key(List<Actor.Member> members, boolean own) {
        return own
                ? "own:" + members.getFirst().entity()
                : members.size() == 1
                        ? members.getFirst().key()
                        : members.stream().map(Actor.Member::key).sorted().collect(Collectors.joining("+"));
    }

    boolean disjoint(Side other) {
        if (own || other.own()) {
            return !members.equals(other.members());
        }
        return Collections.disjoint(keys, other.keys());
    }
}
