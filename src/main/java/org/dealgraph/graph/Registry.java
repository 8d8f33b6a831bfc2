package org.dealgraph.graph;

import java.util.List;
import org.dealgraph.model.Model;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Site;

/** What the graph is to know of the field before any article: everything in the registry. */
public record Registry(
        List<Organization> organizations,
        List<Product> products,
        List<Model> models,
        List<Platform> platforms,
        List<Site> sites,
        List<Region> regions) {

    public Registry {
        organizations = List.copyOf(organizations);
        products = List.copyOf(products);
        models = List.copyOf(models);
        platforms = List.copyOf(platforms);
        sites = List.copyOf(sites);
        regions = List.copyOf(regions);
    }
}
