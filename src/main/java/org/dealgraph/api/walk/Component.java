package org.dealgraph.api.walk;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.PropertyDataFetcher;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field that is a component, or another method, of a record, found once for the type of record that was seen last; anything
 * else is left to graphql-java, which looks a property up for every value.
 */
public final class Component implements LightDataFetcher<@Nullable Object> {

    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

    private final String name;
    private final LightDataFetcher<?> rest;
    private volatile @Nullable Found found;

    public Component(String name) {
        this.name = name;
        this.rest = PropertyDataFetcher.fetching(name);
    }

    private record Found(Class<?> type, @Nullable MethodHandle get) {}

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        Found known = found;
        if (known == null || known.type() != source.getClass()) {
            known = find(source.getClass());
            found = known;
        }
        MethodHandle get = known.get();
        return get == null ? rest.get(definition, source, environment) : invoked(get, source);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Object source = environment.getSource();
        return source == null ? null : get(environment.getFieldDefinition(), source, () -> environment);
    }

    private static @Nullable Object invoked(MethodHandle get, Object source) throws Exception {
        try {
            return get.invokeExact(source);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("could not read a value", e);
        }
    }

    private Found find(Class<?> type) {
        if (type.isRecord()) {
            try {
                Method method = type.getMethod(name);
                if (method.trySetAccessible()) {
                    return new Found(
                            type, MethodHandles.lookup().unreflect(method).asType(ANY));
                }
            } catch (NoSuchMethodException | IllegalAccessException e) {
                return new Found(type, null);
            }
        }
        return new Found(type, null);
    }
}
