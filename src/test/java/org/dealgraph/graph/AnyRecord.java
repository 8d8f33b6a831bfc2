package org.dealgraph.graph;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Per;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/** Makes any record of the model from a seed: every component filled, nullable ones left out half the time. */
final class AnyRecord {

    private static final String LETTERS = "aZ09 -\"\\/{}:,\n\té漢😀\u2028";
    private final Random random;

    AnyRecord(long seed) {
        this.random = new Random(seed);
    }

    <T extends Record> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == Interval.class) {
            return interval();
        }
        if (type == PartialDate.class) {
            return date();
        }
        if (type == Money.class) {
            return new Money(interval(), random.nextBoolean() ? "USD" : "EUR", random.nextBoolean() ? Per.YEAR : null);
        }
        if (type == Span.class) {
            int start = random.nextInt(10_000);
            return new Span(start, start + random.nextInt(500));
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return random.nextInt();
        }
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == double.class || type == Double.class) {
            return random.nextDouble();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException("could not make a value: " + type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(c -> component(c.getAnnotatedType()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not make a " + type.getSimpleName(), e);
        }
    }

    private @Nullable Object component(AnnotatedType annotated) {
        if (annotated.isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
            return null;
        }
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic) {
            AnnotatedType element = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
            Stream<@Nullable Object> elements =
                    IntStream.range(0, random.nextInt(4)).mapToObj(i -> component(element));
            return generic.getRawType() == Set.class ? new LinkedHashSet<>(elements.toList()) : elements.toList();
        }
        return value((Class<?>) type);
    }

    private Interval interval() {
        BigDecimal a = decimal();
        return switch (random.nextInt(5)) {
            case 0 -> Interval.stated(a);
            case 1 -> Interval.atLeast(a);
            case 2 -> Interval.upTo(a);
            case 3 -> Interval.about(a);
            default -> Interval.between(a, a.add(decimal()));
        };
    }

    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(60, random), random.nextInt(12) - 3);
    }

    private PartialDate date() {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
        return switch (random.nextInt(5)) {
            case 0 -> PartialDate.ofDay(day);
            case 1 -> PartialDate.ofMonth(YearMonth.from(day));
            case 2 -> PartialDate.ofQuarter(day.getYear(), 1 + random.nextInt(4));
            case 3 -> PartialDate.ofHalf(day.getYear(), 1 + random.nextInt(2));
            default -> PartialDate.ofYear(day.getYear());
        };
    }

    private String text() {
        int[] points = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder(Integer.toString(random.nextInt(1000), 36));
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
