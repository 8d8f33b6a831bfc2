package org.dealgraph.pipeline;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much an answer holds: the values in its records, lists and maps, each object once. What it shares with the deals that it
 * was computed from, the records of the model, counts as one.
 */
final class Weight {

    private static final int MOST = 50_000_000;
    private static final String MODEL = "org.dealgraph.model";

    private static final ClassValue<List<Method>> PARTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .filter(Method::trySetAccessible)
                    .toList();
        }
    };

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private int weight;

    private Weight() {}

    static int of(Object answer) {
        Weight weight = new Weight();
        weight.add(answer);
        while (!weight.open.isEmpty() && weight.weight < MOST) {
            weight.enter(weight.open.pop());
        }
        return weight.weight;
    }

    private void add(@Nullable Object value) {
        weight++;
        if (value != null && isDeep(value) && seen.add(value)) {
            open.push(value);
        }
    }

    private static boolean isDeep(Object value) {
        return value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || value instanceof Optional<?>
                || (value instanceof Record record
                        && !record.getClass().getPackageName().equals(MODEL));
    }

    private void enter(Object value) {
        switch (value) {
            case Collection<?> all -> all.forEach(this::add);
            case Map<?, ?> map ->
                map.forEach((key, each) -> {
                    add(key);
                    add(each);
                });
            case Optional<?> optional -> optional.ifPresent(this::add);
            default -> PARTS.get(value.getClass()).forEach(part -> add(part(value, part)));
        }
    }

    private static @Nullable Object part(Object record, Method part) {
        try {
            return part.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not weigh an answer: " + part, e);
        }
    }
}
