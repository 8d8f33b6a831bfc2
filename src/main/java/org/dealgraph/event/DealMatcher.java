package org.dealgraph.event;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealMatch;
import org.dealgraph.model.Deal;

/** Tells without the database whether a filter of deals lets a deal through: the same as {@code deal/list.cypher} says. */
@Singleton
final class DealMatcher {

    private final Catalogue catalogue;

    DealMatcher(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Conditions on sources cannot be told from a deal alone; a filter with one lets nothing through. */
    boolean matches(DealFilter filter, Deal deal) {
        return new DealMatch(filter, this::name, term -> Set.of()).admits(deal);
    }

    /** The words by which a deal is found. */
    List<String> words(Deal deal) {
        return Stream.concat(Stream.of(deal.title()), deal.parties().stream().map(this::name))
                .flatMap(text -> DealMatch.words(text).stream())
                .toList();
    }

    private String name(String id) {
        return id + catalogue.findOrganization(id).map(o -> " " + o.name()).orElse("");
    }
}
