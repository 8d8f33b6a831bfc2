package org.dealgraph.answer.dependence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Link;
import org.dealgraph.model.Model;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;

/** The needs that the registry knows: models of labs and platforms, platforms of chips and regions, chips of foundries. */
final class StandingNeeds {

    private final Catalogue catalogue;
    private final @Nullable LocalDate on;
    private final List<Need> needs = new ArrayList<>();

    private StandingNeeds(Catalogue catalogue, @Nullable LocalDate on) {
        this.catalogue = catalogue;
        this.on = on;
    }

    /** All of them as they stood on a day, or stand now. */
    static List<Need> of(Catalogue catalogue, @Nullable LocalDate on) {
        StandingNeeds standing = new StandingNeeds(catalogue, on);
        catalogue.models().forEach(standing::model);
        catalogue.platforms().forEach(standing::platform);
        catalogue.products().forEach(standing::product);
        catalogue.sites().forEach(standing::site);
        standing.owners();
        return standing.needs;
    }

    /** Who runs platforms needs one of the chips they run on; who lives by selling chips needs one of those who make them. */
    private void owners() {
        Map<Node, Map<Need.What, List<Need.Way>>> owned = new TreeMap<>();
        for (Platform platform : catalogue.platforms()) {
            own(owned, group(platform.operatedBy()), Need.What.SILICON, ways(platform.runsOn(), Node::product));
        }
        for (Product product : catalogue.products()) {
            Stream.concat(product.madeBy().stream(), product.designedWith().stream())
                    .filter(link -> link.stands(on))
                    .map(link -> group(link.target()))
                    .distinct()
                    .filter(this::livesByChips)
                    .forEach(owner -> {
                        own(
                                owned,
                                owner,
                                Need.What.FOUNDRY,
                                ways(inherited(product, Product::fabricatedBy), this::group));
                        own(owned, owner, Need.What.MEMORY, ways(inherited(product, Product::memoryFrom), this::group));
                    });
        }
        owned.forEach((owner, needed) -> needed.forEach((what, ways) -> {
            if (ways.stream().noneMatch(way -> way.on().equals(owner))) {
                need(owner, what, ways);
            }
        }));
    }

    private boolean livesByChips(Node owner) {
        Set<OrganizationType> types =
                catalogue.findOrganization(owner.id()).map(Organization::types).orElse(Set.of());
        return types.contains(OrganizationType.CHIP_VENDOR) && !types.contains(OrganizationType.HYPERSCALER);
    }

    private static void own(
            Map<Node, Map<Need.What, List<Need.Way>>> owned, Node owner, Need.What what, List<Need.Way> ways) {
        List<Need.Way> all =
                owned.computeIfAbsent(owner, o -> new TreeMap<>()).computeIfAbsent(what, w -> new ArrayList<>());
        ways.stream()
                .filter(way -> all.stream().noneMatch(known -> known.on().equals(way.on())))
                .forEach(all::add);
    }

    private void model(Model model) {
        Node node = Node.model(model.id());
        need(node, Need.What.DEVELOPER, List.of(Need.Way.standing(group(model.developedBy()), model.source())));
        List<Need.Way> platforms = new ArrayList<>();
        for (Platform platform : catalogue.platforms()) {
            platform.offers().stream()
                    .filter(link -> link.stands(on))
                    .filter(link -> link.target().equals(model.id()))
                    .findFirst()
                    .ifPresent(link -> platforms.add(Need.Way.standing(Node.platform(platform.id()), link.source())));
        }
        need(node, Need.What.PLATFORM, platforms);
    }

    private void platform(Platform platform) {
        Node node = Node.platform(platform.id());
        need(node, Need.What.OPERATOR, List.of(Need.Way.standing(group(platform.operatedBy()), null)));
        need(node, Need.What.SILICON, ways(platform.runsOn(), Node::product));
        need(
                node,
                Need.What.REGION,
                platform.availableIn().stream()
                        .map(region -> Need.Way.standing(Node.region(region), null))
                        .toList());
    }

    private void product(Product product) {
        Node node = Node.product(product.id());
        inherited(product, Product::madeBy)
                .forEach(link -> need(node, Need.What.VENDOR, ways(List.of(link), this::group)));
        inherited(product, Product::designedWith)
                .forEach(link -> need(node, Need.What.DESIGN, ways(List.of(link), this::group)));
        need(node, Need.What.FOUNDRY, ways(inherited(product, Product::fabricatedBy), this::group));
        need(node, Need.What.MEMORY, ways(inherited(product, Product::memoryFrom), this::group));
        need(node, Need.What.INTEGRATOR, ways(inherited(product, Product::assembledBy), this::group));
    }

    /** A generation that says nothing of its own is made as its family is. */
    private List<Link> inherited(Product product, Function<Product, List<Link>> edges) {
        return Stream.concat(Stream.of(product.id()), catalogue.familyOf(product.id()).stream())
                .map(catalogue::findProduct)
                .flatMap(Optional::stream)
                .map(edges)
                .map(links -> links.stream().filter(link -> link.stands(on)).toList())
                .filter(links -> !links.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private void site(Site site) {
        Node node = Node.site(site.id());
        need(node, Need.What.OPERATOR, organizations(site.operatedBy(), site.source()));
        need(node, Need.What.POWER, organizations(site.poweredBy(), site.source()));
    }

    private List<Need.Way> organizations(Collection<String> ids, @Nullable String source) {
        return ids.stream()
                .map(this::group)
                .distinct()
                .map(id -> Need.Way.standing(id, source))
                .toList();
    }

    private List<Need.Way> ways(List<Link> links, Function<String, Node> node) {
        List<Need.Way> ways = new ArrayList<>();
        for (Link link : links) {
            Node target = node.apply(link.target());
            if (link.stands(on) && ways.stream().noneMatch(way -> way.on().equals(target))) {
                ways.add(Need.Way.standing(target, link.source()));
            }
        }
        return ways;
    }

    private void need(Node of, Need.What what, List<Need.Way> ways) {
        List<Need.Way> others =
                ways.stream().filter(way -> !way.on().equals(of)).toList();
        if (!others.isEmpty()) {
            needs.add(new Need(of, what, others));
        }
    }

    private Node group(String id) {
        return Node.organization(catalogue.groupOf(id, on));
    }
}
