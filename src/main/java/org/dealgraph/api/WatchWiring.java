package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.dealgraph.access.Caller;
import org.dealgraph.model.Scope;
import org.dealgraph.model.Watch;
import org.dealgraph.pipeline.Carried;
import org.dealgraph.pipeline.Order;
import org.dealgraph.pipeline.WatchBook;
import org.jspecify.annotations.Nullable;

/** The fields about watches. */
@Singleton
final class WatchWiring implements TopicWiring {

    private final WatchBook book;
    private final FilterInput input;

    WatchWiring(WatchBook book, Organizations organizations) {
        this.book = book;
        this.input = new FilterInput(organizations);
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("watches", env -> book.listAll())
                        .dataFetcher(
                                "watch",
                                env -> book.findByIdOrName(text(env, "id")).orElse(null)));
        wiring.type(
                "Mutation",
                type -> type.dataFetcher("createWatch", change(this::create))
                        .dataFetcher("updateWatch", change(this::update))
                        .dataFetcher("removeWatch", change((env, order) -> book.remove(order, text(env, "id")))));
        wiring.type(
                "Watch",
                type -> type.dataFetcher("owner", Wirings.with(Watch.class, WatchWiring::owner))
                        .dataFetcher("createdAt", Wirings.of(Watch.class, Watch::created))
                        .dataFetcher("changedAt", Wirings.of(Watch.class, Watch::changed))
                        .dataFetcher("filter", Wirings.of(Watch.class, WatchWiring::parameters))
                        .dataFetcher("query", Wirings.of(Watch.class, w -> new DealQuestion(w.filter()).text()))
                        .dataFetcher("feed", Wirings.with(Watch.class, WatchWiring::feed)));
        wiring.type(
                "WatchPayload",
                type -> AuditWiring.outcome(type).dataFetcher("watch", Wirings.of(Payload.class, this::watch)));
    }

    private Carried create(DataFetchingEnvironment env, Order order) {
        return book.add(order, text(env, "name"), question(env).values());
    }

    private Carried update(DataFetchingEnvironment env, Order order) {
        boolean narrowed = env.getArgument("filter") != null;
        return book.change(
                order,
                text(env, "id"),
                env.getArgument("name"),
                narrowed ? question(env).values() : null);
    }

    private DealQuestion question(DataFetchingEnvironment env) {
        Map<String, Object> filter = env.getArgument("filter");
        return input.question(
                filter == null ? Map.of() : filter,
                env.<@Nullable List<String>>getArgument("changes"),
                env.<@Nullable List<String>>getArgument("causes"));
    }

    private @Nullable Watch watch(Payload payload) {
        return payload.thing() == null ? null : book.find(payload.thing()).orElse(null);
    }

    /** A parameter of a filter, as the schema has it. */
    record Parameter(String name, List<String> values) {}

    private static List<Parameter> parameters(Watch watch) {
        return watch.filter().entrySet().stream()
                .map(e -> new Parameter(e.getKey(), e.getValue()))
                .toList();
    }

    /** Names of keys are not everybody's business. */
    private static @Nullable String owner(DataFetchingEnvironment env, Watch watch) {
        Execution.keepOutOfCache(env);
        Caller caller = env.getGraphQlContext().get(Caller.class);
        return caller != null && caller.may(Scope.WATCHES) ? watch.owner() : null;
    }

    private static String feed(DataFetchingEnvironment env, Watch watch) {
        String form = Objects.requireNonNull(env.<String>getArgument("form")).toLowerCase(Locale.ROOT);
        return "/feeds/deals." + form + "?watch=" + watch.id();
    }

    private static String text(DataFetchingEnvironment env, String argument) {
        return String.valueOf(env.<@Nullable Object>getArgument(argument));
    }

    private static DataFetcher<Payload> change(BiFunction<DataFetchingEnvironment, Order, Carried> work) {
        return new Change(Scope.WATCHES, (env, order) -> Payload.of(work.apply(env, order)));
    }
}
