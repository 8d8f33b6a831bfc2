package org.dealgraph.pipeline.pairs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dealgraph.deal.DealMaker;
import org.dealgraph.deal.Directory;
import org.dealgraph.model.Deal;
import org.dealgraph.model.SourcedClaim;

/** Which term and which deal each claim came into; a claim that is not there is alone with itself. */
final class Grouping {

    private final Map<String, String> terms = new HashMap<>();
    private final Map<String, String> deals = new HashMap<>();

    private Grouping() {}

    static Grouping of(Collection<SourcedClaim> claims, Directory directory) {
        Grouping grouping = new Grouping();
        for (Deal deal : new DealMaker(directory).deals(claims)) {
            deal.claims().forEach(claim -> grouping.deals.put(claim, deal.id()));
            deal.terms()
                    .forEach(term -> Stream.of(term.supports(), term.ends(), term.disputes())
                            .flatMap(List::stream)
                            .forEach(claim -> grouping.terms.put(claim, term.id())));
        }
        return grouping;
    }

    /** The term, or with {@code deal} the deal, that a claim is in; the claim itself where it is in none. */
    String of(String label, String claim) {
        return (label.equals("deal") ? deals : terms).getOrDefault(claim, claim);
    }
}
