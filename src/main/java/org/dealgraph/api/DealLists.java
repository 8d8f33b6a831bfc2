package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.List;
import org.dealgraph.api.Page.Wanted;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealOrder;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Ranked;
import org.dealgraph.model.Deal;

/** Pages of deals. */
@Singleton
final class DealLists {

    private final GraphStore store;
    private final DealRepository deals;

    DealLists(GraphStore store, DealRepository deals) {
        this.store = store;
        this.deals = deals;
    }

    /** The page that the arguments first and after ask for, of the deals that a filter lets through. */
    Page<Deal> page(DataFetchingEnvironment env, String order, DealFilter filter) {
        Wanted wanted = Wanted.of(env);
        List<Ranked<Deal>> found = store.read(tx -> deals.list(
                tx,
                filter,
                order.equals("LARGEST") ? DealOrder.AMOUNT : DealOrder.PUBLISHED,
                !order.equals("OLDEST"),
                wanted.position(),
                wanted.fetch()));
        return Page.of(wanted, found, Ranked::cursor, Ranked::value);
    }
}
