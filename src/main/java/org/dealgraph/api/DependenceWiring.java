package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dealgraph.answer.Stakeholders;
import org.dealgraph.answer.dependence.Dependence;
import org.dealgraph.answer.dependence.Need;
import org.dealgraph.answer.dependence.Node;
import org.dealgraph.answer.dependence.Outage;
import org.dealgraph.answer.dependence.Reliance;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Model;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Money;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Site;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The fields of dependence: what rests on what, what stops, and who has to do with it. */
@Singleton
final class DependenceWiring implements TopicWiring {

    private static final int MOST_USES = 50;

    private final Answers answers;
    private final Organizations organizations;
    private final Catalogue catalogue;

    DependenceWiring(Answers answers, Organizations organizations, Catalogue catalogue) {
        this.answers = answers;
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("dependence", this::dependence)
                        .dataFetcher("outage", this::outage)
                        .dataFetcher("stakeholders", this::stakeholders));
        wiring.type(
                "Thing",
                type -> type.dataFetcher("key", Wirings.of(Node.class, Node::id))
                        .dataFetcher("name", Wirings.with(Node.class, this::name))
                        .dataFetcher(
                                "organization",
                                Wirings.with(
                                        Node.class,
                                        (env, n) -> n.type() == Node.Type.ORGANIZATION
                                                ? Loaders.organization(env, n.id())
                                                : null)));
        wiring.type(
                "Reliance",
                type -> type.dataFetcher("committed", Wirings.of(Reliance.class, r -> Money.of(r.committed(), "USD"))));
        wiring.type(
                "Stake",
                type -> type.dataFetcher(
                        "organization",
                        Wirings.with(StakeView.class, (env, s) -> Loaders.organization(env, s.organization()))));
    }

    private Object dependence(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        List<Dependence.Use> stack = stack(env);
        Map<String, Object> thing = env.getArgument("of");
        if ((thing == null) == stack.isEmpty()) {
            throw new BadArgument("of, stack: say either what is asked about or what the stack is");
        }
        Node node = thing == null ? Dependence.STACK : node(thing, asked);
        int depth = depth(env);
        boolean singly = env.getSelectionSet().contains("singlePoints");
        Dependence found = Answers.refusing(() -> asked.inquiry().dependence(node, stack, depth, singly));
        return Moments.at(
                asked.moment(),
                new DependenceView(
                        asked.moment(),
                        asked.revision(),
                        node,
                        found.needs().stream()
                                .map(need -> NeedView.of(need, asked, stack, depth))
                                .toList(),
                        found.under().entrySet().stream()
                                .map(e -> new UnderView(e.getKey(), e.getValue()))
                                .toList(),
                        found.singlePoints()));
    }

    private Object outage(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        Set<Node> causes = new LinkedHashSet<>();
        List<Map<String, Object>> of = Objects.requireNonNull(env.getArgument("of"));
        of.forEach(thing -> causes.add(node(thing, asked)));
        if (causes.isEmpty() || causes.size() > MOST_USES) {
            throw new BadArgument("of: name 1 to " + MOST_USES + " things that stop");
        }
        Set<Node.Type> types = Answers.choices(env.getArgument("types"), Node.Type.class);
        List<Dependence.Use> stack = stack(env);
        int depth = depth(env);
        Outage found = asked.inquiry().outage(causes, stack, depth);
        return Moments.at(
                asked.moment(),
                new OutageView(
                        asked.moment(),
                        asked.revision(),
                        List.copyOf(causes),
                        found.effects().stream()
                                .filter(e -> types.isEmpty()
                                        || types.contains(e.node().type()))
                                .map(e -> new EffectView(
                                        e.node(),
                                        e.stops(),
                                        NeedView.of(e.need(), asked, stack, depth),
                                        e.lost(),
                                        e.left(),
                                        e.path()))
                                .toList()));
    }

    private Object stakeholders(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        List<Term> terms = terms(env, asked);
        int steps = Objects.requireNonNull(env.<Integer>getArgument("steps"));
        List<Stakeholders.Stake> found = Answers.refusing(() -> asked.inquiry().stakeholders(terms, steps));
        return Moments.at(
                asked.moment(),
                new StakeholdersView(
                        asked.moment(),
                        asked.revision(),
                        found.stream()
                                .map(s -> new StakeView(
                                        s.organization(),
                                        s.role(),
                                        s.steps(),
                                        s.path(),
                                        asked.terms(s.terms()),
                                        s.source()))
                                .toList()));
    }

    /** The obligations that are asked about, whatever their stage. */
    private List<Term> terms(DataFetchingEnvironment env, Asked asked) {
        String deal = env.getArgument("deal");
        String site = env.getArgument("site");
        String product = env.getArgument("product");
        Object organization = env.getArgument("organization");
        if (Stream.of(deal, site, product, organization)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new BadArgument("deal, site, product, organization: name exactly one");
        }
        if (deal != null) {
            String id = GlobalId.own("Claim", GlobalId.own("Deal", deal));
            return asked.snapshot().find(id).map(Deal::terms).orElse(List.of());
        }
        Stream<Term> all =
                asked.snapshot().terms().stream().filter(term -> !term.stage().ended());
        if (site != null) {
            String key = key(site, catalogue.sites(), Site::id, Site::name);
            return all.filter(term -> key.equals(term.subject().site())).toList();
        }
        if (product != null) {
            String key = key(product, catalogue.products(), Product::id, Product::name);
            return all.filter(term -> isOf(term.subject().product(), key)).toList();
        }
        String group = asked.group().apply(organizations.key(Objects.requireNonNull(organization)));
        return asked.inquiry().obligations().of(group).stream()
                .filter(term -> !term.stage().ended())
                .toList();
    }

    private boolean isOf(@Nullable String product, String key) {
        return product != null
                && (product.equals(key) || catalogue.familyOf(product).contains(key));
    }

    private static int depth(DataFetchingEnvironment env) {
        int depth = Objects.requireNonNull(env.<Integer>getArgument("depth"));
        if (depth < 1 || depth > Dependence.DEEPEST) {
            throw new BadArgument("depth: must be from 1 to " + Dependence.DEEPEST + ", not " + depth);
        }
        return depth;
    }

    private List<Dependence.Use> stack(DataFetchingEnvironment env) {
        List<Map<String, Object>> uses = env.getArgument("stack");
        if (uses == null) {
            return List.of();
        }
        if (uses.size() > MOST_USES) {
            throw new BadArgument("stack: at most " + MOST_USES + " models, not " + uses.size());
        }
        List<Dependence.Use> stack = new ArrayList<>();
        for (Map<String, Object> use : uses) {
            String model = known("stack.model", use.get("model"), catalogue.models(), Model::id, Model::name);
            stack.add(new Dependence.Use(
                    model,
                    all("stack.platforms", use.get("platforms"), catalogue.platforms(), Platform::id, Platform::name),
                    all("stack.regions", use.get("regions"), catalogue.regions(), Region::id, Region::name),
                    all("stack.silicon", use.get("silicon"), catalogue.products(), Product::id, Product::name)));
        }
        return stack;
    }

    private static <T> List<String> all(
            String argument,
            @Nullable Object given,
            Collection<T> all,
            Function<T, String> id,
            Function<T, String> name) {
        return given instanceof List<?> named
                ? named.stream().map(one -> known(argument, one, all, id, name)).toList()
                : List.of();
    }

    private Node node(Map<String, Object> thing, Asked asked) {
        Node.Type type = Node.Type.valueOf(String.valueOf(thing.get("type")));
        Object id = thing.get("id");
        String key = switch (type) {
            case ORGANIZATION -> asked.group().apply(organizations.key(Objects.requireNonNull(id)));
            case PRODUCT -> known("id", id, catalogue.products(), Product::id, Product::name);
            case MODEL -> known("id", id, catalogue.models(), Model::id, Model::name);
            case PLATFORM -> known("id", id, catalogue.platforms(), Platform::id, Platform::name);
            case SITE -> known("id", id, catalogue.sites(), Site::id, Site::name);
            case REGION -> known("id", id, catalogue.regions(), Region::id, Region::name);
            case DEPLOYMENT -> throw new BadArgument("type: a deployment is only known in a stack; name its platform");
            case STACK -> Dependence.STACK.id();
        };
        return new Node(type, key);
    }

    private static <T> String known(
            String argument,
            @Nullable Object given,
            Collection<T> all,
            Function<T, String> id,
            Function<T, String> name) {
        return find(String.valueOf(given), all, id, name)
                .orElseThrow(() -> new BadArgument(argument + ": the registry does not know '" + given + "'"));
    }

    private static <T> String key(String given, Collection<T> all, Function<T, String> id, Function<T, String> name) {
        return find(given, all, id, name).orElse(given);
    }

    private static <T> Optional<String> find(
            String given, Collection<T> all, Function<T, String> id, Function<T, String> name) {
        return all.stream()
                .filter(t -> id.apply(t).equals(given))
                .findFirst()
                .or(() -> all.stream()
                        .filter(t -> name.apply(t).equalsIgnoreCase(given))
                        .findFirst())
                .map(id);
    }

    /** An organization that no registry holds is called as the graph calls it. */
    private Object name(DataFetchingEnvironment env, Node node) {
        return switch (node.type()) {
            case ORGANIZATION ->
                catalogue
                        .findOrganization(node.id())
                        .<Object>map(Organization::name)
                        .orElseGet(() -> Loaders.nameOf(env, node.id()));
            case PRODUCT -> catalogue.nameOfProduct(node.id());
            case MODEL -> catalogue.findModel(node.id()).map(Model::name).orElse(node.id());
            case PLATFORM ->
                catalogue.findPlatform(node.id()).map(Platform::name).orElse(node.id());
            case SITE -> catalogue.nameOfSite(node.id());
            case REGION -> catalogue.findRegion(node.id()).map(Region::name).orElse(node.id());
            case DEPLOYMENT -> node.id();
            case STACK -> "my stack";
        };
    }

    /** Dependence as the schema has it. */
    record DependenceView(
            Moment moment,
            String revision,
            Node of,
            List<NeedView> needs,
            List<UnderView> under,
            List<Node> singlePoints) {}

    /** Something under another. */
    record UnderView(Node thing, List<Node> path) {}

    /** A need as the schema has it; what is dear is worked out when it is asked for. */
    record NeedView(Need need, List<WayView> ways, Supplier<List<Node>> shared) {

        static NeedView of(Need need, Asked asked, List<Dependence.Use> stack, int depth) {
            return new NeedView(
                    need,
                    need.ways().stream()
                            .map(way -> new WayView(need.of(), way, asked))
                            .toList(),
                    () -> asked.inquiry().needs(stack).common(need, depth));
        }

        public Need.What kind() {
            return need.what();
        }

        public @Nullable BigDecimal concentration() {
            return need.concentration().orElse(null);
        }

        public int told() {
            return need.told();
        }

        public boolean single() {
            return need.single();
        }

        public List<Node> common() {
            return shared.get();
        }
    }

    /** A way as the schema has it. */
    record WayView(Node of, Need.Way way, Asked asked) {

        public Node on() {
            return way.on();
        }

        public @Nullable BigDecimal share() {
            return way.share();
        }

        public @Nullable String unit() {
            return way.unit();
        }

        public List<Term> terms() {
            return asked.terms(way.terms());
        }

        public @Nullable String source() {
            return way.source();
        }

        public @Nullable Reliance reliance() {
            boolean both = of.type() == Node.Type.ORGANIZATION && on().type() == Node.Type.ORGANIZATION;
            return both ? asked.inquiry().reliance(of.id(), on().id()) : null;
        }
    }

    /** An outage as the schema has it. */
    record OutageView(Moment moment, String revision, List<Node> causes, List<EffectView> effects) {}

    /** An effect as the schema has it. */
    record EffectView(
            Node thing,
            boolean stops,
            NeedView need,
            @Nullable BigDecimal lost,
            List<Node> substitutes,
            List<Node> path) {}

    /** Stakeholders as the schema has them. */
    record StakeholdersView(Moment moment, String revision, List<StakeView> stakes) {}

    /** A stake as the schema has it. */
    record StakeView(
            String organization,
            Stakeholders.Role role,
            int steps,
            List<Node> path,
            List<Term> terms,
            @Nullable String source) {}
}
