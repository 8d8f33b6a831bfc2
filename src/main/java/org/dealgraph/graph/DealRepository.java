package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Deals with their terms: a view over claims, replaced as a whole whenever claims change what it shows. */
@Singleton
public final class DealRepository {

    private final Queries queries;
    private final KeptBodies<Deal> kept = new KeptBodies<>(Deal.class, 32);

    public DealRepository(Queries queries) {
        this.queries = queries;
    }

    /**
     * Deletes the deals {@code gone} and saves {@code deals}, in the place of what was stored under their ids. Their
     * claims and organizations are in the graph already. A term that moves from one of these deals to another keeps the
     * links that lead to it.
     */
    public void replace(TransactionContext tx, Collection<String> gone, Collection<Deal> deals) {
        SortedSet<String> touched = new TreeSet<>(gone);
        deals.forEach(deal -> touched.add(deal.id()));
        if (touched.isEmpty()) {
            return;
        }
        List<String> kept = deals.stream()
                .flatMap(deal -> deal.terms().stream())
                .map(Term::id)
                .toList();
        queries.execute(
                tx,
                Statement.DEAL_CLEAR,
                new Row().with("ids", List.copyOf(touched)).with("kept", kept));
        deals.forEach(deal -> touched.remove(deal.id()));
        if (!touched.isEmpty()) {
            queries.execute(tx, Statement.DEAL_DELETE, new Row().with("ids", List.copyOf(touched)));
        }
        queries.execute(tx, Statement.DEAL_SAVE, new Row().with("rows", DealRows.deals(deals)));
        var links = DealRows.links(deals);
        if (!links.isEmpty()) {
            queries.execute(tx, Statement.DEAL_LINK_TERMS, new Row().with("rows", links));
        }
    }

    /** The deal with this id, or the one that the claim with this id is now in. */
    public Optional<Deal> findById(TransactionContext tx, String id) {
        return queries.find(tx, Statement.DEAL_FIND_BY_ID, new Row().with("id", id), Queries.body(Deal.class));
    }

    /** Every deal, by id. */
    public List<Deal> listAll(TransactionContext tx) {
        return list(tx, Statement.DEAL_LIST_ALL, new Row());
    }

    /** The deals with these ids, by id; unknown ids are passed over. */
    public List<Deal> listByIds(TransactionContext tx, Collection<String> ids) {
        return list(tx, Statement.DEAL_LIST_BY_IDS, new Row().with("ids", List.copyOf(ids)));
    }

    /** The deals that rest on a claim in these blocks, retired claims too, by id. */
    public List<Deal> listInBlocks(TransactionContext tx, Collection<String> keys) {
        return list(tx, Statement.DEAL_LIST_IN_BLOCKS, new Row().with("keys", List.copyOf(keys)));
    }

    /** The deals that rest on one of these claims, by id. */
    public List<Deal> listByClaims(TransactionContext tx, Collection<String> claims) {
        return list(tx, Statement.DEAL_LIST_BY_CLAIMS, new Row().with("claims", List.copyOf(claims)));
    }

    /** At most {@code first} of the deals that a filter lets through, in an order, after a cursor of that order. */
    public List<Ranked<Deal>> list(
            TransactionContext tx,
            DealFilter filter,
            DealOrder order,
            boolean descending,
            @Nullable Cursor after,
            int first) {
        if (filter.isHopeless()) {
            return List.of();
        }
        if (order == DealOrder.PUBLISHED && descending && filter.isOfOneGroup()) {
            return listLatestOf(tx, filter, after, first);
        }
        return queries.list(
                tx,
                Statement.DEAL_LIST,
                filter.row()
                        .with("order", order)
                        .with("sign", descending ? -1 : 1)
                        .with("afterKey", after == null ? null : after.key())
                        .with("afterId", after == null ? null : after.id())
                        .with("first", first),
                this::ranked);
    }

    /**
     * At most {@code first} of all dated deals, latest published first, after a cursor: the same as {@link #list} by
     * PUBLISHED without a filter as long as dates last, and read from the index alone.
     */
    public List<Ranked<Deal>> listLatest(TransactionContext tx, @Nullable Cursor after, int first) {
        return queries.list(
                tx,
                Statement.DEAL_LIST_LATEST,
                new Row()
                        .with("day", after == null ? LocalDate.MAX.toEpochDay() : Math.round(-after.key()))
                        .with("id", after == null ? "" : after.id())
                        .with("first", first),
                this::ranked);
    }

    /** What most who look at an organization ask for first, by a statement that does nothing else. */
    private List<Ranked<Deal>> listLatestOf(
            TransactionContext tx, DealFilter filter, @Nullable Cursor after, int first) {
        return queries.list(
                tx,
                Statement.DEAL_LIST_LATEST_OF,
                new Row()
                        .with("parties", filter.group())
                        .with("kinds", DealFilter.names(filter.kinds()))
                        .with("afterKey", after == null ? -Double.MAX_VALUE : after.key())
                        .with("afterId", after == null ? "" : after.id())
                        .with("first", first),
                this::ranked);
    }

    public long count(TransactionContext tx, DealFilter filter) {
        return filter.isHopeless() ? 0 : queries.number(tx, Statement.DEAL_COUNT, filter.row());
    }

    private List<Deal> list(TransactionContext tx, Statement statement, Row parameters) {
        return queries.list(tx, statement, parameters, Queries.body(Deal.class));
    }

    private Ranked<Deal> ranked(Record row) {
        return new Ranked<>(
                kept.apply(row),
                new Cursor(row.get("key").asDouble(), row.get("id").asString()));
    }
}
