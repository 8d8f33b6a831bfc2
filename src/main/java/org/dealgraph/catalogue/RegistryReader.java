package org.dealgraph.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dealgraph.model.Link;
import org.dealgraph.model.Model;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;

/** Reads {@code ingest/registry} into records, and remembers where each stands for the checks that follow. */
final class RegistryReader {

    /** How a subsidiary stands to its parent: one that deals in its own name, or one whose deals are the parent's. */
    private enum Role {
        SUBSIDIARY,
        DIVISION
    }

    private final Path ingest;
    private final Faults faults;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Set<String> divisions = new LinkedHashSet<>();

    RegistryReader(Path ingest, Faults faults) {
        this.ingest = ingest;
        this.faults = faults;
    }

    /** {@code file:line} of every entry by its id. */
    Map<String, String> places() {
        return places;
    }

    /** Ids of the organizations whose deals count as their parent's. */
    Set<String> divisions() {
        return divisions;
    }

    /** All entries of one kind; an id that any kind uses already is a fault. */
    <T> List<T> read(String kind, Function<YamlNode, T> entry) {
        List<T> all = new ArrayList<>();
        for (Path file : YamlFile.below(ingest.resolve("registry").resolve(kind))) {
            String name = ingest.relativize(file).toString();
            YamlFile.read(file, name, faults).map(YamlNode::items).orElse(List.of()).stream()
                    .filter(this::fresh)
                    .forEach(node -> all.add(entry.apply(node)));
        }
        return all;
    }

    private boolean fresh(YamlNode node) {
        String id = node.getText("id");
        if (!id.matches("[a-z0-9]+(?:[-.][a-z0-9]+)*")) {
            node.fault("id '" + id + "' is not kebab-case: use lower-case letters, digits and hyphens");
            return false;
        }
        String earlier = places.putIfAbsent(id, node.where());
        if (earlier != null) {
            node.fault("id '" + id + "' is taken by " + earlier + ": choose another");
        }
        return earlier == null;
    }

    Organization organization(YamlNode n) {
        n.only(
                "id",
                "name",
                "legalName",
                "types",
                "aliases",
                "ambiguous",
                "brands",
                "descriptions",
                "hq",
                "industry",
                "tickers",
                "people",
                "partOf",
                "memberOf",
                "identifiers");
        List<OrganizationType> types = n.choices("types", OrganizationType.class);
        if (types.isEmpty()) {
            n.fault("'types' is missing: name at least one");
        }
        n.find("hq").ifPresent(hq -> hq.only("city", "country"));
        return new Organization(
                n.getText("id"),
                n.getText("name"),
                n.findText("legalName").orElse(null),
                types.isEmpty() ? EnumSet.noneOf(OrganizationType.class) : EnumSet.copyOf(types),
                n.texts("aliases"),
                n.texts("ambiguous"),
                n.texts("brands"),
                n.texts("descriptions"),
                n.findText("industry").orElse(null),
                n.find("hq").flatMap(hq -> hq.findText("city")).orElse(null),
                n.find("hq").flatMap(hq -> hq.findText("country")).orElse(null),
                n.texts("tickers"),
                n.texts("people"),
                partOf(n),
                links(n, "memberOf", "org"),
                n.nodes("identifiers").stream().map(this::identifier).toList());
    }

    private List<Link> partOf(YamlNode n) {
        return n.nodes("partOf").stream()
                .map(edge -> {
                    edge.only("org", "from", "to", "role", "source");
                    edge.findChoice("role", Role.class)
                            .filter(role -> role == Role.DIVISION)
                            .ifPresent(role -> divisions.add(n.getText("id")));
                    return link(edge, "org");
                })
                .toList();
    }

    private Organization.Identifier identifier(YamlNode n) {
        n.only("scheme", "value", "source");
        String scheme = n.getText("scheme");
        String value = n.getText("value");
        if (!CheckDigits.hold(scheme, value)) {
            n.fault(scheme + " '" + value + "' cannot be right: check its form and check digits");
        }
        n.getText("source");
        return new Organization.Identifier(
                scheme, value, n.findAddress("source").orElse(""));
    }

    Product product(YamlNode n) {
        n.only(
                "id",
                "name",
                "aliases",
                "ambiguous",
                "kind",
                "family",
                "madeBy",
                "designedWith",
                "fabricatedBy",
                "memoryFrom",
                "assembledBy",
                "released",
                "source");
        @Nullable String source = n.findAddress("source").orElse(null);
        return new Product(
                n.getText("id"),
                n.getText("name"),
                n.texts("aliases"),
                n.texts("ambiguous"),
                n.findChoice("kind", Product.Kind.class).orElse(Product.Kind.CHIP),
                n.findText("family").orElse(null),
                n.findText("madeBy")
                        .map(org -> List.of(new Link(org, null, null, source)))
                        .orElse(List.of()),
                plain(n, "designedWith", source),
                plain(n, "fabricatedBy", source),
                plain(n, "memoryFrom", source),
                plain(n, "assembledBy", source),
                n.findDate("released").orElse(null));
    }

    Model model(YamlNode n) {
        n.only("id", "name", "aliases", "ambiguous", "developedBy", "released", "source");
        return new Model(
                n.getText("id"),
                n.getText("name"),
                n.texts("aliases"),
                n.texts("ambiguous"),
                n.getText("developedBy"),
                n.findDate("released").orElse(null),
                n.findAddress("source").orElse(null));
    }

    Platform platform(YamlNode n) {
        n.only("id", "name", "aliases", "ambiguous", "operatedBy", "offers", "runsOn", "availableIn");
        return new Platform(
                n.getText("id"),
                n.getText("name"),
                n.texts("aliases"),
                n.texts("ambiguous"),
                n.getText("operatedBy"),
                links(n, "offers", "model"),
                links(n, "runsOn", "product"),
                n.texts("availableIn"));
    }

    Site site(YamlNode n) {
        n.only("id", "name", "aliases", "ambiguous", "kind", "place", "ownedBy", "operatedBy", "poweredBy", "source");
        n.find("place").ifPresent(p -> p.only("locality", "region", "country"));
        return new Site(
                n.getText("id"),
                n.getText("name"),
                n.texts("aliases"),
                n.texts("ambiguous"),
                n.findChoice("kind", Site.Kind.class).orElse(Site.Kind.CAMPUS),
                n.find("place").flatMap(p -> p.findText("locality")).orElse(null),
                n.find("place").flatMap(p -> p.findText("region")).orElse(null),
                n.find("place").flatMap(p -> p.findText("country")).orElse(null),
                n.texts("ownedBy"),
                n.texts("operatedBy"),
                n.texts("poweredBy"),
                n.findAddress("source").orElse(null));
    }

    Region region(YamlNode n) {
        n.only("id", "name", "kind", "partOf", "operatedBy");
        return new Region(
                n.getText("id"),
                n.getText("name"),
                n.findChoice("kind", Region.Kind.class).orElse(Region.Kind.COUNTRY),
                n.findText("partOf").orElse(null),
                n.findText("operatedBy").orElse(null));
    }

    private static List<Link> links(YamlNode n, String key, String target) {
        return n.nodes(key).stream()
                .map(link -> {
                    link.only(target, "from", "to", "source");
                    return link(link, target);
                })
                .toList();
    }

    private static Link link(YamlNode n, String target) {
        return new Link(
                n.getText(target),
                n.findDate("from").orElse(null),
                n.findDate("to").orElse(null),
                n.findAddress("source").orElse(null));
    }

    private static List<Link> plain(YamlNode n, String key, @Nullable String source) {
        return n.texts(key).stream().map(id -> new Link(id, null, null, source)).toList();
    }
}
