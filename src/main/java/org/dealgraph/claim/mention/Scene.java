package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/** What is known while references are resolved: the discourse so far and the names of the part being read. */
final class Scene {

    /** No more names of a sentence are looked through, so that a sentence without end costs no more than its length. */
    static final int LOOKED = 60;

    final Lore lore;
    final Fit fit;
    final Discourse discourse = new Discourse();
    final TreeMap<Integer, List<Draft>> namesBySentence = new TreeMap<>();
    /** Sentences with a mention so far. */
    int sentenceCount;

    Scene(Lore lore, Introductions introductions) {
        this.lore = lore;
        fit = new Fit(lore, introductions);
    }

    /** Begins a part with its names. */
    void begin(List<Draft> names) {
        namesBySentence.clear();
        for (Draft name : names) {
            List<Draft> here = namesBySentence.computeIfAbsent(name.sentence.index(), k -> new ArrayList<>());
            if (name.organization() && here.size() < LOOKED) {
                here.add(name);
            }
        }
    }

    boolean related(Reference a, Reference b) {
        String x = a.id();
        String y = b.id();
        return a.key().equals(b.key())
                || (x != null && y != null && lore.catalogue.groupOf(x, null).equals(lore.catalogue.groupOf(y, null)));
    }

    boolean financier(Reference reference) {
        return lore.facts(reference)
                .map(f -> f.organization().types())
                .filter(t -> t.contains(OrganizationType.BANK) || t.contains(OrganizationType.GOVERNMENT))
                .isPresent();
    }

    /** Whether it is a person listed for their investments, whom "it" and "the company" never mean. */
    boolean human(Reference reference) {
        return lore.facts(reference)
                .filter(f -> f.words().contains("entrepreneur"))
                .isPresent();
    }

    /** Whether the organization is already another party of the same clause. */
    static boolean clash(Anaphor anaphor, Discourse.Entity entity, Prose prose) {
        Draft last = entity.last;
        return last.sentence == anaphor.sentence()
                && last.part == anaphor.part()
                && !last.possessive
                && Clauses.same(prose, last.end, anaphor.first());
    }

    /** Whether the organization is named later in the same clause, as another party of it. */
    boolean ahead(Anaphor anaphor, Reference reference, Prose prose) {
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

    int distance(Anaphor anaphor, Draft draft) {
        return draft.part != anaphor.part()
                ? anaphor.sentence().index() + 1
                : anaphor.sentence().index() - draft.sentence.index();
    }

    static boolean subject(Prose prose, Sentence sentence, Draft draft) {
        if (heads(prose, sentence, draft)) {
            return true;
        }
        if (draft.possessive || draft.modifier || Context.verbAfter(prose, sentence, draft.end) < 0) {
            return false;
        }
        String before = Context.before(prose, sentence, draft.first);
        return !English.PREPOSITIONS.contains(before);
    }

    /** "xAI. The company …", "Samsung: The group …": a name alone tells what follows is about. */
    private static boolean heads(Prose prose, Sentence sentence, Draft draft) {
        return draft.first <= sentence.first() + 1
                && draft.end < sentence.end()
                && !draft.possessive
                && (prose.token(draft.end).is(":")
                        || draft.end == sentence.end() - 1
                                && prose.token(draft.end).is("."));
    }

    @Nullable
    Draft named(String id) {
        Discourse.Entity entity = discourse.find(lore.organization(id));
        return entity == null ? null : entity.named;
    }
}
