package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Article;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Mention;
import org.dealgraph.model.Organization;
import org.dealgraph.model.SourcedClaim;
import org.jspecify.annotations.Nullable;

/** Batches look-ups by id, so that a request costs few statements whatever its depth. */
@Singleton
final class Loaders {

    private static final String ORGANIZATIONS = "organizations";
    private static final String CLAIMS = "claims";
    private static final String ARTICLES = "articles";
    private static final String DEALS = "deals";
    private static final String MENTIONS = "mentions";

    private final GraphStore store;
    private final KeptOrganizations organizations;
    private final ClaimRepository claims;
    private final ArticleRepository articles;
    private final DealRepository deals;

    Loaders(
            GraphStore store,
            KeptOrganizations organizations,
            ClaimRepository claims,
            ArticleRepository articles,
            DealRepository deals) {
        this.store = store;
        this.organizations = organizations;
        this.claims = claims;
        this.articles = articles;
        this.deals = deals;
    }

    /**
     * Fresh loaders for one request.
     *
     * @param state that was read when it came, or null
     */
    DataLoaderRegistry registry(@Nullable String state) {
        return DataLoaderRegistry.newRegistry()
                .register(ORGANIZATIONS, loader(ids -> loadOrganizations(ids, state)))
                .register(CLAIMS, loader(this::loadClaims))
                .register(ARTICLES, loader(this::loadArticles))
                .register(DEALS, loader(this::loadDeals))
                .register(MENTIONS, loader(this::loadMentions))
                .build();
    }

    /** The organization of an id, or the promise of it where it is not at hand: what is at hand costs no hop. */
    static Object organization(DataFetchingEnvironment env, String id) {
        Organization known = known(env).get(id);
        return known == null ? Loaders.<Organization>in(env, ORGANIZATIONS).load(id) : known;
    }

    /** The organizations of some ids in their order, or the promise of them. */
    static Object organizations(DataFetchingEnvironment env, List<String> ids) {
        Map<String, Organization> known = known(env);
        List<Organization> found = new ArrayList<>(ids.size());
        for (String id : ids) {
            Organization organization = known.get(id);
            if (organization == null) {
                return Loaders.<Organization>in(env, ORGANIZATIONS).loadMany(ids);
            }
            found.add(organization);
        }
        return found;
    }

    /** The organization of an id where it is at hand. */
    static Optional<Organization> known(DataFetchingEnvironment env, String id) {
        return Optional.ofNullable(known(env).get(id));
    }

    /** The name of an organization. */
    static CompletableFuture<String> nameOf(DataFetchingEnvironment env, String id) {
        return Loaders.<Organization>in(env, ORGANIZATIONS).load(id).thenApply(Organization::name);
    }

    /** The organizations at hand in the state that was read when the request came; none where nobody read it. */
    Known known(@Nullable String state) {
        return new Known(state == null ? Map.of() : organizations.of(state));
    }

    /** Organizations by id, as they are in the context of a request. */
    record Known(Map<String, Organization> byId) {}

    private static Map<String, Organization> known(DataFetchingEnvironment env) {
        Known known = env.getGraphQlContext().get(Known.class);
        return known == null ? Map.of() : known.byId();
    }

    static CompletableFuture<List<SourcedClaim>> claims(DataFetchingEnvironment env, List<String> ids) {
        return Loaders.<SourcedClaim>in(env, CLAIMS).loadMany(ids);
    }

    static CompletableFuture<SourcedClaim> claim(DataFetchingEnvironment env, String id) {
        return Loaders.<SourcedClaim>in(env, CLAIMS).load(id);
    }

    /** The same without those that are there no longer. */
    static CompletableFuture<List<SourcedClaim>> knownClaims(DataFetchingEnvironment env, List<String> ids) {
        return claims(env, ids)
                .thenApply(found -> found.stream().filter(Objects::nonNull).toList());
    }

    static CompletableFuture<Article> article(DataFetchingEnvironment env, String id) {
        return Loaders.<Article>in(env, ARTICLES).load(id);
    }

    /** The deal that a claim is in; null where it is in none. */
    static CompletableFuture<Deal> dealOfClaim(DataFetchingEnvironment env, String claim) {
        return Loaders.<Deal>in(env, DEALS).load(claim);
    }

    /** The parties of a claim with how they came to be who they are. */
    static CompletableFuture<List<Mention>> mentions(DataFetchingEnvironment env, String claim) {
        return Loaders.<List<Mention>>in(env, MENTIONS).load(claim);
    }

    private Map<String, List<Mention>> loadMentions(Set<String> ids) {
        Map<String, List<Mention>> byClaim = new HashMap<>();
        ids.forEach(id -> byClaim.put(id, new ArrayList<>()));
        store.read(tx -> claims.listMentions(tx, ids))
                .forEach(m -> byClaim.computeIfAbsent(m.claim(), c -> new ArrayList<>())
                        .add(m));
        return byClaim;
    }

    private Map<String, Organization> loadOrganizations(Set<String> ids, @Nullable String state) {
        Map<String, Organization> byId = organizations.list(ids, state);
        ids.forEach(id -> byId.computeIfAbsent(id, missing -> Organization.provisional(missing, missing)));
        return byId;
    }

    private Map<String, SourcedClaim> loadClaims(Set<String> ids) {
        return byId(store.ask(tx -> claims.listByIds(tx, ids)), c -> c.claim().id());
    }

    private Map<String, Article> loadArticles(Set<String> ids) {
        return byId(store.ask(tx -> articles.listByIds(tx, List.copyOf(ids))), Article::id);
    }

    private Map<String, Deal> loadDeals(Set<String> claimIds) {
        Map<String, Deal> byClaim = new HashMap<>();
        List<Deal> found = store.ask(tx -> deals.listByClaims(tx, claimIds));
        found.forEach(deal -> deal.claims().stream().filter(claimIds::contains).forEach(c -> byClaim.put(c, deal)));
        return byClaim;
    }

    private static <T> DataLoader<String, T> loader(Function<Set<String>, Map<String, T>> load) {
        return DataLoaderFactory.newMappedDataLoader(
                (Set<String> ids) -> CompletableFuture.completedFuture(load.apply(ids)));
    }

    private static <T> DataLoader<String, T> in(DataFetchingEnvironment env, String name) {
        DataLoader<String, T> loader = env.getDataLoaderRegistry().getDataLoader(name);
        if (loader == null) {
            throw new IllegalStateException("could not find the loader: " + name);
        }
        return loader;
    }

    private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
        return new ArrayList<>(all)
                .stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, HashMap::new));
    }
}
