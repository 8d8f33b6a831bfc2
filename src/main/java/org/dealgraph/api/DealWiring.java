package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.dealgraph.api.Page.Wanted;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.deal.Directory;
import org.dealgraph.deal.Titles;
import org.dealgraph.graph.Cursor;
import org.dealgraph.model.Claim.Subject;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The fields of deals and their terms. */
@Singleton
final class DealWiring implements TopicWiring {

    private static final Comparator<Term> LARGEST_FIRST = Comparator.comparing(
                    (Term t) -> t.subject().money() == null)
            .thenComparing(
                    t -> t.subject().quantity().map(Interval::value).orElse(java.math.BigDecimal.ZERO),
                    Comparator.reverseOrder())
            .thenComparing(Term::id);

    private final Titles titles;
    private final Catalogue catalogue;

    DealWiring(Directory directory, Catalogue catalogue) {
        this.titles = new Titles(directory);
        this.catalogue = catalogue;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Deal",
                type -> Wirings.identified(type, Deal.class, "Deal", Deal::id)
                        .dataFetcher(
                                "parties",
                                Wirings.with(Deal.class, (env, d) -> Loaders.organizations(env, d.parties())))
                        .dataFetcher(
                                "terms",
                                Wirings.of(
                                        Deal.class,
                                        d -> d.terms().stream()
                                                .sorted(LARGEST_FIRST)
                                                .toList()))
                        .dataFetcher("claims", Wirings.with(Deal.class, DealWiring::claims))
                        .dataFetcher(
                                "independentSources",
                                Wirings.with(
                                        Deal.class,
                                        (env, d) -> Loaders.claims(env, d.claims())
                                                .thenApply(claims -> claims.stream()
                                                        .map(SourcedClaim::independence)
                                                        .distinct()
                                                        .count())))
                        .dataFetcher(
                                "articleCount",
                                Wirings.with(
                                        Deal.class,
                                        (env, d) -> Loaders.claims(env, d.claims())
                                                .thenApply(claims -> claims.stream()
                                                        .map(c -> c.claim().article())
                                                        .distinct()
                                                        .count()))));
        wiring.type(
                "Term",
                type -> Wirings.identified(type, Term.class, "Term", Term::id)
                        .dataFetcher("from", Wirings.with(Term.class, (env, t) -> Loaders.organizations(env, t.from())))
                        .dataFetcher("to", Wirings.with(Term.class, (env, t) -> Loaders.organizations(env, t.to())))
                        .dataFetcher(
                                "beneficiaries",
                                Wirings.with(Term.class, (env, t) -> Loaders.organizations(env, t.beneficiaries())))
                        .dataFetcher(
                                "money", Wirings.of(Term.class, t -> t.subject().money()))
                        .dataFetcher(
                                "power", Wirings.of(Term.class, t -> t.subject().power()))
                        .dataFetcher(
                                "units", Wirings.of(Term.class, t -> t.subject().units()))
                        .dataFetcher("product", Wirings.of(Term.class, t -> product(t.subject())))
                        .dataFetcher(
                                "right", Wirings.of(Term.class, t -> t.subject().right()))
                        .dataFetcher(
                                "instrument",
                                Wirings.of(Term.class, t -> t.subject().instrument()))
                        .dataFetcher("site", Wirings.of(Term.class, t -> site(t.subject())))
                        .dataFetcher(
                                "agreed",
                                Wirings.of(Term.class, t -> t.schedule().agreed()))
                        .dataFetcher(
                                "start",
                                Wirings.of(Term.class, t -> t.schedule().start()))
                        .dataFetcher(
                                "end", Wirings.of(Term.class, t -> t.schedule().end()))
                        .dataFetcher(
                                "milestones",
                                Wirings.of(Term.class, t -> t.schedule().milestones()))
                        .dataFetcher(
                                "termYears",
                                Wirings.of(Term.class, t -> t.schedule().termYears()))
                        .dataFetcher(
                                "flags",
                                Wirings.of(
                                        Term.class,
                                        t -> t.flags().stream().sorted().toList()))
                        .dataFetcher(
                                "supports", Wirings.with(Term.class, (env, t) -> Loaders.claims(env, t.supports())))
                        .dataFetcher(
                                "disputes", Wirings.with(Term.class, (env, t) -> Loaders.claims(env, t.disputes())))
                        .dataFetcher("ends", Wirings.with(Term.class, (env, t) -> Loaders.claims(env, t.ends())))
                        .dataFetcher("text", Wirings.of(Term.class, titles::line)));
        wiring.type(
                "StageStep",
                type -> type.dataFetcher(
                        "claims", Wirings.with(Term.Step.class, (env, s) -> Loaders.claims(env, s.claims()))));
        wiring.type(
                "Milestone",
                type -> type.dataFetcher(
                        "claims", Wirings.with(Milestone.class, (env, m) -> Loaders.claims(env, m.claims()))));
        wiring.type(
                "TermLink",
                type -> type.dataFetcher("term", Wirings.of(Term.TermLink.class, l -> GlobalId.of("Term", l.term())))
                        .dataFetcher(
                                "claims",
                                Wirings.with(Term.TermLink.class, (env, l) -> Loaders.claims(env, l.claims()))));
        wiring.type(
                "Rival",
                type -> type.dataFetcher(
                        "claims", Wirings.with(Conflict.Rival.class, (env, r) -> Loaders.claims(env, r.claims()))));
    }

    private static Object claims(DataFetchingEnvironment env, Deal deal) {
        Wanted wanted = Wanted.of(env);
        Cursor after = wanted.position();
        List<String> ids = deal.claims().stream()
                .filter(id -> after == null || id.compareTo(after.id()) > 0)
                .limit(wanted.fetch())
                .toList();
        return Loaders.claims(env, ids)
                .thenApply(claims ->
                        Page.of(wanted, claims, c -> new Cursor(0, c.claim().id()), c -> c));
    }

    private @Nullable Object product(Subject subject) {
        return subject.product() == null ? null : catalogue.nameOfProduct(subject.product());
    }

    private @Nullable Object site(Subject subject) {
        return subject.site() == null ? null : catalogue.nameOfSite(subject.site());
    }
}
