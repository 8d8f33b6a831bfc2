package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.Power;
import org.jspecify.annotations.Nullable;

/** Numbers: money, power and counts as intervals in the unit that is asked for. */
final class ValueWiring {

    private static final Map<String, Integer> POWERS_OF_TEN =
            Map.of("ONE", 0, "MILLION", 6, "BILLION", 9, "MW", 0, "GW", 3);

    private ValueWiring() {}

    static void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Money",
                type -> interval(type, Money::amount, Money.class)
                        .dataFetcher("text", Wirings.of(Money.class, Money::text)));
        wiring.type(
                "Power",
                type -> interval(type, Power::megawatts, Power.class)
                        .dataFetcher("text", Wirings.of(Power.class, Power::text)));
        wiring.type(
                "Units",
                type -> interval(type, Function.identity(), Interval.class)
                        .dataFetcher(
                                "text",
                                Wirings.of(
                                        Interval.class,
                                        i -> i.text(x -> String.format(Locale.ROOT, "%,d", x.toBigInteger())))));
    }

    private static <S> TypeRuntimeWiring.Builder interval(
            TypeRuntimeWiring.Builder type, Function<S, Interval> of, Class<S> source) {
        return type.dataFetcher("value", new End<>(source, of, Interval::value))
                .dataFetcher("low", new End<>(source, of, Interval::low))
                .dataFetcher("high", new End<>(source, of, Interval::high))
                .dataFetcher("bound", Wirings.of(source, s -> of.apply(s).bound()));
    }

    /** An end of an interval in the unit that is asked for; where the field takes no unit, no arguments are looked at. */
    private record End<S>(Class<S> type, Function<S, Interval> of, Function<Interval, @Nullable BigDecimal> end)
            implements LightDataFetcher<@Nullable BigDecimal> {

        @Override
        public @Nullable BigDecimal get(
                GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> env) {
            BigDecimal x = end.apply(of.apply(type.cast(source)));
            return x == null || definition.getArguments().isEmpty()
                    ? x
                    : scaled(x, env.get().getArgument("unit"));
        }

        @Override
        public @Nullable BigDecimal get(DataFetchingEnvironment env) {
            return get(env.getFieldDefinition(), source(env), () -> env);
        }

        private static BigDecimal scaled(BigDecimal x, @Nullable String unit) {
            return unit == null ? x : plain(x.movePointLeft(POWERS_OF_TEN.getOrDefault(unit, 0)));
        }
    }

    private static BigDecimal plain(BigDecimal x) {
        BigDecimal stripped = x.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Object source(DataFetchingEnvironment env) {
        Object source = env.getSource();
        if (source == null) {
            throw new IllegalStateException("could not answer a field without its object: "
                    + env.getField().getName());
        }
        return source;
    }
}
