package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.deal.Blocks;
import org.dealgraph.deal.DealMaker;
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

    /** Computes every deal that these claims could bear on, replaces those that changed, and logs the changes. */
    List<Revision> around(
            TransactionContext tx, Collection<BlockedClaim> changed, Function<String, Cause> causes, Instant now) {
        SortedSet<String> keys = changed.stream()
                .flatMap(claim -> claim.blocks().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return keys.isEmpty() ? List.of() : inBlocks(tx, claims.listConnectedBlocks(tx, keys), causes, now);
    }

    private List<Revision> inBlocks(
            TransactionContext tx, SortedSet<String> keys, Function<String, Cause> causes, Instant now) {
        Map<String, Deal> before = byId(deals.listInBlocks(tx, keys));
        Map<String, Deal> after = byId(maker.deals(claims.listInBlocks(tx, keys)));
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
        return deals.stream().collect(Collectors.toMap(Deal::id, Function.identity()));
    }
}
