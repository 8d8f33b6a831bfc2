package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.answer.FigureConflict;
import org.dealgraph.answer.TermConflict;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.pipeline.Inquiry;
import org.jspecify.annotations.Nullable;

/** Where sources disagree, in figures and in deals. */
@Singleton
final class ConflictWiring implements TopicWiring {

    private static final int MOST = 500;

    private final Answers answers;
    private final Organizations organizations;

    ConflictWiring(Answers answers, Organizations organizations) {
        this.answers = answers;
        this.organizations = organizations;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("conflicts", this::conflicts));
        wiring.type(
                "Disagreement",
                type -> type.typeResolver(env -> env.getSchema()
                        .getObjectType(env.getObject() instanceof OfFigures ? "FigureConflict" : "TermConflict")));
        wiring.type(
                "FigureConflict",
                type -> type.dataFetcher(
                                "organization",
                                Wirings.with(
                                        OfFigures.class,
                                        (env, c) -> FigureWiring.organization(
                                                env, c.figures().getFirst().organization())))
                        .dataFetcher(
                                "counterparty",
                                Wirings.with(
                                        OfFigures.class,
                                        (env, c) -> FigureWiring.organization(
                                                env, c.figures().getFirst().counterparty()))));
    }

    private Object conflicts(DataFetchingEnvironment env) {
        Inquiry inquiry = answers.asked(env).inquiry();
        int first = Objects.requireNonNull(env.<Integer>getArgument("first"));
        if (first < 1 || first > MOST) {
            throw new BadArgument("first: must be from 1 to " + MOST + ", not " + first);
        }
        double least = Objects.requireNonNull(env.<Double>getArgument("minSpread"));
        String metric = env.getArgument("metric");
        List<String> about = Objects.requireNonNull(env.<List<String>>getArgument("about"));
        Set<String> asked = organizations.keys(env.getArgument("organizations"), false, null);
        Stream<Wide> figures = about.contains("FIGURES") ? ofFigures(inquiry, metric, asked) : Stream.of();
        Stream<Wide> terms = about.contains("DEALS") && metric == null ? ofTerms(inquiry, asked) : Stream.of();
        return Moments.at(
                inquiry.moment(),
                Stream.concat(figures, terms)
                        .filter(c ->
                                least <= 0 || (c.spread() != null && c.spread().doubleValue() >= least))
                        .sorted(Comparator.comparing(
                                Wide::spread, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                        .limit(first)
                        .toList());
    }

    private Stream<Wide> ofFigures(Inquiry inquiry, @Nullable String metric, Set<String> asked) {
        return inquiry.figureConflicts().stream()
                .filter(c -> metric == null || c.chosen().metric() == Metric.valueOf(metric))
                .filter(c -> asked.isEmpty()
                        || (c.chosen().organization() != null
                                && asked.contains(c.chosen().organization())))
                .map(OfFigures::of);
    }

    private Stream<Wide> ofTerms(Inquiry inquiry, Set<String> asked) {
        return inquiry.termConflicts().stream()
                .filter(c -> asked.isEmpty() || c.deal().parties().stream().anyMatch(asked::contains))
                .map(OfTerm::of);
    }

    /** What both have. */
    private sealed interface Wide {
        @Nullable
        BigDecimal spread();
    }

    /** A conflict of figures as the schema has it. */
    record OfFigures(
            String aspect,
            String chosen,
            String rule,
            BigDecimal difference,
            @Nullable BigDecimal spread,
            Metric metric,
            String scope,
            String period,
            List<Figure> figures)
            implements Wide {

        static Wide of(FigureConflict c) {
            Figure shown = c.chosen();
            return new OfFigures(
                    shown.metric() + " " + shown.measure(),
                    shown.value().text(x -> x.toPlainString() + " " + shown.unit()),
                    c.rule(),
                    c.difference(),
                    c.spread(),
                    shown.metric(),
                    shown.scope(),
                    shown.period(),
                    c.rivals());
        }
    }

    /** A conflict of a term as the schema has it. */
    record OfTerm(
            String aspect,
            String chosen,
            String rule,
            @Nullable BigDecimal difference,
            @Nullable BigDecimal spread,
            Object term,
            Object deal,
            Object rivals)
            implements Wide {

        static Wide of(TermConflict c) {
            return new OfTerm(
                    c.conflict().aspect(),
                    c.conflict().chosen(),
                    c.conflict().rule(),
                    c.difference(),
                    c.spread(),
                    c.term(),
                    c.deal(),
                    c.conflict().rivals());
        }
    }
}
