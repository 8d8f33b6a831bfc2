package org.dealgraph.claim.mention;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.claim.mention.Lore.Facts;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;

/** How well an organization fits the words of a description. */
final class Fit {

    /** The organization cannot be meant. */
    static final double NEVER = -100;

    private static final double EXACT = 6;
    private static final double BRAND = 8;
    private static final double CITY = 4;
    private static final double COUNTRY = 3;
    private static final double KIND = 3;

    private final Lore lore;
    private final Introductions introductions;

    Fit(Lore lore, Introductions introductions) {
        this.lore = lore;
        this.introductions = introductions;
    }

    /** A score, below 0 where little speaks for it, or {@link #NEVER}; what the article says goes before the registry. */
    double of(Anaphor anaphor, Reference reference) {
        double known = known(anaphor, reference);
        Introductions.Said said = introductions.of(reference);
        if (said == null || !anaphor.owners().isEmpty() || anaphor.phrase().isEmpty()) {
            return known;
        }
        double introduced = introduced(anaphor, said);
        boolean verified = reference.verified();
        if (introduced == NEVER) {
            return verified ? known : NEVER;
        }
        return known != NEVER ? known + introduced : introduced >= KIND ? introduced : NEVER;
    }

    /** How far a description repeats what the article has said. */
    private double introduced(Anaphor anaphor, Introductions.Said said) {
        String country = anaphor.places().country();
        if (country != null && said.country() != null && !country.equals(said.country())) {
            return NEVER;
        }
        double score = country != null && said.country() != null ? COUNTRY : 0;
        Set<String> cities = anaphor.places().cities();
        if (cities != null) {
            boolean same = cities.stream().anyMatch(c -> said.words().containsAll(List.of(c.split(" "))));
            if (!same && said.words().contains("based")) {
                return NEVER;
            }
            score += same ? CITY : 0;
        }
        String phrase = anaphor.phrase();
        if (said.words().contains(phrase.substring(phrase.lastIndexOf(' ') + 1))) {
            return score + KIND;
        }
        Set<OrganizationType> wanted = new HashSet<>();
        anaphor.traits().forEach(t -> wanted.addAll(t.types()));
        if (wanted.isEmpty() || said.types().isEmpty()) {
            return score;
        }
        return overlap(wanted, said.types()) ? score + 1 : NEVER;
    }

    private double known(Anaphor anaphor, Reference reference) {
        Optional<Facts> known = lore.facts(reference);
        if (known.isEmpty()) {
            return anaphor.owners().isEmpty() ? unverified(anaphor) : NEVER;
        }
        Facts facts = known.get();
        double score = 0;
        if (!anaphor.owners().isEmpty()) {
            if (!anaphor.owners().contains(facts.organization().id())) {
                return NEVER;
            }
            score += BRAND;
        }
        boolean exact = facts.descriptions().contains(anaphor.phrase());
        if (exact) {
            return score + EXACT;
        }
        double place = place(anaphor, facts);
        if (place == NEVER) {
            return NEVER;
        }
        score += place;
        for (Head head : anaphor.traits()) {
            double kind = kind(head, facts, !anaphor.owners().isEmpty());
            if (kind == NEVER) {
                return NEVER;
            }
            score += kind;
        }
        for (String word : anaphor.loose()) {
            score += facts.words().contains(word) ? 1.5 : -0.5;
        }
        return Math.max(-3, score);
    }

    private static double unverified(Anaphor anaphor) {
        if (!anaphor.traits().isEmpty()
                && anaphor.traits().getLast().types().equals(Set.of(OrganizationType.GOVERNMENT))) {
            return NEVER;
        }
        boolean kind = anaphor.traits().stream().anyMatch(Head::telling)
                || anaphor.places().told();
        return kind ? 0.2 : 0.5;
    }

    private static double place(Anaphor anaphor, Facts facts) {
        Organization org = facts.organization();
        double score = 0;
        String country = anaphor.places().country();
        if (country != null && org.country() != null) {
            if (!country.equals(org.country())) {
                return NEVER;
            }
            score += COUNTRY;
        }
        Set<String> cities = anaphor.places().cities();
        String city = facts.city();
        if (cities != null && city != null) {
            if (!cities.contains(city)) {
                return NEVER;
            }
            score += CITY;
        }
        return score;
    }

    private static double kind(Head head, Facts facts, boolean branded) {
        Set<OrganizationType> types = facts.organization().types();
        double score = head.prefer().isEmpty() ? 0 : overlap(head.prefer(), types) ? 1.2 : -1.2;
        score -= head.unlisted() && !facts.organization().tickers().isEmpty() ? 2 : 0;
        if (head.telling()) {
            boolean industry = told(head.industry(), facts);
            boolean type = overlap(head.types(), types);
            if (!type && !industry && !branded) {
                return NEVER;
            }
            boolean only = head.types().size() > 4;
            score += industry ? KIND : type ? (only ? 0.5 : KIND) : 0;
        }
        if (overlap(head.not(), types) && !branded) {
            return NEVER;
        }
        if (head.generic() && types.contains(OrganizationType.GOVERNMENT)) {
            return NEVER;
        }
        return score;
    }

    private static boolean told(List<String> words, Facts facts) {
        for (String word : words) {
            Set<String> parts = new HashSet<>(List.of(Phrases.normal(word).split(" ")));
            if (!parts.isEmpty() && facts.words().containsAll(parts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlap(Set<OrganizationType> a, Set<OrganizationType> b) {
        return a.stream().anyMatch(b::contains);
    }
}
