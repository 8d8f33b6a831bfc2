package org.dealgraph.claim.mention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.mention.Head.Role;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.jspecify.annotations.Nullable;

/** Tells from the verb between two organizations which is the buyer, investor, tenant and so on. */
final class DealParts {

    /** The parts of a verb's subject and of its other party. */
    private record Parts(List<Role> subject, List<Role> object) {}

    private static final Parts BUY = new Parts(List.of(Role.BUYER, Role.CUSTOMER), List.of(Role.SELLER, Role.TARGET));
    private static final Parts INVEST = new Parts(List.of(Role.INVESTOR), List.of(Role.TARGET));
    private static final Parts RENT =
            new Parts(List.of(Role.TENANT, Role.CUSTOMER), List.of(Role.LANDLORD, Role.SELLER));
    private static final Parts LEND = new Parts(List.of(Role.LENDER, Role.INVESTOR), List.of(Role.BORROWER));
    private static final Parts SUPPLY =
            new Parts(List.of(Role.SELLER, Role.LANDLORD), List.of(Role.CUSTOMER, Role.BUYER, Role.TENANT));

    private static final Map<String, Parts> VERBS = Map.ofEntries(
            Map.entry("buy", BUY),
            Map.entry("acquire", BUY),
            Map.entry("purchase", BUY),
            Map.entry("order", BUY),
            Map.entry("procure", BUY),
            Map.entry("use", BUY),
            Map.entry("spend", BUY),
            Map.entry("pay", BUY),
            Map.entry("invest", INVEST),
            Map.entry("back", INVEST),
            Map.entry("inject", INVEST),
            Map.entry("sink", INVEST),
            Map.entry("plough", INVEST),
            Map.entry("pour", INVEST),
            Map.entry("pump", INVEST),
            Map.entry("rent", RENT),
            Map.entry("lease", RENT),
            Map.entry("lend", LEND),
            Map.entry("finance", LEND),
            Map.entry("guarantee", LEND),
            Map.entry("backstop", LEND),
            Map.entry("supply", SUPPLY),
            Map.entry("provide", SUPPLY),
            Map.entry("sell", SUPPLY),
            Map.entry("deliver", SUPPLY),
            Map.entry("ship", SUPPLY),
            Map.entry("host", SUPPLY));

    private static final Set<String> BE = Set.of("be", "been", "is", "are", "was", "were", "being");

    private DealParts() {}

    /** Notes the parts that the organizations of one sentence play. */
    static void note(Prose prose, Sentence sentence, List<Draft> drafts, Discourse discourse) {
        int next = 0;
        Draft before = null;
        for (int at = sentence.first(); at < sentence.end(); at++) {
            while (next < drafts.size() && drafts.get(next).first <= at) {
                before = drafts.get(next++);
            }
            Parts parts = prose.token(at).word()
                    ? VERBS.get(English.lemma(prose.token(at).lower()))
                    : null;
            if (parts == null || before == null) {
                continue;
            }
            Draft after = next < drafts.size() ? drafts.get(next) : null;
            boolean passive =
                    at > sentence.first() && BE.contains(prose.token(at - 1).lower());
            note(parts, passive ? after : before, passive ? before : after, discourse);
        }
    }

    private static void note(Parts parts, @Nullable Draft subject, @Nullable Draft object, Discourse discourse) {
        if (subject != null) {
            parts.subject().forEach(role -> subject.references.forEach(r -> discourse.role(role, r)));
        }
        if (object != null) {
            parts.object().forEach(role -> object.references.forEach(r -> discourse.role(role, r)));
        }
    }
}
