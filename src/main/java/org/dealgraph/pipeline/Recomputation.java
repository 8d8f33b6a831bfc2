package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.deal.Blocks;
import org.dealgraph.deal.Neighbourhood;
import org.dealgraph.graph.BlockedClaim;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;
import org.neo4j.driver.TransactionContext;

/** Computes deals again from their claims, within a transaction, and numbers what changed. */
@Singleton
final class Recomputation {

    private final ClaimRepository claims;
    private final DealRepository deals;
    private final RevisionRepository revisions;
    private final Blocks blocks;

    Recomputation(ClaimRepository claims, DealRepository deals, RevisionRepository revisions, Blocks blocks) {
        this.claims = claims;
        this.deals = deals;
        this.revisions = revisions;
        this.blocks = blocks;
    }

    /** Lets no other transaction change deals before this one ends. */
    void lock(TransactionContext tx) {
        revisions.lock(tx);
    }

    /** A claim as it is stored: with the blocks it is found by, and how its parties came to be who they are. */
    BlockedClaim blocked(SourcedClaim claim, Rules rules) {
        return new BlockedClaim(claim, blocks.of(claim), Sourcing.resolutions(claim.claim(), rules));
    }

    /**
     * Computes every deal that these claims bear on, replaces those that changed, and logs the changes.
     *
     * @param changed the claims that came, went or changed; of those that changed, as they were too
     */
    List<Revision> around(TransactionContext tx, Rules rules, Collection<SourcedClaim> changed, Why why) {
        if (changed.isEmpty()) {
            return List.of();
        }
        Neighbourhood neighbourhood = new Neighbourhood(rules.maker(), keys -> load(tx, keys));
        Set<String> homes = homes(changed);
        while (true) {
            Map<String, Deal> after = byId(neighbourhood.around(homes));
            Map<String, Deal> before = before(tx, homes, after.values());
            List<String> unsettled = before.values().stream()
                    .filter(deal -> !deal.equals(after.get(deal.id())))
                    .flatMap(deal -> deal.claims().stream())
                    .toList();
            Set<String> wider = new TreeSet<>(homes);
            wider.addAll(homes(claims.listByIds(tx, unsettled)));
            if (wider.equals(homes)) {
                return replace(tx, before, after, why);
            }
            homes = wider;
        }
    }

    /** Whether a claim is not in the graph, or out of use. */
    boolean isUnused(TransactionContext tx, String claim) {
        return claims.listUnused(tx, List.of(claim)).contains(claim);
    }

    /** Every claim in use that has one of some keys, or that a key names. */
    List<SourcedClaim> load(TransactionContext tx, Set<String> keys) {
        List<String> single = keys.stream()
                .filter(key -> key.startsWith(Blocks.CLAIM))
                .map(key -> key.substring(Blocks.CLAIM.length()))
                .toList();
        List<SourcedClaim> found = new ArrayList<>(claims.listInBlocks(tx, keys));
        if (!single.isEmpty()) {
            Set<String> unused = claims.listUnused(tx, single);
            claims.listByIds(tx, single).stream()
                    .filter(claim -> !unused.contains(claim.claim().id()))
                    .forEach(found::add);
        }
        return found;
    }

    /** The stored deals that touch these homes, or hold a claim that is now in one of these deals. */
    private Map<String, Deal> before(TransactionContext tx, Set<String> homes, Collection<Deal> after) {
        List<Deal> stored = new ArrayList<>(deals.listInBlocks(tx, homes));
        stored.addAll(deals.listByClaims(
                tx, after.stream().flatMap(d -> d.claims().stream()).distinct().toList()));
        return byId(stored);
    }

    private Set<String> homes(Collection<SourcedClaim> of) {
        return of.stream().map(blocks::home).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Revision> replace(TransactionContext tx, Map<String, Deal> before, Map<String, Deal> after, Why why) {
        List<String> gone = before.keySet().stream()
                .filter(id -> !after.containsKey(id))
                .sorted()
                .toList();
        List<Deal> changed = after.values().stream()
                .filter(deal -> !deal.equals(before.get(deal.id())))
                .sorted(Comparator.comparing(Deal::id))
                .toList();
        deals.replace(tx, gone, changed);
        List<Revision> log = new ArrayList<>();
        Changes changes = new Changes(before.values(), after.values(), why);
        gone.forEach(id -> log.add(changes.gone(before.get(id))));
        changed.forEach(deal -> log.add(changes.of(before.get(deal.id()), deal)));
        return revisions.append(tx, log);
    }

    private static Map<String, Deal> byId(List<Deal> deals) {
        return deals.stream().collect(Collectors.toMap(Deal::id, Function.identity(), (a, b) -> a));
    }
}
