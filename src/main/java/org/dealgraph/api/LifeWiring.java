package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.dealgraph.answer.Lifecycle;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Moment;
import org.dealgraph.pipeline.Snapshots;

/** The life of deals. */
@Singleton
final class LifeWiring implements TopicWiring {

    private final Snapshots snapshots;

    LifeWiring(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Deal", type -> type.dataFetcher("lifecycle", Wirings.with(Deal.class, this::lifecycle)));
        wiring.type(
                "LifeEvent",
                type -> type.dataFetcher(
                        "claims", Wirings.with(Lifecycle.Event.class, (env, e) -> Loaders.claims(env, e.claims()))));
    }

    private Object lifecycle(DataFetchingEnvironment env, Deal deal) {
        Moment moment = Moments.of(env);
        return Loaders.claims(env, deal.claims())
                .thenApply(claims -> new Lifecycle(
                                claims.stream()
                                        .collect(Collectors.toMap(c -> c.claim().id(), c -> c, (a, b) -> a)),
                                snapshots.at(moment).terms())
                        .of(deal));
    }
}
