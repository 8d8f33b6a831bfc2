package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.dealgraph.answer.dependence.Dependence;
import org.dealgraph.answer.dependence.Node;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Model;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;

/** Things that can rest on each other, as arguments name them and as answers call them. */
@Singleton
final class Things {

    /** The most that one argument may name. */
    static final int MOST = 50;

    private final Organizations organizations;
    private final Catalogue catalogue;

    Things(Organizations organizations, Catalogue catalogue) {
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    /** How many steps a field is asked to follow. */
    static int depth(DataFetchingEnvironment env) {
        int depth = Objects.requireNonNull(env.<Integer>getArgument("depth"));
        if (depth < 1 || depth > Dependence.DEEPEST) {
            throw new BadArgument("depth: must be from 1 to " + Dependence.DEEPEST + ", not " + depth);
        }
        return depth;
    }

    /** What the asker runs, as the argument says; none where it is absent. */
    List<Dependence.Use> stack(DataFetchingEnvironment env) {
        List<Map<String, Object>> uses = env.getArgument("stack");
        if (uses == null) {
            return List.of();
        }
        if (uses.size() > MOST) {
            throw new BadArgument("stack: at most " + MOST + " models, not " + uses.size());
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

    /** The thing that an argument names; a company stands for its group. */
    Node node(Map<String, Object> thing, Asked asked) {
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

    /** The registry id behind an id or a name; what the registry does not know is taken as it is. */
    static <T> String key(String given, Collection<T> all, Function<T, String> id, Function<T, String> name) {
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

    /** What a thing is called; an organization that no registry holds, as the graph calls it. */
    Object name(DataFetchingEnvironment env, Node node) {
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
}
