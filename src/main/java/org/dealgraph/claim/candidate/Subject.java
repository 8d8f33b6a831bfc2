package org.dealgraph.claim.candidate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;

/** Finds the subject of a verb: the nearest free name before it, past what stands between commas and past "and". */
final class Subject {

    private static final int DEPTH = 4;

    private final Prose prose;
    private final List<Actor> actors;
    private final int start;
    private final Places places;

    Subject(Scene scene, int sentence, Places places) {
        this.prose = scene.prose();
        this.actors = scene.actors().get(sentence);
        this.start = scene.sentence(sentence).first();
        this.places = places;
    }

    /** The keys of the subject of the verb at a token, of a list all of its names; empty where none is plain. */
    Set<String> of(int verb) {
        return of(verb, DEPTH);
    }

    private Set<String> of(int verb, int depth) {
        int before = chain(verb) - 1;
        if (before < start || depth == 0) {
            return Set.of();
        }
        Token token = prose.token(before);
        if (token.is("and") || token.is("or")) {
            int earlier = verbBefore(before);
            return earlier < 0 ? Set.of() : of(earlier, depth - 1);
        }
        int end = before + 1;
        if (token.is(",")) {
            end = opening(before);
        }
        return nearest(end);
    }

    /** The first token of the verb's chain: "has agreed to", "will also". */
    private int chain(int verb) {
        int first = verb;
        while (first - 1 >= start) {
            String w = prose.token(first - 1).lower();
            boolean part = English.AUXILIARIES.contains(w)
                    || English.ADVERBS.contains(w)
                    || w.equals("to")
                    || w.endsWith("ly")
                    || (English.verb(w) && !prose.token(first - 1).capitalised());
            if (!part) {
                break;
            }
            first--;
        }
        return first;
    }

    private int verbBefore(int at) {
        for (int i = at - 1; i > start; i--) {
            Token t = prose.token(i);
            if (t.word() && !t.capitalised() && English.verb(t.lower()) && English.finite(t.lower())) {
                return i;
            }
        }
        return -1;
    }

    /** Where the words between commas begin that end at a comma: at ", which", ", backed", ", the", else at the comma before. */
    private int opening(int closing) {
        int nearest = -1;
        for (int i = closing - 1; i > start; i--) {
            if (prose.token(i).is(",")) {
                String next = prose.token(i + 1).lower();
                if (nearest < 0) {
                    nearest = i;
                }
                if (next.equals("which") || next.equals("who") || next.equals("whose") || next.endsWith("ed")) {
                    return i;
                }
            }
        }
        return nearest < 0 ? closing : nearest;
    }

    private Set<String> nearest(int end) {
        Actor nearest = null;
        for (Actor a : actors) {
            boolean free = !a.indirect() && a.end() <= end && !a.mention().possessive();
            if (free && places.preposition(a.first()) == Slot.OTHER) {
                nearest = a;
            }
        }
        boolean close =
                nearest != null && places.breaks(nearest.end(), end) <= 1 && places.verbs(nearest.end(), end) == 0;
        if (nearest == null || !close) {
            return Set.of();
        }
        Actor found = nearest;
        return actors.stream()
                .filter(a -> a.equals(found) || (found.group() >= 0 && a.group() == found.group()))
                .flatMap(a -> a.members().stream())
                .map(Actor.Member::key)
                .collect(Collectors.toSet());
    }
}
