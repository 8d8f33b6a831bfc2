package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Totals;
import org.dealgraph.answer.Trigger;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;

/** Who stands for whose debts. */
@Singleton
final class GuaranteeWiring implements TopicWiring {

    private final Answers answers;
    private final Organizations organizations;

    GuaranteeWiring(Answers answers, Organizations organizations) {
        this.answers = answers;
        this.organizations = organizations;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("guarantees", this::guarantees));
        wiring.type(
                "Guarantee",
                type -> type.dataFetcher(
                                "guarantors",
                                guarantee((env, g) ->
                                        Loaders.organizations(env, g.term().from())))
                        .dataFetcher(
                                "obligors",
                                guarantee((env, g) ->
                                        Loaders.organizations(env, g.term().to())))
                        .dataFetcher(
                                "beneficiaries",
                                guarantee((env, g) ->
                                        Loaders.organizations(env, g.term().beneficiaries())))
                        .dataFetcher(
                                "cap", guarantee((env, g) -> g.term().subject().money()))
                        .dataFetcher(
                                "until",
                                guarantee((env, g) -> g.term().schedule().end()))
                        .dataFetcher("trigger", guarantee(GuaranteeWiring::trigger)));
    }

    private Object guarantees(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        LocalDate day = asked.day();
        Scope scope = new Scope(
                organizations.keys(env.getArgument("by"), true, day),
                organizations.keys(env.getArgument("of"), true, day),
                asked.group());
        Map<String, Term> byId = asked.byId();
        List<Term> papers = asked.snapshot()
                .answer(
                        "guarantees",
                        () -> asked.snapshot().terms().stream()
                                .filter(GuaranteeWiring::stands)
                                .toList());
        List<Guarantee> found = papers.stream()
                .filter(term -> touches(scope, term))
                .sorted(Comparator.comparing(GuaranteeWiring::size).reversed().thenComparing(Term::id))
                .map(term -> Guarantee.of(term, byId, papers))
                .toList();
        return Moments.at(
                asked.moment(),
                new Answer(
                        asked.moment(), asked.revision(), found, asked.sums(Totals.of(papers, scope, Basis.HEADLINE))));
    }

    private static boolean touches(Scope scope, Term term) {
        return some(scope.from(), term.from(), scope) && some(scope.to(), term.to(), scope);
    }

    private static boolean some(Set<String> asked, List<String> named, Scope scope) {
        return asked.isEmpty() || named.stream().map(scope.group()).anyMatch(asked::contains);
    }

    private static boolean stands(Term term) {
        Instrument paper = term.subject().instrument();
        return paper != null && paper.guarantees();
    }

    private static BigDecimal size(Term term) {
        return term.subject().quantity().map(q -> q.value()).orElse(BigDecimal.ZERO);
    }

    private static Object trigger(DataFetchingEnvironment env, Guarantee guarantee) {
        return Loaders.claims(env, guarantee.term().supports())
                .thenApply(claims -> claims.stream()
                        .map(c -> Trigger.in(c.claim().evidence().quote()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null));
    }

    private static graphql.schema.DataFetcher<@Nullable Object> guarantee(
            java.util.function.BiFunction<DataFetchingEnvironment, Guarantee, @Nullable Object> field) {
        return Wirings.with(Guarantee.class, field);
    }

    /** The answer as the schema has it. */
    record Answer(Moment moment, String revision, List<Guarantee> guarantees, List<CommitmentWiring.Sum> totals) {}

    /** A guarantee with the terms it is linked to, either way. */
    record Guarantee(Term term, List<Term> sameAs, List<Term> secures) {

        static Guarantee of(Term term, Map<String, Term> byId, List<Term> papers) {
            Stream<Term> mirrored = linked(term, TermLink.Kind.MIRRORS, byId);
            Stream<Term> mirrors = papers.stream()
                    .filter(other -> linked(other, TermLink.Kind.MIRRORS, byId).anyMatch(term::equals));
            return new Guarantee(
                    term,
                    Stream.concat(mirrored, mirrors).distinct().toList(),
                    linked(term, TermLink.Kind.SECURES, byId).toList());
        }

        private static Stream<Term> linked(Term term, TermLink.Kind kind, Map<String, Term> byId) {
            return term.links().stream()
                    .filter(link -> link.kind() == kind)
                    .map(link -> byId.get(link.term()))
                    .filter(Objects::nonNull);
        }
    }
}
