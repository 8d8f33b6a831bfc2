package org.dealgraph.claim.mention;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dealgraph.claim.mention.Anaphor.Sort;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/** Finds what a pronoun goes back to. */
final class Pronominal {

    private final Scene scene;

    Pronominal(Scene scene) {
        this.scene = scene;
    }

    @Nullable
    Draft it(Anaphor anaphor, Prose prose) {
        Discourse.Entity best = null;
        double most = 0;
        double second = 0;
        boolean opening = Context.verbAfter(prose, anaphor.sentence(), anaphor.end()) >= 0
                || anaphor.first() == anaphor.sentence().first();
        for (Discourse.Entity entity : scene.discourse.recent()) {
            if (scene.human(entity.reference)) {
                continue;
            }
            if (scene.lore
                            .facts(entity.reference)
                            .filter(f -> f.organization().types().contains(OrganizationType.GOVERNMENT))
                            .isPresent()
                    && entity.sentence < scene.sentenceCount - 1) {
                continue;
            }
            double score = entity.salience(scene.sentenceCount);
            boolean here = entity.sentence == scene.sentenceCount;
            if (anaphor.sort() == Sort.IT
                    && ((here && Scene.clash(anaphor, entity, prose))
                            || scene.ahead(anaphor, entity.reference, prose))) {
                continue;
            }
            score += here && entity.subject ? 2.5 : 0;
            score += entity.last.form == Form.PRONOUN && here ? 1 : 0;
            score += entity.sentence == scene.sentenceCount - 1 && entity.subject ? (opening ? 2.5 : 1) : 0;
            if (score > most) {
                second = most;
                most = score;
                best = entity;
            } else {
                second = Math.max(second, score);
            }
        }
        if (best == null || best.sentence < scene.sentenceCount - 4) {
            return null;
        }
        return anaphor.resolved(List.of(best.reference), best.named, 0.45 + Math.min(0.4, 0.1 * (most - second)));
    }

    @Nullable
    Draft person(Anaphor anaphor) {
        Draft person = scene.discourse.person();
        return person == null || scene.distance(anaphor, person) > 3
                ? null
                : anaphor.resolved(person.references, person, 0.6);
    }

    /** Who speaks: the person or organization outside the quotation, here or next to it; else whom the article is about. */
    @Nullable
    Draft we(Anaphor anaphor, Prose prose, List<Draft> here) {
        for (int i = here.size() - 1; i >= 0 && i > here.size() - Scene.LOOKED; i--) {
            if (!here.get(i).organization()) {
                continue;
            }
            if (here.get(i).form == Form.PERSON || Scene.subject(prose, anaphor.sentence(), here.get(i))) {
                return anaphor.resolved(here.get(i).references, here.get(i), 0.7);
            }
        }
        int index = anaphor.sentence().index();
        Optional<Draft> speaker = scene.namesBySentence.getOrDefault(index, List.of()).stream()
                .filter(d -> d.form == Form.PERSON || Scene.subject(prose, d.sentence, d))
                .findFirst();
        if (speaker.isEmpty()) {
            speaker = scene.namesBySentence.getOrDefault(index + 1, List.of()).stream()
                    .filter(d -> d.form == Form.PERSON)
                    .findFirst();
        }
        if (speaker.isPresent()) {
            return anaphor.resolved(speaker.get().references, speaker.get(), 0.7);
        }
        Draft person = scene.discourse.person();
        if (person != null && scene.distance(anaphor, person) <= 2) {
            return anaphor.resolved(person.references, person, 0.6);
        }
        return scene.discourse.recent().stream()
                .max(Comparator.comparingDouble(e -> e.salience(scene.sentenceCount)))
                .map(e -> anaphor.resolved(List.of(e.reference), e.named, 0.4))
                .orElse(null);
    }
}
