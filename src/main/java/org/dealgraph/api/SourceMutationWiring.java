package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.dealgraph.model.Scope;
import org.dealgraph.model.Source.Filter;
import org.dealgraph.model.Source.Kind;
import org.dealgraph.model.Source.Selectors;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.Carried;
import org.dealgraph.pipeline.Order;
import org.dealgraph.pipeline.poll.SourceBook;
import org.dealgraph.pipeline.poll.SourceDraft;
import org.jspecify.annotations.Nullable;

/** The mutations about sources. */
@Singleton
final class SourceMutationWiring implements TopicWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SourceBook book;

    SourceMutationWiring(SourceBook book) {
        this.book = book;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Mutation",
                type -> type.dataFetcher("addSource", change((env, order) -> book.add(order, draft(env))))
                        .dataFetcher("changeSource", change((env, order) -> book.change(order, draft(env))))
                        .dataFetcher("disableSource", change((env, order) -> book.enable(order, id(env), false)))
                        .dataFetcher("enableSource", change((env, order) -> book.enable(order, id(env), true)))
                        .dataFetcher("pollSource", new Change(Scope.SOURCES, this::poll)));
    }

    private DataFetcher<Payload> change(BiFunction<DataFetchingEnvironment, Order, Carried> work) {
        return new Change(Scope.SOURCES, (env, order) -> payload(work.apply(env, order), null));
    }

    private Payload poll(DataFetchingEnvironment env, Order order) {
        SourceBook.Poll poll = book.poll(order, id(env));
        boolean ended = ended(poll.ended());
        return payload(poll.carried(), ended);
    }

    private Payload payload(Carried carried, @Nullable Boolean polled) {
        String id = carried.effect().source();
        return Payload.of(carried).about(id == null ? null : book.find(id).orElse(null), polled);
    }

    private static boolean ended(Future<?> poll) {
        try {
            poll.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String id(DataFetchingEnvironment env) {
        return String.valueOf(env.<@Nullable Object>getArgument("id"));
    }

    private static SourceDraft draft(DataFetchingEnvironment env) {
        Map<String, @Nullable Object> input = env.getArgumentOrDefault("source", Map.of());
        Integer minutes = (Integer) input.get("pollMinutes");
        return new SourceDraft(
                String.valueOf(input.get("id")),
                (String) input.get("title"),
                (String) input.get("publisher"),
                input.get("tier") == null ? null : Tier.valueOf(String.valueOf(input.get("tier"))),
                input.get("kind") == null ? null : Kind.valueOf(String.valueOf(input.get("kind"))),
                (String) input.get("address"),
                minutes == null ? null : Duration.ofMinutes(minutes),
                filter(input.get("include")),
                filter(input.get("exclude")),
                input.get("linkSelector") == null && input.get("textSelector") == null
                        ? null
                        : new Selectors((String) input.get("linkSelector"), (String) input.get("textSelector")),
                (Boolean) input.get("stored"),
                (Integer) input.get("expectedPerWeek"),
                (String) input.get("note"));
    }

    private static @Nullable Filter filter(@Nullable Object input) {
        return input instanceof Map<?, ?> map
                ? new Filter(texts(map.get("tags")), texts(map.get("words")), texts(map.get("addresses")))
                : null;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }
}
