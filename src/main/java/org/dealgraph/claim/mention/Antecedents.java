package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.jspecify.annotations.Nullable;

/** Decides what each reference goes back to, from left to right through title and text. */
final class Antecedents {

    /** So many organizations are kept as present at a sentence. */
    private static final int FOCUS = 5;

    private final Scene scene;
    private final Pronominal pronouns;
    private final Described described;
    private final Several several;
    private final List<Draft> resolved = new ArrayList<>();
    private final List<List<Reference>> focus = new ArrayList<>();

    Antecedents(Lore lore, Introductions introductions) {
        scene = new Scene(lore, introductions);
        pronouns = new Pronominal(scene);
        described = new Described(scene, pronouns);
        several = new Several(scene);
    }

    /** The organizations most present when each sentence of the part resolved last begins, the most present first. */
    List<List<Reference>> focus() {
        return List.copyOf(focus);
    }

    /** Resolves one part's references; call for the title first. */
    List<Draft> resolve(Part part, Prose prose, List<Draft> names, List<Anaphor> anaphors) {
        resolved.clear();
        focus.clear();
        scene.begin(names);
        int name = 0;
        int anaphor = 0;
        for (Sentence sentence : prose.sentences()) {
            focus.add(present());
            List<Draft> here = new ArrayList<>();
            while (true) {
                Draft nextName = name < names.size() && names.get(name).sentence == sentence ? names.get(name) : null;
                Anaphor nextAnaphor =
                        anaphor < anaphors.size() && anaphors.get(anaphor).sentence() == sentence
                                ? anaphors.get(anaphor)
                                : null;
                if (nextName == null && nextAnaphor == null) {
                    break;
                }
                if (nextAnaphor == null || (nextName != null && nextName.first <= nextAnaphor.first())) {
                    name++;
                    if (nextName != null) {
                        scene.discourse.mention(
                                nextName, scene.sentenceCount, Scene.subject(prose, sentence, nextName));
                        here.add(nextName);
                    }
                } else {
                    anaphor++;
                    Draft draft = resolve(nextAnaphor, prose, here);
                    if (draft != null) {
                        resolved.add(draft);
                        scene.discourse.mention(draft, scene.sentenceCount, Scene.subject(prose, sentence, draft));
                        here.add(draft);
                    }
                }
            }
            lists(prose, here);
            DealParts.note(
                    prose, sentence, here.stream().filter(Draft::organization).toList(), scene.discourse);
            scene.sentenceCount += here.isEmpty() ? 0 : 1;
        }
        return List.copyOf(resolved);
    }

    private List<Reference> present() {
        return scene.discourse.recent().stream()
                .sorted(Comparator.comparingDouble(
                        (Discourse.Entity e) -> -e.salience(scene.sentenceCount) - 0.5 * Math.log(e.mentions)))
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
            scene.discourse.list(List.copyOf(run));
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
            case DESCRIPTION -> described.find(anaphor, prose, here);
            case PAIR -> several.pair(anaphor, false);
            case THEY -> several.pair(anaphor, true);
            case FORMER, LATTER -> several.half(anaphor);
            case OTHER -> several.other(anaphor);
            case IT, ITS -> pronouns.it(anaphor, prose);
            case PERSON -> pronouns.person(anaphor);
            case WE -> pronouns.we(anaphor, prose, here);
        };
    }
}
