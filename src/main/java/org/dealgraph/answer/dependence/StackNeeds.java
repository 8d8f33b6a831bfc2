package org.dealgraph.answer.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Link;
import org.dealgraph.model.Platform;

/** The needs of what the asker runs: a model, by way of one of some platforms, each where and on what the asker uses it. */
final class StackNeeds {

    private StackNeeds() {}

    static List<Need> of(Dependence.Use use, Catalogue catalogue) {
        List<Need> needs = new ArrayList<>();
        needs.add(new Need(
                Dependence.STACK, Need.What.DEVELOPER, List.of(Need.Way.standing(Node.model(use.model()), null))));
        List<Need.Way> ways = new ArrayList<>();
        for (String platform : use.platforms()) {
            Optional<Platform> known = catalogue.findPlatform(platform);
            List<String> regions =
                    both(use.regions(), known.map(Platform::availableIn).orElse(List.of()));
            List<String> products = both(
                    use.products(),
                    known.map(p -> p.runsOn().stream().map(Link::target).toList())
                            .orElse(List.of()));
            ways.add(Need.Way.standing(deployment(platform, regions, products, needs), null));
        }
        needs.add(new Need(Dependence.STACK, Need.What.PLATFORM, ways));
        return needs;
    }

    private static Node deployment(String platform, List<String> regions, List<String> products, List<Need> needs) {
        Node whole = Node.platform(platform);
        if (regions.isEmpty() && products.isEmpty()) {
            return whole;
        }
        Node used = new Node(
                Node.Type.DEPLOYMENT,
                platform
                        + (regions.isEmpty() ? "" : " in " + String.join(" or ", regions))
                        + (products.isEmpty() ? "" : " on " + String.join(" or ", products)));
        needs.add(new Need(used, Need.What.PLATFORM, List.of(Need.Way.standing(whole, null))));
        needs.add(new Need(
                used, Need.What.REGION, ways(regions.stream().map(Node::region).toList())));
        needs.add(new Need(
                used,
                Need.What.SILICON,
                ways(products.stream().map(Node::product).toList())));
        return used;
    }

    private static List<Need.Way> ways(List<Node> nodes) {
        return nodes.stream().map(node -> Need.Way.standing(node, null)).toList();
    }

    private static List<String> both(List<String> asked, List<String> known) {
        return asked.stream().filter(known::contains).toList();
    }
}
