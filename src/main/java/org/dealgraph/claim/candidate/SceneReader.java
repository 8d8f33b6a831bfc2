package org.dealgraph.claim.candidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.lexicon.Lexicon;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.MentionSet;
import org.dealgraph.claim.mention.Part;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Brings together what the sub-stages found in an article. */
public final class SceneReader {

    /** What stands beyond this in a sentence without end is left out, so that time stays linear. */
    private static final int MOST_IN_SENTENCE = 60;

    private final Catalogue catalogue;
    private final Lexicon lexicon;

    public SceneReader(Catalogue catalogue, Lexicon lexicon) {
        this.catalogue = catalogue;
        this.lexicon = lexicon;
    }

    /** The scene of an article whose mentions and quantities were read. */
    public Scene scene(Article article, MentionSet mentions, List<Measured> measured) {
        Prose prose = mentions.text();
        Actors reader = new Actors(catalogue, mentions, day(article));
        List<Actor> actors = reader.of(Part.TEXT);
        List<Actor> title = reader.of(Part.TITLE);
        List<Trigger> triggers = outside(lexicon.triggers(prose), actors);
        Map<String, Integer> counts = new HashMap<>();
        Set<String> titleKeys = new HashSet<>();
        title.forEach(a -> a.members().forEach(m -> titleKeys.add(m.key())));
        actors.stream()
                .filter(a -> !a.indirect())
                .forEach(a -> a.members().forEach(m -> counts.merge(m.key(), 1, Integer::sum)));
        title.forEach(a -> a.members().forEach(m -> counts.merge(m.key(), 1, Integer::sum)));
        return new Scene(
                article,
                mentions,
                List.copyOf(measured),
                bySentence(prose, actors, Actor::sentence),
                bySentence(prose, triggers, t -> sentenceOf(prose, t.first())),
                bySentence(prose, lexicon.cues(prose), c -> sentenceOf(prose, c.first())),
                Anchors.of(mentions, measured, triggers),
                lexicon.triggers(mentions.title()),
                lexicon.cues(mentions.title()),
                titleKeys,
                counts,
                new Places(prose));
    }

    /** Words that are part of a name say nothing: "Aligned Data Centers". */
    private static List<Trigger> outside(List<Trigger> triggers, List<Actor> actors) {
        Set<Integer> named = new HashSet<>();
        for (Actor a : actors) {
            if (a.mention().form().names()) {
                for (int i = a.first(); i < a.end(); i++) {
                    named.add(i);
                }
            }
        }
        return triggers.stream().filter(t -> !named.contains(t.first())).toList();
    }

    static @Nullable LocalDate day(Article article) {
        PartialDate published = article.published();
        return published == null ? null : published.earliest();
    }

    private static int sentenceOf(Prose prose, int token) {
        return prose.sentenceAt(prose.token(token).start()).map(Sentence::index).orElse(0);
    }

    private static <T> List<List<T>> bySentence(Prose prose, List<T> all, ToIntFunction<T> sentence) {
        List<List<T>> lists = new ArrayList<>();
        prose.sentences().forEach(s -> lists.add(new ArrayList<>()));
        for (T t : all) {
            List<T> list = lists.get(sentence.applyAsInt(t));
            if (list.size() < MOST_IN_SENTENCE) {
                list.add(t);
            }
        }
        return lists;
    }
}
