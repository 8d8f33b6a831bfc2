package org.dealgraph.api.walk;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.SerializationError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import graphql.execution.ResultPath;
import graphql.schema.CoercingSerializeException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.LightDataFetcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.dealgraph.api.walk.Plan.Asked;
import org.jspecify.annotations.Nullable;

/**
 * One request's walk over its plan. What is at hand is written at once; what fetchers promise is collected until nothing
 * else is left, then all loaders are asked together, and so on.
 */
final class Walk {

    private final ExecutionContext context;
    private final DataFetcherExceptionHandler faults;
    private final Map<Asked, Map<String, Object>> arguments = new IdentityHashMap<>();
    private List<Promised> promised = new ArrayList<>();
    private boolean none;

    Walk(ExecutionContext context, DataFetcherExceptionHandler faults) {
        this.context = context;
        this.faults = faults;
    }

    /** A value that comes later, and where it will stand. */
    private record Promised(
            CompletableFuture<?> value,
            Asked field,
            @Nullable Object source,
            @Nullable Object local,
            @Nullable Spot spot,
            Map<String, @Nullable Object> into) {}

    /** The answer; null where a field that may not be null is, up to the root. */
    @Nullable
    Map<String, @Nullable Object> answer(Plan plan, @Nullable Object root, @Nullable Object local) {
        Map<String, @Nullable Object> data = object(plan);
        fill(plan, root, local, null, data);
        while (!promised.isEmpty()) {
            keep();
        }
        return none ? null : data;
    }

    /** Takes what promises have come true; where none has, the loaders are asked, and then the first is waited for. */
    private void keep() {
        int asked = context.getDataLoaderRegistry().dispatchAllWithCount();
        List<Promised> open = promised;
        promised = new ArrayList<>();
        boolean some = asked > 0;
        for (Promised each : open) {
            if (each.value().isDone() || !some) {
                some = true;
                settle(each.field(), value(each), each.source(), each.local(), each.spot(), each.into());
            } else {
                promised.add(each);
            }
        }
    }

    private @Nullable Object value(Promised each) {
        try {
            return each.value().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fault(each.field(), each.source(), each.local(), each.spot(), e);
        } catch (ExecutionException | CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return fault(each.field(), each.source(), each.local(), each.spot(), cause);
        }
    }

    private void fill(
            Plan plan,
            @Nullable Object source,
            @Nullable Object local,
            @Nullable Spot spot,
            Map<String, @Nullable Object> into) {
        for (Asked field : plan.fields()) {
            Object value = fetch(field, source, local, spot);
            if (value instanceof CompletionStage<?> stage) {
                into.put(field.key(), null);
                promised.add(new Promised(stage.toCompletableFuture(), field, source, local, spot, into));
            } else {
                settle(field, value, source, local, spot, into);
            }
        }
    }

    private @Nullable Object fetch(Asked field, @Nullable Object source, @Nullable Object local, @Nullable Spot spot) {
        try {
            return switch (field.fetcher()) {
                case null -> field.parent().getName();
                case LightDataFetcher<?> light
                when source != null ->
                    light.get(field.definition(), source, () -> environment(field, source, local, spot));
                case Object some -> field.fetcher().get(environment(field, source, local, spot));
            };
        } catch (Exception e) {
            return fault(field, source, local, spot, e);
        }
    }

    private void settle(
            Asked field,
            @Nullable Object fetched,
            @Nullable Object source,
            @Nullable Object led,
            @Nullable Spot spot,
            Map<String, @Nullable Object> into) {
        Object value = fetched;
        Object local = led;
        if (fetched instanceof DataFetcherResult<?> result) {
            result.getErrors().forEach(context::addError);
            local = result.getLocalContext() == null ? led : result.getLocalContext();
            value = result.getData();
        }
        switch (field.shape()) {
            case Shape.Scalar leaf -> leaf(field, leaf, value, spot, into);
            case Shape.Choice leaf -> leaf(field, leaf, value, spot, into);
            case Shape.One one -> one(field, one, plain(value), local, spot, into);
            case Shape.Many many -> many(field, many, plain(value), local, spot, into);
        }
    }

    private void leaf(
            Asked field, Shape shape, @Nullable Object value, @Nullable Spot spot, Map<String, @Nullable Object> into) {
        Object written = written(shape, plain(value), field, spot, -1);
        into.put(field.key(), written);
        if (written == null && shape.required()) {
            missing(field, Spot.path(spot).segment(field.key()), spot);
        }
    }

    private void one(
            Asked field,
            Shape.One shape,
            @Nullable Object value,
            @Nullable Object local,
            @Nullable Spot spot,
            Map<String, @Nullable Object> into) {
        if (value == null) {
            into.put(field.key(), null);
            if (shape.required()) {
                missing(field, Spot.path(spot).segment(field.key()), spot);
            }
            return;
        }
        Map<String, @Nullable Object> object = object(shape.plan());
        into.put(field.key(), object);
        fill(shape.plan(), value, local, Spot.of(spot, into, field.key(), shape.required()), object);
    }

    private void many(
            Asked field,
            Shape.Many shape,
            @Nullable Object value,
            @Nullable Object local,
            @Nullable Spot spot,
            Map<String, @Nullable Object> into) {
        if (value == null) {
            into.put(field.key(), null);
            if (shape.required()) {
                missing(field, Spot.path(spot).segment(field.key()), spot);
            }
            return;
        }
        Iterable<?> all = iterable(value);
        List<@Nullable Object> list = new ArrayList<>(all instanceof Collection<?> known ? known.size() : 8);
        into.put(field.key(), list);
        items(field, shape.each(), all, local, Spot.of(spot, into, field.key(), shape.required()), list);
    }

    private void items(
            Asked field, Shape each, Iterable<?> all, @Nullable Object local, Spot spot, List<@Nullable Object> list) {
        for (Object item : all) {
            int index = list.size();
            list.add(null);
            Object plain = plain(item);
            if (plain == null) {
                if (each.required()) {
                    missing(field, Spot.path(spot).segment(index), spot);
                }
                continue;
            }
            switch (each) {
                case Shape.One one -> {
                    Map<String, @Nullable Object> object = object(one.plan());
                    list.set(index, object);
                    fill(one.plan(), plain, local, Spot.of(spot, list, index, one.required()), object);
                }
                case Shape.Many many -> {
                    List<@Nullable Object> inner = new ArrayList<>();
                    list.set(index, inner);
                    items(
                            field,
                            many.each(),
                            iterable(plain),
                            local,
                            Spot.of(spot, list, index, many.required()),
                            inner);
                }
                default -> {
                    Object written = written(each, plain, field, spot, index);
                    list.set(index, written);
                    if (written == null && each.required()) {
                        missing(field, Spot.path(spot).segment(index), spot);
                    }
                }
            }
        }
    }

    private @Nullable Object written(Shape shape, @Nullable Object value, Asked field, @Nullable Spot spot, int index) {
        if (value == null) {
            return null;
        }
        try {
            return switch (shape) {
                case Shape.Scalar leaf ->
                    leaf.type().getCoercing().serialize(value, context.getGraphQLContext(), context.getLocale());
                case Shape.Choice leaf ->
                    value instanceof Enum<?> e && leaf.type().getValue(e.name()) != null
                            ? e.name()
                            : leaf.type().serialize(value, context.getGraphQLContext(), context.getLocale());
                default -> throw new IllegalStateException("could not write an object as a leaf: " + field.key());
            };
        } catch (CoercingSerializeException e) {
            ResultPath path = Spot.path(spot);
            context.addError(new SerializationError(index < 0 ? path.segment(field.key()) : path.segment(index), e));
            return null;
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static Iterable<?> iterable(Object value) {
        return switch (value) {
            case Iterable<?> all -> all;
            case Object[] all -> Arrays.asList(all);
            case Stream<?> all -> all.toList();
            default -> List.of(value);
        };
    }

    private static Map<String, @Nullable Object> object(Plan plan) {
        return LinkedHashMap.newLinkedHashMap(plan.fields().size());
    }

    /** A field without the value that it must have takes what stands around it along. */
    private void missing(Asked field, ResultPath path, @Nullable Spot spot) {
        context.addError(
                GraphqlErrorBuilder.newError()
                        .message("this field must have a value and has none")
                        .path(path)
                        .location(field.merged().getSingleField().getSourceLocation())
                        .errorType(ErrorType.NullValueInNonNullableField)
                        .build(),
                path);
        none |= !Spot.clear(spot);
    }

    private @Nullable Object fault(
            Asked field, @Nullable Object source, @Nullable Object local, @Nullable Spot spot, Throwable fault) {
        if (fault instanceof GraphQLError known) {
            context.addError(known, Spot.path(spot).segment(field.key()));
            return null;
        }
        faults.handleException(DataFetcherExceptionHandlerParameters.newExceptionParameters()
                        .dataFetchingEnvironment(environment(field, source, local, spot))
                        .exception(fault)
                        .build())
                .join()
                .getErrors()
                .forEach(context::addError);
        return null;
    }

    private DataFetchingEnvironment environment(
            Asked field, @Nullable Object source, @Nullable Object local, @Nullable Spot spot) {
        return Environments.of(context, field, source, local, spot, arguments(field));
    }

    private Map<String, Object> arguments(Asked field) {
        Map<String, Object> fixed = field.fixed();
        return fixed != null
                ? fixed
                : arguments.computeIfAbsent(field, f -> Plans.arguments(context, f.definition(), f.arguments()));
    }
}
