package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Small words for wiring fields to records. */
final class Wirings {

    private Wirings() {}

    /** A field that is a function of its object, for which no environment has to be made. */
    static <S> DataFetcher<@Nullable Object> of(Class<S> type, Function<S, @Nullable Object> field) {
        return new Own<>(type, field);
    }

    private record Own<S>(Class<S> type, Function<S, @Nullable Object> field)
            implements LightDataFetcher<@Nullable Object> {

        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> env) {
            return field.apply(type.cast(source));
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment env) {
            return field.apply(source(env, type));
        }
    }

    /** A field that needs loaders or arguments beside its object. */
    static <S> DataFetcher<@Nullable Object> with(
            Class<S> type, BiFunction<DataFetchingEnvironment, S, @Nullable Object> field) {
        return env -> field.apply(env, source(env, type));
    }

    /** The field id, as a global one. */
    static <S> TypeRuntimeWiring.Builder identified(
            TypeRuntimeWiring.Builder type, Class<S> source, String name, Function<S, String> id) {
        return type.dataFetcher("id", of(source, s -> GlobalId.of(name, id.apply(s))));
    }

    private static <S> S source(DataFetchingEnvironment env, Class<S> type) {
        Object source = env.getSource();
        if (source == null) {
            throw new IllegalStateException("could not answer a field without its object: "
                    + env.getField().getName());
        }
        return type.cast(source);
    }
}
