package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dealgraph.api.Page.Wanted;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimFilter;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.Cursor;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.OrganizationFilter;
import org.dealgraph.graph.OrganizationRepository;
import org.dealgraph.graph.Ranked;
import org.dealgraph.graph.StatusRepository;
import org.dealgraph.model.Article;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.pipeline.Release;
import org.jspecify.annotations.Nullable;

/** The fields of the query root. */
@Singleton
final class QueryWiring {

    private final GraphStore store;
    private final OrganizationRepository organizations;
    private final DealRepository deals;
    private final ClaimRepository claims;
    private final ArticleRepository articles;
    private final StatusRepository status;
    private final DealLists lists;
    private final Catalogue catalogue;

    QueryWiring(
            GraphStore store,
            OrganizationRepository organizations,
            DealRepository deals,
            ClaimRepository claims,
            ArticleRepository articles,
            StatusRepository status,
            DealLists lists,
            Catalogue catalogue) {
        this.store = store;
        this.organizations = organizations;
        this.deals = deals;
        this.claims = claims;
        this.articles = articles;
        this.status = status;
        this.lists = lists;
        this.catalogue = catalogue;
    }

    void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("node", env -> node(id(env)))
                        .dataFetcher("organization", env -> organization(id(env)))
                        .dataFetcher("organizations", this::organizations)
                        .dataFetcher("deal", env -> deal(GlobalId.own("Claim", GlobalId.own("Deal", id(env)))))
                        .dataFetcher("deals", this::deals)
                        .dataFetcher("claim", env -> claim(GlobalId.own("Claim", id(env))))
                        .dataFetcher("claims", this::claims)
                        .dataFetcher("articles", this::articles)
                        .dataFetcher("status", env -> status()));
        wiring.type(
                "Node",
                type -> type.typeResolver(env -> env.getSchema()
                        .getObjectType(
                                switch ((Object) env.getObject()) {
                                    case Organization o -> "Organization";
                                    case Deal d -> "Deal";
                                    case Term t -> "Term";
                                    case SourcedClaim c -> "Claim";
                                    default -> "Article";
                                })));
    }

    private @Nullable Object node(String id) {
        return GlobalId.find(id)
                .map(global -> switch (global.type()) {
                    case "Organization" -> organization(global.id());
                    case "Deal" -> deal(global.id());
                    case "Term" -> term(global.id());
                    case "Claim" -> claim(global.id());
                    case "Article" ->
                        store.read(tx -> articles.find(tx, global.id())).orElse(null);
                    default -> null;
                })
                .orElse(null);
    }

    private @Nullable Organization organization(String id) {
        String own = GlobalId.own("Organization", id);
        return store.read(tx -> organizations.find(tx, own))
                .or(() -> catalogue.organizations().stream()
                        .filter(o -> o.name().equalsIgnoreCase(own))
                        .findFirst())
                .orElse(null);
    }

    private @Nullable Deal deal(String id) {
        return store.read(tx -> deals.findById(tx, id)).orElse(null);
    }

    /** A term's id is that of a claim in it, so its deal can be found by it. */
    private @Nullable Term term(String id) {
        Deal deal = deal(id);
        return deal == null
                ? null
                : deal.terms().stream()
                        .filter(t -> t.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable SourcedClaim claim(String id) {
        return store.read(tx -> claims.find(tx, id)).orElse(null);
    }

    private Page<Organization> organizations(DataFetchingEnvironment env) {
        Wanted wanted = Wanted.of(env);
        Map<String, Object> filter = filter(env);
        if (filter.get("text") instanceof String text) {
            List<Ranked<Organization>> found =
                    store.read(tx -> organizations.search(tx, text, wanted.skip(), wanted.fetch()));
            return byRank(wanted, found);
        }
        Cursor after = wanted.position();
        String last = after == null ? "" : after.id();
        int tab = Math.max(0, last.indexOf('\t'));
        List<Organization> found = store.read(tx -> organizations.list(
                tx,
                new OrganizationFilter(
                        choices(filter, "types", OrganizationType.class), (Boolean) filter.get("verified"), null),
                last.substring(0, tab),
                last.substring(Math.min(last.length(), tab + (last.isEmpty() ? 0 : 1))),
                wanted.fetch()));
        return Page.of(wanted, found, o -> new Cursor(0, o.name() + "\t" + o.id()), o -> o);
    }

    private Page<Deal> deals(DataFetchingEnvironment env) {
        String order = env.getArgument("orderBy");
        return lists.page(env, order == null ? "NEWEST" : order, dealFilter(filter(env)));
    }

    /** An argument of the type DealFilter. */
    DealFilter dealFilter(Map<String, Object> filter) {
        return new DealFilter(
                (String) filter.get("text"),
                parties(filter),
                null,
                choices(filter, "kinds", ClaimKind.class),
                choices(filter, "stages", Stage.class),
                (Boolean) filter.get("counted"),
                filter.get("minimumDollars") instanceof BigDecimal dollars
                        ? new DealFilter.AmountRange(new DealFilter.Range<>(dollars, null), "USD")
                        : null,
                filter.get("minimumMegawatts") instanceof BigDecimal megawatts
                        ? new DealFilter.Range<>(megawatts, null)
                        : null,
                null,
                null,
                null,
                published(filter));
    }

    private Page<SourcedClaim> claims(DataFetchingEnvironment env) {
        Wanted wanted = Wanted.of(env);
        Map<String, Object> filter = filter(env);
        List<List<String>> groups = parties(filter);
        ClaimFilter wantedClaims = new ClaimFilter(
                filter.get("article") instanceof String article ? GlobalId.own("Article", article) : null,
                groups == null
                        ? null
                        : groups.stream().flatMap(List::stream).distinct().toList(),
                choices(filter, "kinds", ClaimKind.class));
        if (filter.get("text") instanceof String text) {
            return byRank(
                    wanted, store.read(tx -> claims.search(tx, text, wantedClaims, wanted.skip(), wanted.fetch())));
        }
        Cursor after = wanted.position();
        List<SourcedClaim> found =
                store.read(tx -> claims.list(tx, wantedClaims, after == null ? "" : after.id(), wanted.fetch()));
        return Page.of(wanted, found, c -> new Cursor(0, c.claim().id()), c -> c);
    }

    private Page<Article> articles(DataFetchingEnvironment env) {
        Wanted wanted = Wanted.of(env);
        List<Ranked<Article>> found = store.read(tx -> articles.listLatest(tx, wanted.position(), wanted.fetch()));
        return Page.of(wanted, found, Ranked::cursor, Ranked::value);
    }

    private Status status() {
        StatusRepository.Status s = store.read(status::get);
        return new Status(
                Release.version(),
                Long.toString(s.revision()),
                s.organizations(),
                s.articles(),
                s.claims(),
                s.deals(),
                s.terms());
    }

    /** What the graph holds, as the schema has it. */
    record Status(
            String version, String revision, long organizations, long articles, long claims, long deals, long terms) {}

    private static <T> Page<T> byRank(Wanted wanted, List<Ranked<T>> found) {
        List<Map.Entry<Integer, Ranked<T>>> numbered = IntStream.range(0, found.size())
                .mapToObj(i -> Map.entry(wanted.skip() + i + 1, found.get(i)))
                .toList();
        return Page.of(
                wanted,
                numbered,
                e -> new Cursor(e.getKey(), ""),
                e -> e.getValue().value());
    }

    /** Each party with everything that is part of it. */
    private @Nullable List<List<String>> parties(Map<String, Object> filter) {
        return filter.get("parties") instanceof List<?> ids
                ? ids.stream()
                        .map(id -> catalogue.listGroup(GlobalId.own("Organization", String.valueOf(id))))
                        .toList()
                : null;
    }

    private static DealFilter.@Nullable Range<LocalDate> published(Map<String, Object> filter) {
        @Nullable LocalDate from = filter.get("publishedFrom") instanceof PartialDate d ? d.earliest() : null;
        @Nullable LocalDate to = filter.get("publishedTo") instanceof PartialDate d ? d.latest() : null;
        return from == null && to == null ? null : new DealFilter.Range<>(from, to);
    }

    private static <E extends Enum<E>> @Nullable Set<E> choices(Map<String, Object> filter, String key, Class<E> type) {
        return filter.get(key) instanceof List<?> names
                ? names.stream()
                        .map(name -> Enum.valueOf(type, String.valueOf(name)))
                        .collect(Collectors.toCollection(TreeSet::new))
                : null;
    }

    private static Map<String, Object> filter(DataFetchingEnvironment env) {
        Map<String, Object> filter = env.getArgument("filter");
        return filter == null ? Map.of() : filter;
    }

    private static String id(DataFetchingEnvironment env) {
        String id = env.getArgument("id");
        return id == null ? "" : id;
    }
}
