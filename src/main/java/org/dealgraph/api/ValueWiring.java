package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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
                        .dataFetcher("text", env -> ((Money) source(env)).text()));
        wiring.type(
                "Power",
                type -> interval(type, Power::megawatts, Power.class)
                        .dataFetcher("text", env -> ((Power) source(env)).text()));
        wiring.type(
                "Units",
                type -> interval(type, Function.identity(), Interval.class)
                        .dataFetcher(
                                "text",
                                env -> ((Interval) source(env))
                                        .text(x -> String.format(Locale.ROOT, "%,d", x.toBigInteger()))));
    }

    private static <S> TypeRuntimeWiring.Builder interval(
            TypeRuntimeWiring.Builder type, Function<S, Interval> of, Class<S> source) {
        Function<DataFetchingEnvironment, Interval> interval = env -> of.apply(source.cast(source(env)));
        return type.dataFetcher("value", scaled(env -> interval.apply(env).value()))
                .dataFetcher("low", scaled(env -> interval.apply(env).low()))
                .dataFetcher("high", scaled(env -> interval.apply(env).high()))
                .dataFetcher("bound", env -> interval.apply(env).bound());
    }

    private static DataFetcher<@Nullable BigDecimal> scaled(
            Function<DataFetchingEnvironment, @Nullable BigDecimal> end) {
        return env -> {
            BigDecimal x = end.apply(env);
            String unit = env.getArgument("unit");
            return x == null || unit == null ? x : plain(x.movePointLeft(POWERS_OF_TEN.getOrDefault(unit, 0)));
        };
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
