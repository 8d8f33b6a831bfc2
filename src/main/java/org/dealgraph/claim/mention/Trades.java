package org.dealgraph.claim.mention;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.mention.Introductions.Said;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * What organizations that the registry does not know do: what the article says of them, "the chip start-up Foo", and what
 * their names say, "Foo Capital". Directions that are usual for their like then count for them too.
 */
final class Trades {

    private final Lore lore;
    private final Introductions introductions;

    Trades(Lore lore, Introductions introductions) {
        this.lore = lore;
        this.introductions = introductions;
    }

    /** What each unregistered organization does, by the key of its reference; without those that nothing is told of. */
    Map<String, Set<OrganizationType>> of(List<Mention> mentions) {
        Map<String, Set<OrganizationType>> trades = new HashMap<>();
        for (Mention m : mentions) {
            for (Reference r : m.references()) {
                if (r.id() == null && r.organization() && !trades.containsKey(r.key())) {
                    trades.put(r.key(), trade(r));
                }
            }
        }
        trades.values().removeIf(Set::isEmpty);
        return trades;
    }

    private Set<OrganizationType> trade(Reference reference) {
        Set<OrganizationType> trade = EnumSet.noneOf(OrganizationType.class);
        Said said = introductions.of(reference);
        if (said != null) {
            trade.addAll(said.trade());
        }
        String[] words = Phrases.normal(reference.name()).split(" ");
        for (int i = words.length - 1; trade.isEmpty() && i >= 0; i--) {
            trade.addAll(named(i > 0 ? words[i - 1] + " " + words[i] : "", words[i]));
        }
        return trade;
    }

    private Set<OrganizationType> named(String two, String one) {
        @Nullable Head head = lore.vocabulary.trades().findPhrase(two);
        if (head == null) {
            head = lore.vocabulary.trades().find(one);
        }
        return head == null ? Set.of() : head.trade();
    }
}
