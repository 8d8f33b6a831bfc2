package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.answer.Highlights;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimFilter;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealMatch;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.OrganizationRepository;
import org.dealgraph.graph.Ranked;
import org.dealgraph.model.Article;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Organization;
import org.dealgraph.model.SourcedClaim;

/** One search over all that has words. Each kind costs one statement. */
@Singleton
final class SearchWiring implements TopicWiring {

    private static final int MOST = 50;
    private static final int LONGEST = 1_000;

    private final GraphStore store;
    private final OrganizationRepository organizations;
    private final ClaimRepository claims;
    private final ArticleRepository articles;
    private final DealLists deals;
    private final Filters filters;
    private final Catalogue catalogue;

    SearchWiring(
            GraphStore store,
            OrganizationRepository organizations,
            ClaimRepository claims,
            ArticleRepository articles,
            DealLists deals,
            Filters filters,
            Catalogue catalogue) {
        this.store = store;
        this.organizations = organizations;
        this.claims = claims;
        this.articles = articles;
        this.deals = deals;
        this.filters = filters;
        this.catalogue = catalogue;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("search", this::search));
    }

    private Object search(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        String text = Objects.requireNonNull(env.<String>getArgument("text"));
        int first = Objects.requireNonNull(env.<Integer>getArgument("first"));
        if (first < 1 || first > MOST) {
            throw new BadArgument("first: must be from 1 to " + MOST + ", not " + first);
        }
        if (text.length() > LONGEST) {
            throw new BadArgument("text: must have at most " + LONGEST + " characters");
        }
        List<String> in = Objects.requireNonNull(env.<List<String>>getArgument("in"));
        List<Hit> hits = new ArrayList<>();
        if (in.contains("DEAL")) {
            deals.page(env, "NEWEST", filters.deals(Map.of("text", text), moment), null, moment)
                    .nodes()
                    .forEach(deal -> hits.add(hit(deal, text)));
        }
        if (in.contains("ORGANIZATION")) {
            store.ask(tx -> organizations.search(tx, text, 0, first)).forEach(o -> hits.add(hit(o.value(), text)));
        }
        if (in.contains("CLAIM")) {
            claims(text, first, moment).forEach(claim -> hits.add(hit(claim, text)));
        }
        if (in.contains("ARTICLE")) {
            articles(text, first, moment).forEach(article -> hits.add(hit(article, text)));
        }
        return Moments.at(moment, hits);
    }

    private List<SourcedClaim> claims(String text, int first, Moment moment) {
        if (moment.now()) {
            return store.ask(tx -> claims.search(tx, text, ClaimFilter.all(), 0, first)).stream()
                    .map(Ranked::value)
                    .toList();
        }
        return store.read(tx -> claims.listAt(tx, moment)).stream()
                .filter(c ->
                        DealMatch.words(text, Stream.of(c.claim().evidence().quote())))
                .limit(first)
                .toList();
    }

    /** An article is known from its own date; what came after an instant is found by asking for articles at it. */
    private List<Article> articles(String text, int first, Moment moment) {
        return store.ask(tx -> articles.search(tx, text, 0, moment.now() ? first : 10 * MOST)).stream()
                .map(Ranked::value)
                .filter(article -> moment.knownAt() == null
                        || (article.known() != null
                                && !article.known()
                                        .latest()
                                        .isAfter(moment.knownAt().latest())))
                .filter(article -> moment.recordedAt() == null || held(article, moment))
                .limit(first)
                .toList();
    }

    private boolean held(Article article, Moment moment) {
        return store.ask(tx -> articles.heldAt(tx, article.id(), Objects.requireNonNull(moment.recordedAt())));
    }

    private Hit hit(Deal deal, String text) {
        Stream<Optional<Highlights>> names = deal.parties().stream()
                .flatMap(id -> catalogue.findOrganization(id).stream())
                .map(o -> Highlights.of("name", o.name(), text));
        return hit("DEAL", deal, Stream.concat(Stream.of(Highlights.of("title", deal.title(), text)), names));
    }

    private static Hit hit(Organization organization, String text) {
        return hit(
                "ORGANIZATION",
                organization,
                Stream.concat(Stream.of(organization.name()), organization.aliases().stream())
                        .map(name -> Highlights.of("name", name, text)));
    }

    private static Hit hit(SourcedClaim claim, String text) {
        return hit(
                "CLAIM",
                claim,
                Stream.of(Highlights.of("quote", claim.claim().evidence().quote(), text)));
    }

    private static Hit hit(Article article, String text) {
        return hit(
                "ARTICLE",
                article,
                Stream.of(Highlights.of("title", article.title(), text), Highlights.of("text", article.text(), text)));
    }

    private static Hit hit(String kind, Object node, Stream<Optional<Highlights>> found) {
        return new Hit(kind, node, found.flatMap(Optional::stream).toList());
    }

    /** A hit as the schema has it. */
    record Hit(String kind, Object node, List<Highlights> highlights) {}
}
