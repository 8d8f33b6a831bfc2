package org.dealgraph.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dealgraph.catalogue.KnownName.Form;
import org.dealgraph.catalogue.KnownName.Kind;
import org.dealgraph.model.Link;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Product;
import org.dealgraph.model.Site;
import org.jspecify.annotations.Nullable;

/** Checks across entries: references resolve, no name is claimed twice unless marked ambiguous, no group contains itself. */
final class RegistryCheck {

    private final Catalogue catalogue;
    private final Map<String, String> places;
    private final Faults faults;
    private final Map<String, String> identifiers = new HashMap<>();

    RegistryCheck(Catalogue catalogue, Map<String, String> places, Faults faults) {
        this.catalogue = catalogue;
        this.places = places;
        this.faults = faults;
    }

    void run() {
        names();
        catalogue.organizations().forEach(this::organization);
        catalogue.products().forEach(this::product);
        catalogue.models().forEach(m -> organizationOf(m.id(), m.developedBy()));
        catalogue.platforms().forEach(this::platform);
        catalogue.sites().forEach(this::site);
        catalogue.regions().forEach(r -> {
            Optional.ofNullable(r.partOf())
                    .ifPresent(to ->
                            refers(r.id(), to, id -> catalogue.findRegion(id).isPresent(), "region"));
            Optional.ofNullable(r.operatedBy()).ifPresent(to -> organizationOf(r.id(), to));
        });
    }

    private void names() {
        Map<String, KnownName> owners = new LinkedHashMap<>();
        for (KnownName name : catalogue.names()) {
            if (name.form() == Form.DESCRIPTION || name.form() == Form.PERSON) {
                continue;
            }
            String key = (name.kind() == Kind.ORGANIZATION ? "o:" : "x:")
                    + name.surface().toLowerCase(Locale.ROOT);
            KnownName owner = owners.putIfAbsent(key, name);
            if (owner != null && !owner.id().equals(name.id()) && !(owner.ambiguous() && name.ambiguous())) {
                fault(
                        name.id(),
                        "'" + name.surface() + "' is claimed by '" + owner.id() + "' too (" + places.get(owner.id())
                                + "): keep it in one, or list it under 'ambiguous' in both");
            }
        }
    }

    private void organization(Organization org) {
        targets(org.partOf()).forEach(to -> organizationOf(org.id(), to));
        targets(org.memberOf()).forEach(to -> organizationOf(org.id(), to));
        country(org.id(), org.country());
        org.identifiers().forEach(identifier -> {
            String owner = identifiers.putIfAbsent(identifier.scheme() + " " + identifier.value(), org.id());
            if (owner != null) {
                fault(org.id(), "has the " + identifier.scheme() + " of '" + owner + "': keep it in one");
            }
        });
        boolean hasParent = org.partOf().stream().anyMatch(edge -> edge.to() == null);
        if (hasParent && catalogue.groupOf(org.id(), null).equals(org.id())) {
            fault(org.id(), "is part of itself: end one of the edges");
        }
    }

    private void product(Product p) {
        Optional.ofNullable(p.family())
                .ifPresent(
                        to -> refers(p.id(), to, id -> catalogue.findProduct(id).isPresent(), "product"));
        if (catalogue.familyOf(p.id()).contains(p.id())) {
            fault(p.id(), "is of its own family: name the product it is a generation or variant of");
        }
        for (List<Link> links :
                List.of(p.madeBy(), p.designedWith(), p.fabricatedBy(), p.memoryFrom(), p.assembledBy())) {
            targets(links).forEach(to -> organizationOf(p.id(), to));
        }
    }

    private void platform(Platform p) {
        organizationOf(p.id(), p.operatedBy());
        targets(p.offers())
                .forEach(to -> refers(p.id(), to, id -> catalogue.findModel(id).isPresent(), "model"));
        targets(p.runsOn())
                .forEach(
                        to -> refers(p.id(), to, id -> catalogue.findProduct(id).isPresent(), "product"));
        p.availableIn()
                .forEach(to -> refers(p.id(), to, id -> catalogue.findRegion(id).isPresent(), "region"));
    }

    private void site(Site s) {
        for (List<String> orgs : List.of(s.ownedBy(), s.operatedBy(), s.poweredBy())) {
            orgs.forEach(to -> organizationOf(s.id(), to));
        }
        country(s.id(), s.country());
    }

    private void country(String id, @Nullable String country) {
        if (country != null) {
            refers(
                    id,
                    country.toLowerCase(Locale.ROOT),
                    region -> catalogue.findRegion(region).isPresent(),
                    "country");
        }
    }

    private void organizationOf(String id, String to) {
        refers(id, to, org -> catalogue.findOrganization(org).isPresent(), "organization");
    }

    private void refers(String id, String to, Predicate<String> known, String kind) {
        if (!known.test(to)) {
            fault(id, "names the " + kind + " '" + to + "', which is not in the registry: add it or correct the id");
        }
    }

    private void fault(String id, String message) {
        faults.add(places.getOrDefault(id, "registry"), "'" + id + "' " + message);
    }

    private static List<String> targets(List<Link> links) {
        return links.stream().map(Link::target).toList();
    }
}
