package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Mention;
import org.dealgraph.model.Party;
import org.dealgraph.model.Resolution;
import org.dealgraph.model.SourcedClaim;
import org.jspecify.annotations.Nullable;

/** The fields of claims, their evidence and their articles. */
@Singleton
final class ClaimWiring implements TopicWiring {

    private final Catalogue catalogue;
    private final GraphStore store;
    private final ClaimRepository claims;
    private final DealLists lists;

    ClaimWiring(Catalogue catalogue, GraphStore store, ClaimRepository claims, DealLists lists) {
        this.catalogue = catalogue;
        this.store = store;
        this.claims = claims;
        this.lists = lists;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Claim",
                type -> standing(subject(Wirings.identified(
                                type,
                                SourcedClaim.class,
                                "Claim",
                                c -> c.claim().id())
                        .dataFetcher("kind", claim(Claim::kind))
                        .dataFetcher(
                                "from",
                                Wirings.of(
                                        SourcedClaim.class,
                                        c -> parties(c, "FROM", c.claim().from(), c.from())))
                        .dataFetcher(
                                "to",
                                Wirings.of(
                                        SourcedClaim.class,
                                        c -> parties(c, "TO", c.claim().to(), c.to())))
                        .dataFetcher(
                                "beneficiaries",
                                Wirings.of(
                                        SourcedClaim.class,
                                        c -> parties(c, "FOR", c.claim().beneficiaries(), c.beneficiaries())))
                        .dataFetcher("attribution", claim(Claim::attribution))
                        .dataFetcher("core", claim(Claim::core))
                        .dataFetcher("confidence", claim(c -> c.reading().confidence()))
                        .dataFetcher("rule", claim(c -> c.reading().rule()))
                        .dataFetcher(
                                "evidence",
                                Wirings.of(
                                        SourcedClaim.class,
                                        c -> new Passage(
                                                c.claim().evidence(), c.claim().article())))
                        .dataFetcher(
                                "article",
                                Wirings.with(
                                        SourcedClaim.class,
                                        (env, c) ->
                                                Loaders.article(env, c.claim().article())))
                        .dataFetcher(
                                "deal",
                                Wirings.with(
                                        SourcedClaim.class,
                                        (env, c) -> Moments.of(env).now()
                                                ? Loaders.dealOfClaim(
                                                        env, c.claim().id())
                                                : lists.find(c.claim().id(), Moments.of(env)))))));
        wiring.type(
                "Party",
                type -> type.dataFetcher(
                                "organization",
                                Wirings.with(Named.class, (env, p) -> Loaders.organization(env, p.id())))
                        .dataFetcher(
                                "resolution",
                                Wirings.with(
                                        Named.class,
                                        (env, p) -> Loaders.mentions(env, p.claim())
                                                .thenApply(all -> p.in(all).orElse(null)))));
        wiring.type(
                "AmountRelation",
                type -> type.dataFetcher(
                        "claim",
                        Wirings.of(AmountRelation.class, r -> r.of() == null ? null : GlobalId.of("Claim", r.of()))));
        wiring.type(
                "Evidence",
                type -> type.dataFetcher("quote", Wirings.of(Passage.class, Passage::quote))
                        .dataFetcher(
                                "context",
                                Wirings.with(
                                        Passage.class,
                                        (env, p) -> Loaders.article(env, p.article())
                                                .thenApply(p::context)))
                        .dataFetcher(
                                "spans",
                                Wirings.of(Passage.class, p -> p.evidence().spans())));
        wiring.type(
                "Article",
                type -> Wirings.identified(type, Article.class, "Article", Article::id)
                        .dataFetcher("published", Wirings.of(Article.class, Article::known))
                        .dataFetcher("publishedAssumed", Wirings.of(Article.class, a -> a.published() == null))
                        .dataFetcher("claims", Wirings.with(Article.class, this::claimsOf)));
    }

    private TypeRuntimeWiring.Builder subject(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("money", claim(c -> c.subject().money()))
                .dataFetcher("power", claim(c -> c.subject().power()))
                .dataFetcher("units", claim(c -> c.subject().units()))
                .dataFetcher(
                        "product",
                        claim(c -> c.subject().product() == null
                                ? null
                                : catalogue.nameOfProduct(c.subject().product())))
                .dataFetcher("right", claim(c -> c.subject().right()))
                .dataFetcher("instrument", claim(c -> c.subject().instrument()))
                .dataFetcher(
                        "site",
                        claim(c -> c.subject().site() == null
                                ? null
                                : catalogue.nameOfSite(c.subject().site())))
                .dataFetcher("agreed", claim(c -> c.schedule().agreed()))
                .dataFetcher("start", claim(c -> c.schedule().start()))
                .dataFetcher("end", claim(c -> c.schedule().end()))
                .dataFetcher("termYears", claim(c -> c.schedule().termYears()));
    }

    private static TypeRuntimeWiring.Builder standing(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("stage", claim(c -> c.standing().stage()))
                .dataFetcher(
                        "flags",
                        claim(c -> c.standing().flags().stream().sorted().toList()))
                .dataFetcher("polarity", claim(c -> c.standing().polarity()))
                .dataFetcher("relation", claim(c -> c.standing().relation()));
    }

    private Object claimsOf(@SuppressWarnings("unused") DataFetchingEnvironment env, Article article) {
        return store.ask(tx -> claims.listByArticle(tx, article.id()));
    }

    private static graphql.schema.DataFetcher<@Nullable Object> claim(Function<Claim, @Nullable Object> field) {
        return Wirings.of(SourcedClaim.class, c -> field.apply(c.claim()));
    }

    private static List<Named> parties(SourcedClaim of, String side, List<Party> parties, List<String> ids) {
        return IntStream.range(0, parties.size())
                .mapToObj(i ->
                        new Named(parties.get(i).name(), ids.get(i), of.claim().id(), side, i))
                .toList();
    }

    /** A party with the organization it was resolved to, and where its claim names it. */
    record Named(String name, String id, String claim, String side, int order) {

        Optional<Resolution> in(List<Mention> mentions) {
            return mentions.stream()
                    .filter(m -> m.side().equals(side) && m.order() == order)
                    .findFirst()
                    .map(Mention::resolution);
        }
    }

    /** Evidence with the id of the article that it stands in, which is read only for what stands around it. */
    record Passage(Evidence evidence, String article) {

        private static final int LONGEST = 300;

        /** The quote, at most 300 characters. */
        String quote() {
            return quote(evidence);
        }

        static String quote(Evidence evidence) {
            String quote = evidence.quote();
            return quote.length() <= LONGEST ? quote : quote.substring(0, LONGEST - 1) + "…";
        }

        /** At most 300 characters of the article around the evidence; the quote alone where the text is not kept. */
        String context(Article within) {
            String text = within.text();
            if (evidence.spans().isEmpty() || evidence.spans().getFirst().end() > text.length()) {
                return quote();
            }
            int start = evidence.spans().getFirst().start();
            int end = Math.min(evidence.spans().getFirst().end(), start + LONGEST);
            int room = (LONGEST - (end - start)) / 2;
            int from = Math.max(0, start - room);
            int to = Math.min(text.length(), end + room);
            return (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
        }
    }
}
