package org.dealgraph.claim.mention;

import java.util.List;
import java.util.Set;
import org.dealgraph.claim.mention.Anaphor.Owner;
import org.dealgraph.claim.mention.Anaphor.Sort;
import org.dealgraph.claim.mention.Head.Role;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.WordList;
import org.jspecify.annotations.Nullable;

/** Finds what a description goes back to: by apposition, by owner, or by the registry's facts. */
final class Described {

    /** A name that comes this many sentences after a description may still be what it means. */
    private static final int AHEAD = 40;

    private static final Set<String> COPULAS = WordList.of("""
            is was remains remained becomes became stays stayed as be become been remain
            """);
    private static final Set<String> LIGHT =
            Set.of("will", "would", "to", "has", "had", "have", "also", "now", "already");

    private final Scene scene;
    private final Pronominal pronouns;

    Described(Scene scene, Pronominal pronouns) {
        this.scene = scene;
        this.pronouns = pronouns;
    }

    @Nullable
    Draft find(Anaphor anaphor, Prose prose, List<Draft> here) {
        Draft apposed = apposed(anaphor, prose, here);
        apposed = apposed == null ? predicate(anaphor, prose, here) : apposed;
        apposed = apposed == null ? complement(anaphor, prose) : apposed;
        if (apposed != null) {
            return anaphor.resolved(apposed.references, apposed, 0.95);
        }
        Role role = anaphor.role();
        if (anaphor.owner() != Owner.NONE || role == Role.PARENT || role == Role.SUBSIDIARY) {
            return owned(anaphor, prose, here);
        }
        return best(anaphor, prose, null);
    }

    /** "Nvidia, the chipmaker, …": the name right before. */
    private @Nullable Draft apposed(Anaphor anaphor, Prose prose, List<Draft> here) {
        if (here.isEmpty() || anaphor.owner() == Owner.PRONOUN) {
            return null;
        }
        Draft last = here.getLast();
        boolean comma = last.end == anaphor.first() - 1 && prose.token(last.end).is(",");
        boolean closed = anaphor.end() < anaphor.sentence().end()
                && ",.;)".contains(prose.token(anaphor.end()).text());
        return comma
                        && closed
                        && last.form.names()
                        && last.organization()
                        && scene.fit.of(anaphor, last.reference()) != Fit.NEVER
                ? last
                : null;
    }

    /** "Amazon remains the main partner": the subject of the verb right before. */
    private @Nullable Draft predicate(Anaphor anaphor, Prose prose, List<Draft> here) {
        boolean own = anaphor.owner() == Owner.PRONOUN
                && !here.isEmpty()
                && here.getLast().end == anaphor.first()
                && here.getLast().form == Form.PRONOUN;
        int skipped = anaphor.owner() == Owner.NAME || own ? 1 : 0;
        if (here.size() <= skipped) {
            return null;
        }
        Draft last = here.get(here.size() - 1 - skipped);
        int first = switch (anaphor.owner()) {
            case NONE -> anaphor.first();
            case PRONOUN -> anaphor.first() - 1;
            case NAME -> here.getLast().first;
        };
        boolean copula = last.end < first && copula(prose, last.end, first);
        return copula && !last.possessive && last.organization() && scene.fit.of(anaphor, last.reference()) != Fit.NEVER
                ? last
                : null;
    }

    /** Whether nothing but a form of "be" or "become", with its auxiliaries and adverbs, stands between. */
    private static boolean copula(Prose prose, int from, int to) {
        if (to - from > 5) {
            return false;
        }
        boolean found = false;
        for (int at = from; at < to; at++) {
            String word = prose.token(at).lower();
            found |= COPULAS.contains(word);
            if (!COPULAS.contains(word) && !LIGHT.contains(word)) {
                return false;
            }
        }
        return found;
    }

    /** "The tenant is Anthropic": the name after the verb. */
    private @Nullable Draft complement(Anaphor anaphor, Prose prose) {
        String next = Context.at(prose, anaphor.sentence(), anaphor.end());
        if (!COPULAS.contains(next) && !next.equals(":") || next.equals("as") || anaphor.owner() == Owner.NAME) {
            return null;
        }
        for (Draft name : scene.namesBySentence.getOrDefault(anaphor.sentence().index(), List.of())) {
            if (name.first == anaphor.end() + 1) {
                return name.possessive || scene.fit.of(anaphor, name.reference()) == Fit.NEVER ? null : name;
            }
        }
        return null;
    }

    /** "its parent", "Amazon's cloud arm", "the Nvidia unit". */
    private @Nullable Draft owned(Anaphor anaphor, Prose prose, List<Draft> here) {
        Reference owner = owner(anaphor, prose, here);
        Role role = anaphor.role();
        boolean personal = anaphor.owner() == Owner.PRONOUN
                && Set.of("his", "her")
                        .contains(prose.token(anaphor.first() - 1).lower());
        if (personal && role == null) {
            Draft person = scene.discourse.person();
            return person == null || scene.fit.of(anaphor, person.reference()) == Fit.NEVER
                    ? null
                    : anaphor.resolved(person.references, person, 0.6);
        }
        if (anaphor.owner() == Owner.NAME && role == null && !here.isEmpty() && here.getLast().form == Form.PERSON) {
            Draft person = here.getLast();
            return scene.fit.of(anaphor, person.reference()) < 0
                    ? null
                    : anaphor.resolved(person.references, person, 0.8);
        }
        if (role == Role.PARENT) {
            return parent(anaphor, owner);
        }
        if (role == Role.SUBSIDIARY) {
            return unit(anaphor, owner);
        }
        return best(anaphor, prose, owner);
    }

    private @Nullable Reference owner(Anaphor anaphor, Prose prose, List<Draft> here) {
        if (anaphor.owner() == Owner.NAME) {
            return here.isEmpty() ? null : here.getLast().reference();
        }
        if (anaphor.owner() == Owner.PRONOUN && anaphor.first() > 0) {
            if (!here.isEmpty() && here.getLast().end == anaphor.first()) {
                return here.getLast().reference();
            }
            Draft its = pronouns.it(
                    Anaphor.pronoun(
                            anaphor.part(), anaphor.sentence(), anaphor.first() - 1, anaphor.first(), Sort.ITS, true),
                    prose);
            return its == null ? null : its.reference();
        }
        return null;
    }

    private @Nullable Draft parent(Anaphor anaphor, @Nullable Reference owner) {
        if (owner == null && anaphor.owner() == Owner.NONE) {
            return anaphor.owners().isEmpty() ? null : best(anaphor, null, null);
        }
        String id = owner == null ? null : owner.id();
        if (id == null) {
            return null;
        }
        String group = scene.lore.catalogue.groupOf(id, null);
        return group.equals(id)
                ? null
                : anaphor.resolved(List.of(scene.lore.organization(group)), scene.named(group), 0.85);
    }

    private @Nullable Draft unit(Anaphor anaphor, @Nullable Reference owner) {
        String id = owner != null
                ? owner.id()
                : anaphor.owners().stream().findFirst().orElse(null);
        if (id == null) {
            return null;
        }
        String best = id;
        double most = 1;
        for (String unit : scene.lore.units(id)) {
            double score = scene.fit.of(unitOf(anaphor), scene.lore.organization(unit));
            if (score > most) {
                most = score;
                best = unit;
            }
        }
        return anaphor.resolved(
                List.of(scene.lore.organization(best)), scene.named(best), best.equals(id) ? 0.5 : 0.85);
    }

    private static Anaphor unitOf(Anaphor a) {
        return new Anaphor(
                a.part(),
                a.sentence(),
                a.first(),
                a.end(),
                a.sort(),
                a.phrase(),
                a.traits(),
                a.places(),
                Set.of(),
                a.loose(),
                a.possessive(),
                a.owner());
    }

    /** The organization that fits best: of those mentioned, then of those named later, then the registry's only one. */
    private @Nullable Draft best(Anaphor anaphor, @Nullable Prose prose, @Nullable Reference owner) {
        Discourse.Entity best = null;
        double most = 0;
        double second = 0;
        for (Discourse.Entity entity : scene.discourse.recent()) {
            if ((owner != null && scene.related(owner, entity.reference))
                    || (!anaphor.telling() && anaphor.role() == null && scene.human(entity.reference))) {
                continue;
            }
            double score = score(anaphor, entity, prose);
            if (score > most) {
                second = most;
                most = score;
                best = entity;
            } else {
                second = Math.max(second, score);
            }
        }
        if (best != null && (!anaphor.telling() || scene.fit.of(anaphor, best.reference) >= 1)) {
            double sure = 0.55 + Math.min(0.4, 0.1 * (most - second));
            return anaphor.resolved(List.of(best.reference), best.named, sure);
        }
        if (best != null && newcomer(anaphor, best)) {
            return anaphor.resolved(List.of(best.reference), best.named, 0.5);
        }
        Draft elsewhere = elsewhere(anaphor, owner);
        if (elsewhere != null || best == null) {
            return elsewhere;
        }
        return anaphor.resolved(List.of(best.reference), best.named, 0.4);
    }

    /** Whether a place is told and the article was just about a company of which no place is known. */
    private boolean newcomer(Anaphor anaphor, Discourse.Entity entity) {
        return anaphor.owners().isEmpty()
                && anaphor.places().told()
                && !entity.reference.verified()
                && entity.subject
                && entity.sentence >= scene.sentenceCount - 1;
    }

    private double score(Anaphor anaphor, Discourse.Entity entity, @Nullable Prose prose) {
        double fits = scene.fit.of(anaphor, entity.reference);
        if (fits == Fit.NEVER
                || (prose != null
                        && (Scene.clash(anaphor, entity, prose) || scene.ahead(anaphor, entity.reference, prose)))) {
            return -1;
        }
        double score = 4 + 2 * fits + entity.salience(scene.sentenceCount) + 0.3 * Math.log(entity.mentions);
        if (entity.sentence == scene.sentenceCount - 1 && entity.subject) {
            score += 0.5;
        }
        Role role = anaphor.role();
        if (role != null) {
            score += 2 * scene.discourse.played(role, entity.reference);
        } else if (!anaphor.telling()) {
            score -= scene.financier(entity.reference) ? 1.5 : 0;
        }
        return score;
    }

    private @Nullable Draft elsewhere(Anaphor anaphor, @Nullable Reference owner) {
        if (!anaphor.telling()) {
            return owner == null && anaphor.role() == null ? ahead(anaphor, 3) : null;
        }
        Draft ahead = ahead(anaphor, AHEAD);
        if (ahead != null) {
            return ahead;
        }
        if (anaphor.owners().size() == 1) {
            String id = anaphor.owners().iterator().next();
            return anaphor.resolved(List.of(scene.lore.organization(id)), scene.named(id), 0.85);
        }
        if (anaphor.phrase().indexOf(' ') < 0) {
            return null;
        }
        Set<String> described = scene.lore.describedAs(anaphor.phrase());
        return described.size() == 1
                ? anaphor.resolved(
                        List.of(scene.lore.organization(described.iterator().next())), null, 0.6)
                : null;
    }

    private @Nullable Draft ahead(Anaphor anaphor, int sentences) {
        int from = anaphor.sentence().index();
        Draft best = null;
        double most = anaphor.telling() ? 0.9 : -1;
        for (List<Draft> names :
                scene.namesBySentence.subMap(from, true, from + sentences, true).values()) {
            for (Draft name : names.subList(0, Math.min(names.size(), 12))) {
                if (name.form == Form.PERSON || (name.sentence == anaphor.sentence() && name.first < anaphor.first())) {
                    continue;
                }
                double score = scene.fit.of(anaphor, name.reference()) - 0.1 * (name.sentence.index() - from);
                if (score > most) {
                    most = score;
                    best = name;
                }
            }
        }
        return best == null ? null : anaphor.resolved(best.references, best, anaphor.telling() ? 0.75 : 0.4);
    }
}
