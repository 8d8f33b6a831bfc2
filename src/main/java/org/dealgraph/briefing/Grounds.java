package org.dealgraph.briefing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.deal.Directory;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealMatch;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Organization;
import org.dealgraph.pipeline.Snapshot;
import org.dealgraph.pipeline.Snapshots;

/** Reads what a briefing stands on: what had been published by the day before its period, and by its last day. */
@Singleton
final class Grounds {

    private static final int BATCH = 5_000;

    private final Snapshots snapshots;
    private final GraphStore store;
    private final ClaimRepository claims;
    private final ArticleRepository articles;
    private final Catalogue catalogue;
    private final Directory directory;

    Grounds(
            Snapshots snapshots,
            GraphStore store,
            ClaimRepository claims,
            ArticleRepository articles,
            Catalogue catalogue,
            Directory directory) {
        this.snapshots = snapshots;
        this.store = store;
        this.claims = claims;
        this.articles = articles;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    Ground of(Ask ask) {
        Snapshot before = snapshots.at(ask.known(ask.since().minusDays(1)));
        Snapshot after = snapshots.at(ask.known(ask.until()));
        Predicate<Deal> asked = asked(ask);
        return new Ground(
                ask,
                after.revision(),
                catalogue,
                directory,
                before.deals().stream().filter(asked).toList(),
                after.deals().stream().filter(asked).toList(),
                before.deals(),
                new Ground.Evidence(
                        batched(ids -> store.read(tx -> claims.listByIds(tx, ids))),
                        batched(ids -> store.read(tx -> articles.listByIds(tx, ids)))));
    }

    private Predicate<Deal> asked(Ask ask) {
        if (ask.about() == Ask.About.DEAL) {
            return deal -> deal.claims().contains(ask.id());
        }
        DealMatch match = new DealMatch(ask.filter(), this::names, term -> Set.of());
        return match::admits;
    }

    private String names(String id) {
        return id
                + catalogue
                        .findOrganization(id)
                        .map(Organization::name)
                        .map(n -> " " + n)
                        .orElse("");
    }

    private static <T> Function<Collection<String>, List<T>> batched(Function<List<String>, List<T>> read) {
        return ids -> {
            List<String> all = List.copyOf(ids);
            List<T> found = new ArrayList<>();
            for (int from = 0; from < all.size(); from += BATCH) {
                found.addAll(read.apply(all.subList(from, Math.min(all.size(), from + BATCH))));
            }
            return found;
        };
    }
}
