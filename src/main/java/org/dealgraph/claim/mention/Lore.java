package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.Tokens;
import org.dealgraph.model.Link;
import org.dealgraph.model.Organization;
import org.jspecify.annotations.Nullable;

/** What the registry and the vocabulary know, arranged for reading. */
final class Lore {

    /**
     * What an organization is told by.
     *
     * @param organization its record
     * @param descriptions its descriptions without "the", as compared by {@link Phrases#normal}
     * @param words the single words of its industry and descriptions
     * @param city its head office's city as compared, or null
     */
    record Facts(
            Organization organization,
            Set<String> descriptions,
            Set<String> words,
            @Nullable String city) {}

    final Catalogue catalogue;
    final Vocabulary vocabulary;
    final Gazetteer gazetteer;
    private final Map<String, Facts> facts = new HashMap<>();
    private final Map<String, Set<String>> describedAs = new HashMap<>();
    private final Map<String, String> tickers = new HashMap<>();
    private final Map<String, List<String>> units = new HashMap<>();
    private final Map<String, Set<String>> owners = new HashMap<>();
    private final Set<String> cities = new HashSet<>();

    Lore(Catalogue catalogue, Vocabulary vocabulary) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        gazetteer = new Gazetteer(catalogue);
        for (Organization org : catalogue.organizations()) {
            facts.put(org.id(), facts(org));
            org.tickers().forEach(t -> tickers.put(t.substring(t.indexOf(':') + 1), org.id()));
            org.partOf()
                    .forEach(link -> units.computeIfAbsent(link.target(), k -> new ArrayList<>())
                            .add(org.id()));
            org.brands().forEach(b -> own(KnownName.Kind.ORGANIZATION, org.id(), org.id()));
        }
        catalogue.models().forEach(m -> own(KnownName.Kind.MODEL, m.id(), m.developedBy()));
        catalogue.platforms().forEach(p -> own(KnownName.Kind.PLATFORM, p.id(), p.operatedBy()));
        catalogue
                .products()
                .forEach(p ->
                        p.madeBy().stream().map(Link::target).forEach(org -> own(KnownName.Kind.PRODUCT, p.id(), org)));
    }

    private void own(KnownName.Kind kind, String id, String owner) {
        owners.computeIfAbsent(kind + ":" + id, k -> new LinkedHashSet<>()).add(owner);
    }

    private Facts facts(Organization org) {
        Set<String> descriptions = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (String description : org.descriptions()) {
            String normal = Phrases.normal(description);
            String bare = normal.startsWith("the ") ? normal.substring(4) : normal;
            descriptions.add(bare);
            describedAs.computeIfAbsent(bare, k -> new LinkedHashSet<>()).add(org.id());
            words(bare, words);
        }
        if (org.industry() != null) {
            words(org.industry(), words);
            descriptions.add(Phrases.normal(org.industry()));
        }
        String city = org.locality() == null ? null : Phrases.normal(org.locality());
        if (city != null) {
            cities.add(city);
        }
        return new Facts(org, descriptions, words, city);
    }

    private static void words(String phrase, Set<String> into) {
        for (Token token : Tokens.of(phrase.toLowerCase(Locale.ROOT))) {
            if (token.kind() != Token.Kind.SIGN) {
                into.add(Phrases.fold(token.lower()));
            }
        }
    }

    Optional<Facts> facts(Reference reference) {
        String id = reference.id();
        return id == null || !reference.organization() ? Optional.empty() : Optional.ofNullable(facts.get(id));
    }

    /** The head noun whose plural stands from one token to another, both included, or null. */
    @Nullable
    Head pluralHead(Prose prose, int first, int last) {
        String phrase = Phrases.normal(prose.span(first, last).in(prose.text()));
        if (!phrase.endsWith("s") || phrase.length() > 60) {
            return null;
        }
        String singular = phrase.endsWith("ies")
                ? phrase.substring(0, phrase.length() - 3) + "y"
                : phrase.substring(0, phrase.length() - 1);
        Head head = vocabulary.heads().findPhrase(singular);
        return head != null && head.telling() ? head : null;
    }

    /** The cities of head offices, as compared. */
    Set<String> cities() {
        return cities;
    }

    /** The organizations the registry describes by exactly these words. */
    Set<String> describedAs(String normal) {
        return describedAs.getOrDefault(normal, Set.of());
    }

    Optional<String> byTicker(String symbol) {
        return Optional.ofNullable(tickers.get(symbol));
    }

    /** The subsidiaries of an organization. */
    List<String> units(String id) {
        return units.getOrDefault(id, List.of());
    }

    /** Who makes, develops or operates a brand, product, model or platform. */
    Set<String> owners(KnownName name) {
        return owners.getOrDefault(name.kind() + ":" + name.id(), Set.of());
    }

    /** The reference to an organization of the registry. */
    Reference organization(String id) {
        return new Reference(
                KnownName.Kind.ORGANIZATION,
                id,
                catalogue.findOrganization(id).map(Organization::name).orElse(id));
    }

    /** The reference a registry name stands for. */
    Reference reference(KnownName name) {
        String label = switch (name.kind()) {
            case ORGANIZATION ->
                catalogue.findOrganization(name.id()).map(Organization::name).orElse(name.id());
            case PRODUCT -> catalogue.findProduct(name.id()).map(p -> p.name()).orElse(name.id());
            case MODEL -> catalogue.findModel(name.id()).map(m -> m.name()).orElse(name.id());
            case PLATFORM ->
                catalogue.findPlatform(name.id()).map(p -> p.name()).orElse(name.id());
            case SITE -> catalogue.findSite(name.id()).map(s -> s.name()).orElse(name.id());
        };
        return new Reference(name.kind(), name.id(), label);
    }

    /** Whether a name counts only with context: marked so in the registry, or a word of the language. */
    boolean wordlike(Gazetteer.Entry entry) {
        return entry.name().ambiguous()
                || (entry.words().size() == 1
                        && vocabulary.has(
                                Vocabulary.Words.WORDS, entry.words().getFirst().toLowerCase(Locale.ROOT)));
    }
}
