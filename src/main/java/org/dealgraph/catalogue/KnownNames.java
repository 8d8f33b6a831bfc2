package org.dealgraph.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealgraph.catalogue.KnownName.Form;
import org.dealgraph.catalogue.KnownName.Kind;
import org.dealgraph.model.Organization;

/** Lists the surface forms of everything in a catalogue. */
final class KnownNames {

    private final List<KnownName> all = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private KnownNames() {}

    static List<KnownName> of(Catalogue catalogue) {
        KnownNames names = new KnownNames();
        catalogue.organizations().forEach(names::add);
        catalogue.products().forEach(p -> {
            names.add(p.name(), Kind.PRODUCT, p.id(), Form.NAME, p.ambiguous());
            names.addAll(p.aliases(), Kind.PRODUCT, p.id(), Form.ALIAS, p.ambiguous());
            names.addAll(p.ambiguous(), Kind.PRODUCT, p.id(), Form.ALIAS, p.ambiguous());
        });
        catalogue.models().forEach(m -> {
            names.add(m.name(), Kind.MODEL, m.id(), Form.NAME, m.ambiguous());
            names.addAll(m.aliases(), Kind.MODEL, m.id(), Form.ALIAS, m.ambiguous());
            names.addAll(m.ambiguous(), Kind.MODEL, m.id(), Form.ALIAS, m.ambiguous());
        });
        catalogue.platforms().forEach(p -> {
            names.add(p.name(), Kind.PLATFORM, p.id(), Form.NAME, p.ambiguous());
            names.addAll(p.aliases(), Kind.PLATFORM, p.id(), Form.ALIAS, p.ambiguous());
            names.addAll(p.ambiguous(), Kind.PLATFORM, p.id(), Form.ALIAS, p.ambiguous());
        });
        catalogue.sites().forEach(s -> {
            names.add(s.name(), Kind.SITE, s.id(), Form.NAME, s.ambiguous());
            names.addAll(s.aliases(), Kind.SITE, s.id(), Form.ALIAS, s.ambiguous());
            names.addAll(s.ambiguous(), Kind.SITE, s.id(), Form.ALIAS, s.ambiguous());
        });
        return List.copyOf(names.all);
    }

    private void add(Organization org) {
        add(org.name(), Kind.ORGANIZATION, org.id(), Form.NAME, org.ambiguous());
        if (org.legalName() != null) {
            add(org.legalName(), Kind.ORGANIZATION, org.id(), Form.LEGAL_NAME, org.ambiguous());
        }
        addAll(org.aliases(), Kind.ORGANIZATION, org.id(), Form.ALIAS, org.ambiguous());
        addAll(org.ambiguous(), Kind.ORGANIZATION, org.id(), Form.ALIAS, org.ambiguous());
        addAll(org.tickers(), Kind.ORGANIZATION, org.id(), Form.TICKER, org.ambiguous());
        addAll(org.brands(), Kind.ORGANIZATION, org.id(), Form.BRAND, org.ambiguous());
        addAll(org.descriptions(), Kind.ORGANIZATION, org.id(), Form.DESCRIPTION, org.ambiguous());
        addAll(org.people(), Kind.ORGANIZATION, org.id(), Form.PERSON, org.ambiguous());
    }

    private void addAll(Collection<String> surfaces, Kind kind, String id, Form form, List<String> ambiguous) {
        surfaces.forEach(surface -> add(surface, kind, id, form, ambiguous));
    }

    private void add(String surface, Kind kind, String id, Form form, List<String> ambiguous) {
        if (seen.add(kind + " " + id + " " + surface)) {
            all.add(new KnownName(surface, kind, id, form, ambiguous.contains(surface)));
        }
    }
}
