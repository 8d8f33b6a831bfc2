package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** The registry in the graph: nodes for what it names, standing edges with their dates and source. */
@Singleton
public final class CatalogueRepository {

    private final Queries queries;

    public CatalogueRepository(Queries queries) {
        this.queries = queries;
    }

    /**
     * Makes the graph hold this registry and nothing of an earlier one; an organization that has left the registry but
     * is named by claims stays as a provisional one. Says whether anything was to be done.
     */
    public boolean save(TransactionContext tx, Registry registry) {
        String fingerprint = fingerprint(registry);
        boolean held = queries.find(
                        tx,
                        Statement.CATALOGUE_FIND_FINGERPRINT,
                        new Row(),
                        row -> row.get("fingerprint").asString())
                .filter(fingerprint::equals)
                .isPresent();
        if (held) {
            return false;
        }
        saveNodes(tx, registry);
        linkNodes(tx, registry);
        queries.execute(tx, Statement.CATALOGUE_SAVE_FINGERPRINT, new Row().with("fingerprint", fingerprint));
        return true;
    }

    private void saveNodes(TransactionContext tx, Registry registry) {
        save(
                tx,
                Statement.CATALOGUE_SAVE_ORGANIZATIONS,
                Statement.CATALOGUE_REMOVE_ORGANIZATIONS,
                registry.organizations(),
                Organization::id,
                organization -> OrganizationRepository.properties(organization, true));
        save(
                tx,
                Statement.CATALOGUE_SAVE_PRODUCTS,
                Statement.CATALOGUE_REMOVE_PRODUCTS,
                registry.products(),
                Product::id,
                product -> named(product.name(), product).with("kind", product.kind()));
        save(
                tx,
                Statement.CATALOGUE_SAVE_MODELS,
                Statement.CATALOGUE_REMOVE_MODELS,
                registry.models(),
                org.dealgraph.model.Model::id,
                model -> named(model.name(), model).with("released", model.released()));
        save(
                tx,
                Statement.CATALOGUE_SAVE_PLATFORMS,
                Statement.CATALOGUE_REMOVE_PLATFORMS,
                registry.platforms(),
                Platform::id,
                platform -> named(platform.name(), platform));
        save(
                tx,
                Statement.CATALOGUE_SAVE_SITES,
                Statement.CATALOGUE_REMOVE_SITES,
                registry.sites(),
                Site::id,
                site -> named(site.name(), site).with("kind", site.kind()));
        save(
                tx,
                Statement.CATALOGUE_SAVE_REGIONS,
                Statement.CATALOGUE_REMOVE_REGIONS,
                registry.regions(),
                Region::id,
                region -> named(region.name(), region).with("kind", region.kind()));
    }

    private void linkNodes(TransactionContext tx, Registry registry) {
        link(tx, Statement.CATALOGUE_LINK_ORGANIZATIONS, registry.organizations(), StandingEdges::of);
        link(tx, Statement.CATALOGUE_LINK_PRODUCTS, registry.products(), StandingEdges::of);
        link(tx, Statement.CATALOGUE_LINK_MODELS, registry.models(), StandingEdges::of);
        link(tx, Statement.CATALOGUE_LINK_PLATFORMS, registry.platforms(), StandingEdges::of);
        StandingEdges.Regions regions = StandingEdges.Regions.of(registry.regions());
        link(tx, Statement.CATALOGUE_LINK_SITES, registry.sites(), site -> StandingEdges.of(site, regions));
        link(tx, Statement.CATALOGUE_LINK_REGIONS, registry.regions(), StandingEdges::of);
    }

    private <T> void save(
            TransactionContext tx,
            Statement save,
            Statement remove,
            List<T> records,
            Function<T, String> id,
            Function<T, Row> properties) {
        List<Map<String, @Nullable Object>> rows = records.stream()
                .map(each -> new Row()
                        .with("id", id.apply(each))
                        .with("properties", properties.apply(each))
                        .map())
                .toList();
        queries.execute(
                tx, remove, new Row().with("ids", records.stream().map(id).toList()));
        queries.execute(tx, save, new Row().with("rows", rows));
    }

    private <T> void link(TransactionContext tx, Statement link, List<T> records, Function<T, Row> edges) {
        queries.execute(
                tx,
                link,
                new Row()
                        .with(
                                "rows",
                                records.stream()
                                        .map(each -> edges.apply(each).map())
                                        .toList()));
    }

    private static Row named(String name, Object body) {
        return new Row().with("name", name).with("body", Json.write(body));
    }

    private static String fingerprint(Registry registry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List.<Collection<?>>of(
                            registry.organizations(),
                            registry.products(),
                            registry.models(),
                            registry.platforms(),
                            registry.sites(),
                            registry.regions())
                    .forEach(records -> digest.update(Json.write(records).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
