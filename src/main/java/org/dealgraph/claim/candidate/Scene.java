package org.dealgraph.claim.candidate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.MentionSet;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.Article;
import org.jspecify.annotations.Nullable;

/**
 * An article as the reader sees it: its prose with everything that was found in it, by sentence.
 *
 * @param article the article
 * @param mentions names and references
 * @param measured quantities and dates of the text, in order
 * @param actors possible parties by sentence
 * @param triggers words of deals by sentence
 * @param cues cues by sentence
 * @param anchors what claims can hang on, in order
 * @param titleTriggers words of deals in the title
 * @param titleCues cues in the title
 * @param titleKeys organizations in the title
 * @param counts how often each organization is mentioned
 * @param places tells where names stand beside words of the text
 */
public record Scene(
        Article article,
        MentionSet mentions,
        List<Measured> measured,
        List<List<Actor>> actors,
        List<List<Trigger>> triggers,
        List<List<Cue>> cues,
        List<Anchor> anchors,
        List<Trigger> titleTriggers,
        List<Cue> titleCues,
        Set<String> titleKeys,
        Map<String, Integer> counts,
        Places places) {

    private static final int FAR = 250;

    /** The text's prose. */
    public Prose prose() {
        return mentions.text();
    }

    public Sentence sentence(int index) {
        return prose().sentences().get(index);
    }

    /** Whether a cue stands in a sentence. */
    public boolean cue(int sentence, String name) {
        return cues.get(sentence).stream().anyMatch(c -> c.name().equals(name));
    }

    /** Where the part of a long list begins that bears on what stands at an index. */
    int from(int index) {
        return Math.max(0, index - FAR);
    }

    /** The part of a long list that bears on what stands at an index, so that time stays linear in the article's length. */
    public <T> List<T> around(List<T> list, int index) {
        return list.subList(from(index), Math.min(list.size(), index + FAR + 1));
    }

    /** The preposition an actor stands behind, or OTHER. */
    public Slot slot(Actor actor) {
        return places.preposition(actor.first());
    }

    /** The word that governs a candidate's anchor for its kind, or null. */
    public @Nullable Trigger governor(Candidate c) {
        return new Evidence(this, c.anchor(), c.kind()).governor();
    }
}
