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

    Fit(Lore lore) {
        this.lore = lore;
    }

    /** A score, below 0 where little speaks for it, or {@link #NEVER}. */
    double of(Anaphor anaphor, Reference reference) {
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
