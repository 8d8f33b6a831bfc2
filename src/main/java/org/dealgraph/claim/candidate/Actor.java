package org.dealgraph.claim.candidate;

import java.util.List;
import java.util.Set;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.model.OrganizationType;

/**
 * A mention as somebody who can be party to a deal.
 *
 * @param mention the words
 * @param members the organizations it stands for, one or several
 * @param sentence index of its sentence in the text
 * @param indirect whether the words name a platform, product or site and the organization is the one behind it
 * @param group index of the list of names it belongs to, or -1
 */
public record Actor(Mention mention, List<Member> members, int sentence, boolean indirect, int group) {

    public Actor {
        members = List.copyOf(members);
    }

    /**
     * One organization.
     *
     * @param key what it is compared by: the group's id, or the name of one that the registry does not know
     * @param name short name as written or known
     * @param entity registry id as mentioned, or null
     * @param types of the organization and its group
     */
    public record Member(
            String key,
            String name,
            @org.jspecify.annotations.Nullable String entity,
            Set<OrganizationType> types) {}

    int first() {
        return mention.first();
    }

    int end() {
        return mention.end();
    }

    boolean single() {
        return members.size() == 1;
    }

    String key() {
        return members.getFirst().key();
    }
}
