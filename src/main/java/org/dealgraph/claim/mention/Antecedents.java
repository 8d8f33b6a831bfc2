package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dealgraph.claim.mention.Anaphor.Owner;
import org.dealgraph.claim.mention.Anaphor.Sort;
import org.dealgraph.claim.mention.Head.Role;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/** Decides what each reference goes back to, from left to right through title and text. */
final class Antecedents {

    /** A name that comes this many sentences after a description may still be what it means. */
    private static final int AHEAD = 40;

    /** No more names of a sentence are looked through, so that a sentence without end costs no more than its length. */
    private static final int LOOKED = 60;
    /** So many organizations are kept as present at a sentence. */
    private static final int FOCUS = 5;

    private static final Set<String> COPULAS = Set.of("is", "was", "remains", "remained", "becomes", "became", "stays", "stayed", "as");

    private final Lore lore;
    private final Fit fit;
    private final Discourse discourse = new Discourse();
    private final Map<String, Draft> firstNames = new LinkedHashMap<>();
    private final List<Draft> resolved = new ArrayList<>();
    private final TreeMap<Integer, List<Draft>> namesBySentence = new TreeMap<>();
    private final List<List<Reference>> focus = new ArrayList<>();
    private int sentenceCount;

    Antecedents(Lore lore) {
        this.lore = lore;
        fit = new Fit(lore);
    }

    /** The organizations most present when each sentence of the part resolved last begins, the most present first. */
    List<List<Reference>> focus() {
        return List.copyOf(focus);
    }

    /** Resolves one part's references; call for the title first. */
    List<Draft> resolve(Part part, Prose prose, List<Draft> names, List<Anaphor> anaphors) {
        resolved.clear();
        focus.clear();
        namesBySentence.clear();
        firstNames.clear();
        for (Draft name : names) {
            if (name.organization()) {
                firstNames.putIfAbsent(name.reference().key(), name);
                List<Draft> inSentence = namesBySentence.computeIfAbsent(name.sentence.index(), k -> new ArrayList<>());
                if (inSentence.size() < LOOKED) {
                    inSentence.add(name);
                }
            }
        }
        int name = 0;
        int anaphor = 0;
        for (Sentence sentence : prose.sentences()) {
            focus.add(present());
            List<Draft> here = new ArrayList<>();
            while (true) {
                Draft nextName = name < names.size() && names.get(name).sentence == sentence ? names.get(name) : null;
                Anaphor nextAnaphor = anaphor < anaphors.size() && anaphors.get(anaphor).sentence() == sentence
                        ? anaphors.get(anaphor)
                        : null;
                if (nextName == null && nextAnaphor == null) {
                    break;
                }
                if (nextAnaphor == null || (nextName != null && nextName.first <= nextAnaphor.first())) {
                    name++;
                    if (nextName != null) {
                        discourse.mention(nextName, sentenceCount, subject(prose, sentence, nextName));
                        here.add(nextName);
                    }
                } else {
                    anaphor++;
                    Draft draft = resolve(nextAnaphor, prose, here);
                    if (draft != null) {
                        resolved.add(draft);
                        discourse.mention(draft, sentenceCount, subject(prose, sentence, draft));
                        here.add(draft);
                    }
                }
            }
            lists(prose, here);
            DealParts.note(prose, sentence, here.stream().filter(Draft::organization).toList(), discourse);
            sentenceCount += here.isEmpty() ? 0 : 1;
        }
        return List.copyOf(resolved);
    }

    private static boolean subject(Prose prose, Sentence sentence, Draft draft) {
        if (draft.possessive || draft.modifier || Context.verbAfter(prose, sentence, draft.end) < 0) {
            return false;
        }
        String before = Context.before(prose, sentence, draft.first);
        return !org.dealgraph.claim.text.English.PREPOSITIONS.contains(before);
    }

    private List<Reference> present() {
        return discourse.recent().stream()
                .sorted(Comparator.comparingDouble(
                        (Discourse.Entity e) -> -e.salience(sentenceCount) - 0.5 * Math.log(e.mentions)))
                .limit(FOCUS)
                .map(e -> e.reference)
                .toList();
    }

    /** Takes note of names joined by "and", which "both companies" and "they" go back to. */
    private void lists(Prose prose, List<Draft> here) {
        List<Draft> run = new ArrayList<>();
        for (Draft draft : here) {
            if (!draft.organization() || draft.form == Form.PERSON) {
                continue;
            }
            if (!run.isEmpty() && !joined(prose, run.getLast(), draft)) {
                note(run);
                run = new ArrayList<>();
            }
            run.add(draft);
        }
        note(run);
    }

    private void note(List<Draft> run) {
        if (run.size() > 1) {
            discourse.list(List.copyOf(run));
        }
    }

    private static boolean joined(Prose prose, Draft left, Draft right) {
        if (left.possessive || right.first - left.end > 3) {
            return false;
        }
        for (int at = left.end; at < right.first; at++) {
            if (!Set.of(",", "and", "&", "or", "the").contains(prose.token(at).lower())) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Draft resolve(Anaphor anaphor, Prose prose, List<Draft> here) {
        return switch (anaphor.sort()) {
            case DESCRIPTION -> description(anaphor, prose, here);
            case PAIR -> pair(anaphor, false);
            case THEY -> they(anaphor);
            case FORMER, LATTER -> half(anaphor);
            case OTHER -> other(anaphor);
            case IT, ITS -> it(anaphor, prose);
            case PERSON -> person(anaphor);
            case WE -> we(anaphor, prose, here);
        };
    }

    private @Nullable Draft description(Anaphor anaphor, Prose prose, List<Draft> here) {
        Draft apposed = apposed(anaphor, prose, here);
        apposed = apposed == null ? predicate(anaphor, prose, here) : apposed;
        apposed = apposed == null ? complement(anaphor, prose) : apposed;
        if (apposed != null) {
            return draft(anaphor, apposed.references, apposed, 0.95);
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
        return comma && closed && last.form.names() && last.organization() && fit.of(anaphor, last.reference()) != Fit.NEVER ? last : null;
    }

    /** "Amazon remains the main partner": the subject of the verb right before. */
    private @Nullable Draft predicate(Anaphor anaphor, Prose prose, List<Draft> here) {
        int skipped = anaphor.owner() == Owner.NAME ? 1 : 0;
        if (here.size() <= skipped) {
            return null;
        }
        Draft last = here.get(here.size() - 1 - skipped);
        int first = switch (anaphor.owner()) {
            case NONE -> anaphor.first();
            case PRONOUN -> anaphor.first() - 1;
            case NAME -> here.getLast().first;
        };
        boolean copula = last.end == first - 1 && COPULAS.contains(prose.token(last.end).lower());
        return copula && !last.possessive && last.organization() && fit.of(anaphor, last.reference()) != Fit.NEVER ? last : null;
    }

    /** "The tenant is Anthropic": the name after the verb. */
    private @Nullable Draft complement(Anaphor anaphor, Prose prose) {
        String next = Context.at(prose, anaphor.sentence(), anaphor.end());
        if (!COPULAS.contains(next) && !next.equals(":") || next.equals("as") || anaphor.owner() == Owner.NAME) {
            return null;
        }
        for (Draft name : namesBySentence.getOrDefault(anaphor.sentence().index(), List.of())) {
            if (name.first == anaphor.end() + 1) {
                return name.possessive || fit.of(anaphor, name.reference()) == Fit.NEVER ? null : name;
            }
        }
        return null;
    }

    /** "its parent", "Amazon's cloud arm", "the Nvidia unit". */
    private @Nullable Draft owned(Anaphor anaphor, Prose prose, List<Draft> here) {
        Reference owner = owner(anaphor, prose, here);
        Role role = anaphor.role();
        boolean personal = anaphor.owner() == Owner.PRONOUN
                && Set.of("his", "her").contains(prose.token(anaphor.first() - 1).lower());
        if (personal && role == null) {
            Draft person = discourse.person();
            return person == null || fit.of(anaphor, person.reference()) == Fit.NEVER
                    ? null
                    : draft(anaphor, person.references, person, 0.6);
        }
        if (anaphor.owner() == Owner.NAME && role == null && !here.isEmpty() && here.getLast().form == Form.PERSON) {
            Draft person = here.getLast();
            return fit.of(anaphor, person.reference()) < 0 ? null : draft(anaphor, person.references, person, 0.8);
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
            Draft its = it(
                    Anaphor.pronoun(anaphor.part(), anaphor.sentence(), anaphor.first() - 1, anaphor.first(), Sort.ITS, true),
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
        String group = lore.catalogue.groupOf(id, null);
        return group.equals(id) ? null : draft(anaphor, List.of(lore.organization(group)), named(group), 0.85);
    }

    private @Nullable Draft unit(Anaphor anaphor, @Nullable Reference owner) {
        String id = owner != null ? owner.id() : anaphor.owners().stream().findFirst().orElse(null);
        if (id == null) {
            return null;
        }
        String best = id;
        double most = 1;
        for (String unit : lore.units(id)) {
            double score = fit.of(unitOf(anaphor), lore.organization(unit));
            if (score > most) {
                most = score;
                best = unit;
            }
        }
        return draft(anaphor, List.of(lore.organization(best)), named(best), best.equals(id) ? 0.5 : 0.85);
    }

    private static Anaphor unitOf(Anaphor a) {
        return new Anaphor(
                a.part(), a.sentence(), a.first(), a.end(), a.sort(), a.phrase(), a.traits(), a.places(), Set.of(),
                a.loose(), a.possessive(), a.owner());
    }

    private @Nullable Draft named(String id) {
        Discourse.Entity entity = discourse.find(lore.organization(id));
        return entity == null ? null : entity.named;
    }

    /** The organization that fits best: of those mentioned, then of those named later, then the registry's only one. */
    private @Nullable Draft best(Anaphor anaphor, @Nullable Prose prose, @Nullable Reference owner) {
        Discourse.Entity best = null;
        double most = 0;
        double second = 0;
        for (Discourse.Entity entity : discourse.recent()) {
            if (owner != null && related(owner, entity.reference)) {
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
        if (best != null && (!anaphor.telling() || fit.of(anaphor, best.reference) >= 1)) {
            double sure = 0.55 + Math.min(0.4, 0.1 * (most - second));
            return draft(anaphor, List.of(best.reference), best.named, sure);
        }
        Draft elsewhere = elsewhere(anaphor, owner);
        if (elsewhere != null || best == null) {
            return elsewhere;
        }
        return draft(anaphor, List.of(best.reference), best.named, 0.4);
    }

    private boolean related(Reference a, Reference b) {
        String x = a.id();
        String y = b.id();
        return a.key().equals(b.key())
                || (x != null && y != null && lore.catalogue.groupOf(x, null).equals(lore.catalogue.groupOf(y, null)));
    }

    private double score(Anaphor anaphor, Discourse.Entity entity, @Nullable Prose prose) {
        double fits = fit.of(anaphor, entity.reference);
        if (fits == Fit.NEVER || (prose != null && (clash(anaphor, entity, prose) || ahead(anaphor, entity.reference, prose)))) {
            return -1;
        }
        double score = 4 + 2 * fits + entity.salience(sentenceCount) + 0.3 * Math.log(entity.mentions);
        if (entity.sentence == sentenceCount - 1 && entity.subject) {
            score += 0.5;
        }
        Role role = anaphor.role();
        if (role != null) {
            score += 2 * discourse.played(role, entity.reference);
        } else if (!anaphor.telling()) {
            score -= financier(entity.reference) ? 1.5 : 0;
        }
        return score;
    }

    private boolean financier(Reference reference) {
        return lore.facts(reference)
                .map(f -> f.organization().types())
                .filter(t -> t.contains(OrganizationType.BANK) || t.contains(OrganizationType.GOVERNMENT))
                .isPresent();
    }

    /** Whether the organization is already another party of the same clause. */
    private static boolean clash(Anaphor anaphor, Discourse.Entity entity, Prose prose) {
        Draft last = entity.last;
        return last.sentence == anaphor.sentence()
                && last.part == anaphor.part()
                && !last.possessive
                && Clauses.same(prose, last.end, anaphor.first());
    }

    /** Whether the organization is named later in the same clause, as another party of it. */
    private boolean ahead(Anaphor anaphor, Reference reference, Prose prose) {
        if (anaphor.possessive()) {
            return false;
        }
        for (Draft name : namesBySentence.getOrDefault(anaphor.sentence().index(), List.of())) {
            if (name.first > anaphor.end()
                    && !name.possessive
                    && name.reference().equals(reference)
                    && Clauses.same(prose, anaphor.end(), name.first)) {
                return true;
            }
        }
        return false;
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
            return draft(anaphor, List.of(lore.organization(id)), named(id), 0.85);
        }
        Set<String> described = lore.describedAs(anaphor.phrase());
        return described.size() == 1
                ? draft(anaphor, List.of(lore.organization(described.iterator().next())), null, 0.6)
                : null;
    }

    private @Nullable Draft ahead(Anaphor anaphor, int sentences) {
        int from = anaphor.sentence().index();
        Draft best = null;
        double most = anaphor.telling() ? 0.9 : -1;
        for (List<Draft> names : namesBySentence.subMap(from, true, from + sentences, true).values()) {
            for (Draft name : names.subList(0, Math.min(names.size(), 12))) {
                if (name.form == Form.PERSON || (name.sentence == anaphor.sentence() && name.first < anaphor.first())) {
                    continue;
                }
                double score = fit.of(anaphor, name.reference()) - 0.1 * (name.sentence.index() - from);
                if (score > most) {
                    most = score;
                    best = name;
                }
            }
        }
        return best == null ? null : draft(anaphor, best.references, best, anaphor.telling() ? 0.75 : 0.4);
    }

    private @Nullable Draft pair(Anaphor anaphor, boolean strict) {
        if (!anaphor.traits().isEmpty()) {
            return several(anaphor);
        }
        for (List<Draft> list : discourse.lists()) {
            Draft last = list.getLast();
            List<Reference> references =
                    list.stream().flatMap(d -> d.references.stream()).distinct().toList();
            boolean near = distance(anaphor, last) <= (strict ? 1 : 3);
            if (near && (references.size() == 2 || strict && references.size() <= 4)) {
                return draft(anaphor, references, last, 0.8);
            }
        }
        if (strict) {
            return null;
        }
        if (anaphor.length() == 1) {
            return null;
        }
        List<Discourse.Entity> two = discourse.recent().stream()
                .filter(e -> !financier(e.reference))
                .sorted(Comparator.comparingDouble(
                        (Discourse.Entity e) -> -e.salience(sentenceCount) - Math.log(e.mentions)))
                .limit(2)
                .toList();
        return two.size() < 2
                ? null
                : draft(anaphor, two.stream().map(e -> e.reference).toList(), two.getFirst().named, 0.6);
    }

    /** "the two chipmakers": as many as are told, those that fit best. */
    private @Nullable Draft several(Anaphor anaphor) {
        int count = anaphor.phrase().startsWith("three") ? 3 : 2;
        List<Discourse.Entity> fitting = discourse.recent().stream()
                .filter(e -> fit.of(anaphor, e.reference) > 0)
                .sorted(Comparator.comparingDouble(
                        (Discourse.Entity e) -> -fit.of(anaphor, e.reference) - e.salience(sentenceCount)))
                .limit(count)
                .toList();
        return fitting.size() < count
                ? null
                : draft(anaphor, fitting.stream().map(e -> e.reference).toList(), fitting.getFirst().named, 0.75);
    }

    private int distance(Anaphor anaphor, Draft draft) {
        return draft.part != anaphor.part()
                ? anaphor.sentence().index() + 1
                : anaphor.sentence().index() - draft.sentence.index();
    }

    private @Nullable Draft they(Anaphor anaphor) {
        return pair(anaphor, true);
    }

    private @Nullable Draft half(Anaphor anaphor) {
        for (List<Draft> list : discourse.lists()) {
            if (distance(anaphor, list.getLast()) <= 3) {
                Draft draft = anaphor.sort() == Sort.FORMER ? list.getFirst() : list.getLast();
                Reference reference =
                        anaphor.sort() == Sort.FORMER ? draft.references.getFirst() : draft.references.getLast();
                return draft(anaphor, List.of(reference), draft, 0.75);
            }
        }
        List<Discourse.Entity> recent = discourse.recent();
        int which = anaphor.sort() == Sort.FORMER ? 1 : 0;
        return recent.size() <= which
                ? null
                : draft(anaphor, List.of(recent.get(which).reference), recent.get(which).named, 0.6);
    }

    private @Nullable Draft other(Anaphor anaphor) {
        List<Discourse.Entity> recent = discourse.recent();
        return recent.size() < 2
                ? null
                : draft(anaphor, List.of(recent.get(1).reference), recent.get(1).named, 0.5);
    }

    private @Nullable Draft it(Anaphor anaphor, Prose prose) {
        Discourse.Entity best = null;
        double most = 0;
        double second = 0;
        boolean opening = Context.verbAfter(prose, anaphor.sentence(), anaphor.end()) >= 0
                || anaphor.first() == anaphor.sentence().first();
        for (Discourse.Entity entity : discourse.recent()) {
            if (lore.facts(entity.reference)
                            .filter(f -> f.organization().types().contains(OrganizationType.GOVERNMENT))
                            .isPresent()
                    && entity.sentence < sentenceCount - 1) {
                continue;
            }
            double score = entity.salience(sentenceCount);
            boolean here = entity.sentence == sentenceCount;
            if (anaphor.sort() == Sort.IT
                    && ((here && clash(anaphor, entity, prose)) || ahead(anaphor, entity.reference, prose))) {
                continue;
            }
            score += here && entity.subject ? 2.5 : 0;
            score += entity.last.form == Form.PRONOUN && here ? 1 : 0;
            score += entity.sentence == sentenceCount - 1 && entity.subject ? (opening ? 2.5 : 1) : 0;
            if (score > most) {
                second = most;
                most = score;
                best = entity;
            } else {
                second = Math.max(second, score);
            }
        }
        if (best == null || best.sentence < sentenceCount - 4) {
            return null;
        }
        return draft(anaphor, List.of(best.reference), best.named, 0.45 + Math.min(0.4, 0.1 * (most - second)));
    }

    private @Nullable Draft person(Anaphor anaphor) {
        Draft person = discourse.person();
        return person == null || distance(anaphor, person) > 3
                ? null
                : draft(anaphor, person.references, person, 0.6);
    }

    /** Who speaks: the person or organization outside the quotation, here or next to it; else whom the article is about. */
    private @Nullable Draft we(Anaphor anaphor, Prose prose, List<Draft> here) {
        for (int i = here.size() - 1; i >= 0 && i > here.size() - LOOKED; i--) {
            if (!here.get(i).organization()) {
                continue;
            }
            if (here.get(i).form == Form.PERSON || subject(prose, anaphor.sentence(), here.get(i))) {
                return draft(anaphor, here.get(i).references, here.get(i), 0.7);
            }
        }
        int index = anaphor.sentence().index();
        Optional<Draft> speaker = namesBySentence.getOrDefault(index, List.of()).stream()
                .filter(d -> d.form == Form.PERSON || subject(prose, d.sentence, d))
                .findFirst();
        if (speaker.isEmpty()) {
            speaker = namesBySentence.getOrDefault(index + 1, List.of()).stream()
                    .filter(d -> d.form == Form.PERSON)
                    .findFirst();
        }
        if (speaker.isPresent()) {
            return draft(anaphor, speaker.get().references, speaker.get(), 0.7);
        }
        Draft person = discourse.person();
        if (person != null && distance(anaphor, person) <= 2) {
            return draft(anaphor, person.references, person, 0.6);
        }
        return discourse.recent().stream()
                .max(Comparator.comparingDouble(e -> e.salience(sentenceCount)))
                .map(e -> draft(anaphor, List.of(e.reference), e.named, 0.4))
                .orElse(null);
    }

    private static Draft draft(Anaphor a, List<Reference> references, @Nullable Draft antecedent, double confidence) {
        Form form =
                switch (a.sort()) {
                    case DESCRIPTION -> a.telling() ? Form.DESCRIPTION : Form.GENERIC;
                    case PAIR, FORMER, LATTER, OTHER -> Form.GENERIC;
                    case IT, ITS, THEY, PERSON, WE -> Form.PRONOUN;
                };
        return new Draft(
                a.part(), a.sentence(), a.first(), a.end(), form, references, a.possessive(),
                Math.clamp(confidence, 0.05, 0.99), antecedent);
    }
}
