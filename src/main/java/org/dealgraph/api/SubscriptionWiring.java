package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.event.DealEvent;
import org.dealgraph.event.EventFilter;
import org.dealgraph.event.EventLog;
import org.dealgraph.event.EventQuery;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Watch;
import org.dealgraph.pipeline.WatchBook;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The fields of the subscription root. Streams are carried by the feed of events and not by graphql-java: a subscription
 * is executed once to read what it asks for, and once more for every event, which its context then holds.
 */
@Singleton
final class SubscriptionWiring implements TopicWiring {

    private final EventLog log;
    private final Filters filters;
    private final WatchBook watches;

    SubscriptionWiring(EventLog log, Filters filters, WatchBook watches) {
        this.log = log;
        this.filters = filters;
        this.watches = watches;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Subscription", type -> type.dataFetcher("dealEvents", this::events));
        wiring.type(
                "DealEvent",
                type -> type.dataFetcher("cursor", event(e -> Long.toString(e.number())))
                        .dataFetcher("kind", event(e -> e.revision().kind()))
                        .dataFetcher("cause", event(e -> e.revision().cause()))
                        .dataFetcher("recordedAt", event(e -> e.revision().recordedAt()))
                        .dataFetcher(
                                "dealId",
                                event(e -> GlobalId.of("Deal", e.revision().deal())))
                        .dataFetcher("deal", event(DealEvent::after))
                        .dataFetcher("before", event(DealEvent::before))
                        .dataFetcher(
                                "claims",
                                Wirings.with(
                                        DealEvent.class,
                                        (env, e) -> Loaders.knownClaims(
                                                env, e.revision().claims()))));
    }

    private Object events(DataFetchingEnvironment env) {
        DealEvent event = env.getGraphQlContext().get(DealEvent.class);
        if (event != null) {
            return event;
        }
        AtomicReference<EventQuery> asked = env.getGraphQlContext().get(EventQuery.class);
        if (asked == null) {
            throw new BadArgument(
                    "subscriptions are streams: send this over WebSocket to /graphql, or to /graphql/stream");
        }
        asked.set(query(env));
        return Flux.empty();
    }

    private EventQuery query(DataFetchingEnvironment env) {
        Map<String, Object> filter = env.getArgumentOrDefault("filter", Map.of());
        Integer first = env.getArgument("first");
        if (first != null && first < 1) {
            throw new BadArgument("first: must be at least 1, not " + first);
        }
        if (filter != null && (filter.get("tiers") != null || filter.get("lifecycle") != null)) {
            throw new BadArgument("filter: tiers and lifecycle cannot be listened to; ask for them in deals");
        }
        Set<Revision.Kind> kinds = Filters.choices(env.getArguments(), "kinds", Revision.Kind.class);
        Set<Revision.Cause> causes = Filters.choices(env.getArguments(), "causes", Revision.Cause.class);
        EventFilter wanted = env.getArgument("watch") instanceof String watch
                ? watched(watch, filter, kinds, causes)
                : new EventFilter(filters.deals(filter == null ? Map.of() : filter, Moment.NOW), kinds, causes);
        return new EventQuery(wanted, after(env.getArgument("after")), first == null ? Long.MAX_VALUE : first);
    }

    /** What a watch is about as it is now, but for the kinds and causes that are asked for. */
    private EventFilter watched(
            String id,
            @Nullable Map<String, Object> filter,
            @Nullable Set<Revision.Kind> kinds,
            @Nullable Set<Revision.Cause> causes) {
        if (filter != null && !filter.isEmpty()) {
            throw new BadArgument("watch: stands in the place of filter, give one of them");
        }
        Watch watch = watches.findByIdOrName(id).orElseThrow(() -> new BadArgument("watch: there is no watch " + id));
        EventFilter own = filters.events(watch);
        return new EventFilter(
                own.deals(), kinds == null ? own.kinds() : kinds, causes == null ? own.causes() : causes);
    }

    private long after(@Nullable String cursor) {
        long last = log.last();
        if (cursor == null) {
            return last;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw new BadArgument("after: must be the cursor of an event, or \"0\" for the beginning");
        }
        long after = Long.parseLong(cursor);
        if (after > last) {
            throw new BadArgument("after: no event has the cursor " + cursor + " yet, the last one is " + last);
        }
        return after;
    }

    private static graphql.schema.DataFetcher<@Nullable Object> event(
            java.util.function.Function<DealEvent, @Nullable Object> field) {
        return Wirings.of(DealEvent.class, field);
    }
}
