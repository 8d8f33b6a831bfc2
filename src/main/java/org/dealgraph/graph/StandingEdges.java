package org.dealgraph.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.model.Link;
import org.dealgraph.model.Model;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;

/** The standing edges of the registry's records as parameters, one list for each relationship. */
final class StandingEdges {

    private StandingEdges() {}

    static Row of(Organization organization) {
        return new Row()
                .with("id", organization.id())
                .with("partOf", links(organization.partOf()))
                .with("memberOf", links(organization.memberOf()));
    }

    static Row of(Product product) {
        return new Row()
                .with("id", product.id())
                .with("family", plain(product.family()))
                .with("madeBy", links(product.madeBy()))
                .with("designedWith", links(product.designedWith()))
                .with("fabricatedBy", links(product.fabricatedBy()))
                .with("memoryFrom", links(product.memoryFrom()))
                .with("assembledBy", links(product.assembledBy()));
    }

    static Row of(Model model) {
        Link developer = new Link(model.developedBy(), null, null, model.source());
        return new Row().with("id", model.id()).with("developedBy", links(List.of(developer)));
    }

    static Row of(Platform platform) {
        return new Row()
                .with("id", platform.id())
                .with("operatedBy", plain(platform.operatedBy()))
                .with("offers", links(platform.offers()))
                .with("runsOn", links(platform.runsOn()))
                .with("availableIn", plain(platform.availableIn(), null));
    }

    static Row of(Site site, Regions regions) {
        Optional<String> region = regions.find(site.region()).or(() -> regions.find(site.country()));
        return new Row()
                .with("id", site.id())
                .with("ownedBy", plain(site.ownedBy(), site.source()))
                .with("operatedBy", plain(site.operatedBy(), site.source()))
                .with("poweredBy", plain(site.poweredBy(), site.source()))
                .with("in", plain(region.stream().toList(), site.source()));
    }

    static Row of(Region region) {
        return new Row()
                .with("id", region.id())
                .with("partOf", plain(region.partOf()))
                .with("operatedBy", plain(region.operatedBy()));
    }

    private static List<Map<String, @Nullable Object>> plain(@Nullable String target) {
        return plain(Stream.ofNullable(target).toList(), null);
    }

    private static List<Map<String, @Nullable Object>> plain(List<String> targets, @Nullable String source) {
        return links(targets.stream()
                .map(target -> new Link(target, null, null, source))
                .toList());
    }

    private static List<Map<String, @Nullable Object>> links(List<Link> links) {
        return links.stream()
                .map(link -> new Row()
                        .with("target", link.target())
                        .with(
                                "properties",
                                new Row()
                                        .with("since", link.from())
                                        .with("until", link.to())
                                        .with("source", link.source()))
                        .map())
                .toList();
    }

    /** Regions by id and by name; sites name theirs either way. */
    record Regions(Map<String, String> ids) {

        static Regions of(List<Region> regions) {
            Map<String, String> ids = new HashMap<>();
            regions.forEach(region -> ids.put(region.name(), region.id()));
            regions.forEach(region -> ids.put(region.id(), region.id()));
            return new Regions(ids);
        }

        Optional<String> find(@Nullable String form) {
            return form == null ? Optional.empty() : Optional.ofNullable(ids.get(form));
        }
    }
}
