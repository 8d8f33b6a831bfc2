package org.dealgraph.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Link;
import org.dealgraph.model.MarginModel;
import org.dealgraph.model.Model;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;

/** What the ingesters know: the registry and the ledger, checked and immutable. */
public final class Catalogue {

    private final Map<String, Organization> organizations;

    /** By a group's id, the organizations that are or were part of it. */
    private final Map<String, List<Organization>> parts = new HashMap<>();

    private final Map<String, Product> products;
    private final Map<String, Model> models;
    private final Map<String, Platform> platforms;
    private final Map<String, Site> sites;
    private final Map<String, Region> regions;
    private final Set<String> divisions;
    private final List<KnownName> names;
    private final List<LedgerEntry> ledger;
    private final MarginModel margins;
    private final ExchangeRates rates;
    private final List<Figure> figures;

    private Catalogue(RegistryReader reader, Faults faults, Path ingest) {
        organizations = byId(reader.read("organizations", reader::organization), Organization::id);
        organizations
                .values()
                .forEach(org -> org.partOf().stream()
                        .map(Link::target)
                        .distinct()
                        .forEach(group -> parts.computeIfAbsent(group, g -> new ArrayList<>())
                                .add(org)));
        products = byId(reader.read("products", reader::product), Product::id);
        models = byId(reader.read("models", reader::model), Model::id);
        platforms = byId(reader.read("platforms", reader::platform), Platform::id);
        sites = byId(reader.read("sites", reader::site), Site::id);
        regions = byId(reader.read("regions", reader::region), Region::id);
        divisions = Set.copyOf(reader.divisions());
        names = KnownNames.of(this);
        new RegistryCheck(this, reader.places(), faults).run();
        ledger = new LedgerReader(this, ingest, faults).read();
        margins = new MarginModelReader(ingest, faults).read();
        rates = new RateReader(ingest, faults).read();
        figures = new FigureReader(this, ingest, faults).read();
    }

    /**
     * Loads and checks everything below a folder.
     *
     * @param ingest the folder with {@code registry/} and {@code ledger/}
     * @throws CatalogueException that lists every fault with file, line and fix
     */
    public static Catalogue load(Path ingest) {
        Faults faults = new Faults();
        if (!Files.isDirectory(ingest.resolve("registry"))) {
            faults.add(
                    ingest + ":1", "has no folder 'registry': point dealgraph.ingest at the project's ingest folder");
            faults.stopIfAny();
        }
        Catalogue catalogue = new Catalogue(new RegistryReader(ingest, faults), faults, ingest);
        faults.stopIfAny();
        return catalogue;
    }

    public Collection<Organization> organizations() {
        return organizations.values();
    }

    public Collection<Product> products() {
        return products.values();
    }

    public Collection<Model> models() {
        return models.values();
    }

    public Collection<Platform> platforms() {
        return platforms.values();
    }

    public Collection<Site> sites() {
        return sites.values();
    }

    public Collection<Region> regions() {
        return regions.values();
    }

    /** The commitments kept by hand, by id. */
    public List<LedgerEntry> ledger() {
        return ledger;
    }

    /** What the margin model rests on: assumptions with their sources, and the ways that money takes. */
    public MarginModel margins() {
        return margins;
    }

    /** The dated exchange rates. */
    public ExchangeRates rates() {
        return rates;
    }

    /** The figures kept by hand, by id. */
    public List<Figure> figures() {
        return figures;
    }

    /** Every surface form that the registry knows; several entries may share a form only where marked ambiguous. */
    public List<KnownName> names() {
        return names;
    }

    public Optional<Organization> findOrganization(String id) {
        return Optional.ofNullable(organizations.get(id));
    }

    /** The organization of an id that is known to be there. */
    public Organization getOrganization(String id) {
        return findOrganization(id).orElseThrow(() -> new NoSuchElementException("no organization: " + id));
    }

    public Optional<Product> findProduct(String id) {
        return Optional.ofNullable(products.get(id));
    }

    /** The name of a product; what is not in the registry is a name already. */
    public String nameOfProduct(String idOrName) {
        return findProduct(idOrName).map(Product::name).orElse(idOrName);
    }

    /** The name of a site; what is not in the registry is a name already. */
    public String nameOfSite(String idOrName) {
        return findSite(idOrName).map(Site::name).orElse(idOrName);
    }

    public Optional<Model> findModel(String id) {
        return Optional.ofNullable(models.get(id));
    }

    public Optional<Platform> findPlatform(String id) {
        return Optional.ofNullable(platforms.get(id));
    }

    public Optional<Site> findSite(String id) {
        return Optional.ofNullable(sites.get(id));
    }

    public Optional<Region> findRegion(String id) {
        return Optional.ofNullable(regions.get(id));
    }

    /**
     * The group an organization belongs to: follows the subsidiary edges that stood on a day, to the top.
     *
     * @param id registry or provisional id
     * @param on the day, or null for edges that stand now
     * @return the id of the topmost parent, or the id itself
     */
    public String groupOf(String id, @Nullable LocalDate on) {
        return climb(id, on, org -> true);
    }

    /**
     * The organization the press counts a deal of this one as: follows only the edges of divisions. AWS is Amazon, DeepMind
     * is Google; TCS stays TCS and Arm stays Arm, because they are listed or deal in their own name.
     *
     * @param id registry or provisional id
     * @param on the day, or null for edges that stand now
     * @return the id of the nearest organization that is no division, or the id itself
     */
    public String houseOf(String id, @Nullable LocalDate on) {
        return climb(id, on, divisions::contains);
    }

    private String climb(String id, @Nullable LocalDate on, Predicate<String> follow) {
        String group = id;
        for (Set<String> seen = new LinkedHashSet<>(); follow.test(group) && seen.add(group); ) {
            Optional<String> parent = findOrganization(group).stream()
                    .flatMap(org -> org.partOf().stream())
                    .filter(link -> link.stands(on))
                    .map(Link::target)
                    .findFirst();
            if (parent.isEmpty()) {
                break;
            }
            group = parent.get();
        }
        return group;
    }

    /**
     * The families a product belongs to, nearest first: GB300 NVL72 is of GB300, Grace Blackwell, Blackwell, NVIDIA GPU.
     *
     * @param id registry id of a product
     */
    public List<String> familyOf(String id) {
        Set<String> families = new LinkedHashSet<>();
        Optional<String> next = familyAbove(id);
        while (next.isPresent() && families.add(next.get())) {
            next = familyAbove(next.get());
        }
        return List.copyOf(families);
    }

    private Optional<String> familyAbove(String id) {
        return findProduct(id).flatMap(product -> Optional.ofNullable(product.family()));
    }

    /** An organization and everything that is, directly or not, part of it today, by id. */
    public List<String> listGroup(String id) {
        return listGroup(id, null);
    }

    /** An organization and everything that was, directly or not, part of it on a day, or is now where that is null; by id. */
    public List<String> listGroup(String id, @Nullable LocalDate on) {
        Set<String> group = new TreeSet<>(Set.of(id));
        Deque<String> open = new ArrayDeque<>(group);
        while (!open.isEmpty()) {
            String above = open.pop();
            for (Organization part : parts.getOrDefault(above, List.of())) {
                boolean stands =
                        part.partOf().stream().anyMatch(link -> link.target().equals(above) && link.stands(on));
                if (stands && group.add(part.id())) {
                    open.push(part.id());
                }
            }
        }
        return List.copyOf(group);
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
