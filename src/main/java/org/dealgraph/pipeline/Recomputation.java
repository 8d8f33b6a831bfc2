package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
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
import org.dealgraph.deal.DealMaker;
import org.dealgraph.deal.Neighbourhood;
import org.dealgraph.graph.BlockedClaim;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.SourcedClaim;
import org.neo4j.driver.TransactionContext;

/** Computes deals again from their claims, within a transaction, and numbers what changed. */
@Singleton
final class Recomputation {

    private final ClaimRepository claims;
    private final DealRepository deals;
    private final RevisionRepository revisions;
    private final DealMaker maker;
    private final Blocks blocks;

    Recomputation(
            ClaimRepository claims,
            DealRepository deals,
            RevisionRepository revisions,
            DealMaker maker,
            Blocks blocks) {
        this.claims = claims;
        this.deals = deals;
        this.revisions = revisions;
        this.maker = maker;
        this.blocks = blocks;
    }

    /** Lets no other transaction change deals before this one ends. */
    void lock(TransactionContext tx) {
        revisions.lock(tx);
    }

    BlockedClaim blocked(SourcedClaim claim) {
        return new BlockedClaim(claim, blocks.of(claim));
    }

    /** Computes every deal that these claims bear on, replaces those that changed, and logs the changes. */
    List<Revision> around(
            TransactionContext tx, Collection<BlockedClaim> changed, Function<String, Cause> causes, Instant now) {
        if (changed.isEmpty()) {
            return List.of();
        }
        Neighbourhood neighbourhood = new Neighbourhood(maker, keys -> claims.listInBlocks(tx, keys));
        Set<String> homes = homes(changed.stream().map(BlockedClaim::claim).toList());
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
                return replace(tx, before, after, causes, now);
            }
            homes = wider;
        }
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

    private List<Revision> replace(
            TransactionContext tx,
            Map<String, Deal> before,
            Map<String, Deal> after,
            Function<String, Cause> causes,
            Instant now) {
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
        gone.forEach(id -> log.add(Changes.gone(before.get(id), after.values(), now)));
        changed.forEach(deal -> log.add(Changes.of(before.get(deal.id()), deal, causes, now)));
        return revisions.append(tx, log);
    }

    private static Map<String, Deal> byId(List<Deal> deals) {
        return deals.stream().collect(Collectors.toMap(Deal::id, Function.identity(), (a, b) -> a));
    }
}
