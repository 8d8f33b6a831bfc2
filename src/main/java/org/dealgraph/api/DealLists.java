package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.answer.Lifecycle;
import org.dealgraph.answer.Lifecycle.Fate;
import org.dealgraph.api.Page.Wanted;
import org.dealgraph.deal.Directory;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.Cursor;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealMatch;
import org.dealgraph.graph.DealOrder;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Ranked;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Moment;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.Snapshots;
import org.jspecify.annotations.Nullable;

/** Pages of deals, now or at a moment. The cursors of both are alike, because both order by the same keys. */
@Singleton
final class DealLists {

    private static final Comparator<Cursor> BY_KEY =
            Comparator.comparingDouble(Cursor::key).thenComparing(Cursor::id);

    private final GraphStore store;
    private final DealRepository deals;
    private final ClaimRepository claims;
    private final Snapshots snapshots;
    private final Directory directory;

    DealLists(
            GraphStore store, DealRepository deals, ClaimRepository claims, Snapshots snapshots, Directory directory) {
        this.store = store;
        this.deals = deals;
        this.claims = claims;
        this.snapshots = snapshots;
        this.directory = directory;
    }

    /** The page that the arguments first and after ask for, of the deals that a filter lets through at a moment. */
    Page<Deal> page(
            DataFetchingEnvironment env, String order, DealFilter filter, @Nullable Set<Fate> fates, Moment moment) {
        Wanted wanted = Wanted.of(env);
        DealOrder by = switch (order) {
            case "LARGEST" -> DealOrder.AMOUNT;
            case "AGREED_LATEST", "AGREED_EARLIEST" -> DealOrder.AGREED;
            default -> DealOrder.PUBLISHED;
        };
        boolean descending = !order.equals("OLDEST") && !order.equals("AGREED_EARLIEST");
        List<Ranked<Deal>> found = moment.now() && fates == null
                ? now(filter, by, descending, wanted)
                : past(filter, fates, by, descending, wanted, moment);
        return Page.of(wanted, found, Ranked::cursor, Ranked::value);
    }

    /** The deal of an id at a moment. */
    @Nullable
    Deal find(String id, Moment moment) {
        return moment.now()
                ? store.ask(tx -> deals.findById(tx, id)).orElse(null)
                : snapshots.at(moment).find(id).orElse(null);
    }

    /** The first look, all deals with the latest first, is read from an index as long as dated ones last. */
    private List<Ranked<Deal>> now(DealFilter filter, DealOrder by, boolean descending, Wanted wanted) {
        List<Ranked<Deal>> latest = filter.isAll() && by == DealOrder.PUBLISHED && descending
                ? store.ask(tx -> deals.listLatest(tx, wanted.position(), wanted.fetch()))
                : List.of();
        return latest.size() == wanted.fetch()
                ? latest
                : store.ask(tx -> deals.list(tx, filter, by, descending, wanted.position(), wanted.fetch()));
    }

    private List<Ranked<Deal>> past(
            DealFilter filter,
            @Nullable Set<Fate> fates,
            DealOrder by,
            boolean descending,
            Wanted wanted,
            Moment moment) {
        List<Deal> all = snapshots.at(moment).deals();
        DealMatch match = new DealMatch(
                filter, directory::nameOf, filter.extra().tiers() == null ? term -> Set.of() : tiers(all));
        Cursor after = wanted.position();
        List<Deal> matching = all.stream().filter(match::admits).toList();
        return (fates == null ? matching : fated(matching, fates, moment))
                .stream()
                        .map(deal -> new Ranked<>(deal, by.cursor(deal, descending)))
                        .filter(ranked -> after == null || BY_KEY.compare(ranked.cursor(), after) > 0)
                        .sorted(Comparator.comparing(Ranked::cursor, BY_KEY))
                        .limit(wanted.fetch())
                        .toList();
    }

    /** Those that one of these things became of; the claims of all are read in one statement. */
    private List<Deal> fated(List<Deal> matching, Set<Fate> fates, Moment moment) {
        List<String> ids =
                matching.stream().flatMap(deal -> deal.claims().stream()).toList();
        Map<String, SourcedClaim> told = store.read(tx -> claims.listByIds(tx, ids)).stream()
                .collect(Collectors.toMap(c -> c.claim().id(), c -> c, (a, b) -> a));
        Lifecycle lives = new Lifecycle(told, snapshots.at(moment).terms());
        return matching.stream()
                .filter(deal -> lives.fates(deal).stream().anyMatch(fates::contains))
                .toList();
    }

    /** The tiers that support each term, in one statement for all. */
    private Function<Term, Set<Tier>> tiers(List<Deal> all) {
        List<String> ids = all.stream()
                .flatMap(deal -> deal.terms().stream())
                .flatMap(term -> term.supports().stream())
                .toList();
        Map<String, Tier> byClaim = store.read(tx -> claims.listByIds(tx, ids)).stream()
                .collect(Collectors.toMap(c -> c.claim().id(), SourcedClaim::tier, (a, b) -> a));
        return term -> term.supports().stream()
                .map(byClaim::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
