package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealgraph.answer.Lifecycle.Fate;
import org.dealgraph.api.Page.Wanted;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimFilter;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.Cursor;
import org.dealgraph.graph.DealMatch;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.OrganizationFilter;
import org.dealgraph.graph.OrganizationRepository;
import org.dealgraph.graph.Ranked;
import org.dealgraph.graph.StatusRepository;
import org.dealgraph.model.Article;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.dealgraph.pipeline.Release;
import org.jspecify.annotations.Nullable;

/** The fields of the query root. */
@Singleton
final class QueryWiring implements TopicWiring {

    private final GraphStore store;
    private final OrganizationRepository organizations;
    private final ClaimRepository claims;
    private final ArticleRepository articles;
    private final StatusRepository status;
    private final DealLists lists;
    private final Filters filters;
    private final Organizations names;

    QueryWiring(
            GraphStore store,
            OrganizationRepository organizations,
            ClaimRepository claims,
            ArticleRepository articles,
            StatusRepository status,
            DealLists lists,
            Filters filters,
            Organizations names) {
        this.store = store;
        this.organizations = organizations;
        this.claims = claims;
        this.articles = articles;
        this.status = status;
        this.lists = lists;
        this.filters = filters;
        this.names = names;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("node", env -> Moments.at(Moments.of(env), node(id(env), Moments.of(env))))
                        .dataFetcher("organization", env -> Moments.at(Moments.of(env), organization(env, id(env))))
                        .dataFetcher("organizations", env -> Moments.at(Moments.of(env), organizations(env)))
                        .dataFetcher("deal", this::deal)
                        .dataFetcher("deals", this::deals)
                        .dataFetcher(
                                "claim",
                                env -> Moments.at(
                                        Moments.of(env), claim(GlobalId.own("Claim", id(env)), Moments.of(env))))
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

    private @Nullable Object node(String id, Moment moment) {
        return GlobalId.find(id)
                .map(global -> switch (global.type()) {
                    case "Organization" -> find(global.id()).orElse(null);
                    case "Deal" -> lists.find(global.id(), moment);
                    case "Term" -> term(global.id(), moment);
                    case "Claim" -> claim(global.id(), moment);
                    case "Article" ->
                        store.ask(tx -> articles.find(tx, global.id())).orElse(null);
                    default -> null;
                })
                .orElse(null);
    }

    private @Nullable Organization organization(DataFetchingEnvironment env, String id) {
        String own = GlobalId.own("Organization", id);
        return Loaders.known(env, own).or(() -> find(own)).orElse(null);
    }

    private Optional<Organization> find(String own) {
        return store.ask(tx -> organizations.find(tx, own)).or(() -> names.named(own));
    }

    private Object deal(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        return Moments.at(moment, lists.find(GlobalId.own("Claim", GlobalId.own("Deal", id(env))), moment));
    }

    /** A term's id is that of a claim in it, so its deal can be found by it. */
    private @Nullable Term term(String id, Moment moment) {
        Deal deal = lists.find(id, moment);
        return deal == null
                ? null
                : deal.terms().stream()
                        .filter(t -> t.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable SourcedClaim claim(String id, Moment moment) {
        return moment.now()
                ? store.ask(tx -> claims.find(tx, id)).orElse(null)
                : known(moment).stream()
                        .filter(c -> c.claim().id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    private List<SourcedClaim> known(Moment moment) {
        return store.read(tx -> claims.listAt(tx, moment));
    }

    private Page<Organization> organizations(DataFetchingEnvironment env) {
        Wanted wanted = Wanted.of(env);
        Map<String, Object> filter = filter(env);
        if (filter.get("text") instanceof String text) {
            List<Ranked<Organization>> found =
                    store.ask(tx -> organizations.search(tx, text, wanted.skip(), wanted.fetch()));
            return byRank(wanted, found);
        }
        Cursor after = wanted.position();
        String last = after == null ? "" : after.id();
        int tab = Math.max(0, last.indexOf('\t'));
        List<Organization> found = store.ask(tx -> organizations.list(
                tx,
                new OrganizationFilter(
                        Filters.choices(filter, "types", OrganizationType.class),
                        (Boolean) filter.get("verified"),
                        null),
                last.substring(0, tab),
                last.substring(Math.min(last.length(), tab + (last.isEmpty() ? 0 : 1))),
                wanted.fetch()));
        return Page.of(wanted, found, o -> new Cursor(0, o.name() + "\t" + o.id()), o -> o);
    }

    private Object deals(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        String order = env.getArgument("orderBy");
        return Moments.at(
                moment,
                lists.page(
                        env,
                        order == null ? "NEWEST" : order,
                        filters.deals(filter(env), moment),
                        Filters.choices(filter(env), "lifecycle", Fate.class),
                        moment));
    }

    private Object claims(DataFetchingEnvironment env) {
        Wanted wanted = Wanted.of(env);
        Moment moment = Moments.of(env);
        Map<String, Object> filter = filter(env);
        ClaimFilter asked = filters.claims(filter, moment);
        if (!moment.now()) {
            return Moments.at(moment, past(wanted, asked, (String) filter.get("text"), moment));
        }
        if (filter.get("text") instanceof String text) {
            return byRank(wanted, store.ask(tx -> claims.search(tx, text, asked, wanted.skip(), wanted.fetch())));
        }
        Cursor after = wanted.position();
        List<SourcedClaim> found =
                store.ask(tx -> claims.list(tx, asked, after == null ? "" : after.id(), wanted.fetch()));
        return Page.of(wanted, found, c -> new Cursor(0, c.claim().id()), c -> c);
    }

    /** At a moment, claims come in the order of their ids, whether words are asked for or not. */
    private Page<SourcedClaim> past(Wanted wanted, ClaimFilter asked, @Nullable String text, Moment moment) {
        Cursor after = wanted.position();
        List<SourcedClaim> found = known(moment).stream()
                .filter(c -> after == null || c.claim().id().compareTo(after.id()) > 0)
                .filter(asked::admits)
                .filter(c -> text == null
                        || DealMatch.words(text, Stream.of(c.claim().evidence().quote())))
                .limit(wanted.fetch())
                .toList();
        return Page.of(wanted, found, c -> new Cursor(0, c.claim().id()), c -> c);
    }

    private Object articles(DataFetchingEnvironment env) {
        Wanted wanted = Wanted.of(env);
        Moment moment = Moments.of(env);
        List<Ranked<Article>> found =
                store.ask(tx -> articles.listLatest(tx, wanted.position(), wanted.fetch(), moment));
        return Moments.at(moment, Page.of(wanted, found, Ranked::cursor, Ranked::value));
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

    private static Map<String, Object> filter(DataFetchingEnvironment env) {
        Map<String, Object> filter = env.getArgument("filter");
        return filter == null ? Map.of() : filter;
    }

    private static String id(DataFetchingEnvironment env) {
        String id = env.getArgument("id");
        return id == null ? "" : id;
    }
}
