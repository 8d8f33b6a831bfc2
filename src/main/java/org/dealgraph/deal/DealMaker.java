package org.dealgraph.deal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.SourcedClaim;

/**
 * Computes deals from claims by the rules that {@code docs/decisions/0008-deal-identity.md} states. A function of the set
 * of claims: neither the order nor the repetition of claims changes what comes out.
 */
public final class DealMaker {

    private final Directory directory;
    private final Gate gate;
    private final Rulings rulings;

    public DealMaker(Directory directory) {
        this(directory, Gate.DEFAULT);
    }

    public DealMaker(Directory directory, Gate gate) {
        this(directory, gate, List.of());
    }

    /**
     * A maker of deals.
     *
     * @param directory what is known of organizations
     * @param gate the confidence gate
     * @param judgements what persons have decided about claims; decisions on names are of no concern here
     */
    public DealMaker(Directory directory, Gate gate, Collection<Judgement> judgements) {
        this.directory = directory;
        this.rulings = new Rulings(judgements);
        Set<String> accepted = new TreeSet<>(gate.accepted());
        accepted.addAll(rulings.accepted());
        this.gate = new Gate(gate.confidence(), accepted);
    }

    /**
     * The deals that some claims tell of, by id. Exact for the claims given: hand in all claims that share a key of
     * {@link Blocks} with any of them.
     */
    public List<Deal> deals(Collection<SourcedClaim> claims) {
        Making making = making(claims);
        return making.groups().stream()
                .map(making::deal)
                .sorted(Comparator.comparing(Deal::id))
                .toList();
    }

    Making making(Collection<SourcedClaim> claims) {
        return new Making(claims, directory, gate, rulings);
    }

    Rulings rulings() {
        return rulings;
    }

    Directory directory() {
        return directory;
    }
}
