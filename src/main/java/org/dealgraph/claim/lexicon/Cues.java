package org.dealgraph.claim.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.dealgraph.catalogue.Faults;
import org.dealgraph.catalogue.YamlFile;
import org.dealgraph.catalogue.YamlNode;
import org.dealgraph.claim.text.Prose;

/** Lists of words by name, as a file of {@code ingest/lexicon} holds them, found in prose. Immutable once loaded. */
public final class Cues {

    private static final String SILENT = "silent";

    private final Phrases<String> words = new Phrases<>();

    Cues() {}

    /**
     * Reads one file of cues.
     *
     * @throws org.dealgraph.catalogue.CatalogueException that lists every fault with file and line
     */
    public static Cues load(Path ingest, String name) {
        Faults faults = new Faults();
        Cues cues = new Cues();
        YamlFile.read(ingest.resolve("lexicon").resolve(name), "lexicon/" + name, faults)
                .ifPresent(top -> top.items().forEach(cues::add));
        faults.stopIfAny();
        cues.words.seal();
        return cues;
    }

    /** No words at all. */
    public static Cues none() {
        return new Cues();
    }

    private void add(YamlNode node) {
        node.only("cue", "phrases", "verbs");
        String name = node.getText("cue");
        node.texts("phrases").forEach(phrase -> words.add(phrase, name));
        for (String verb : node.texts("verbs")) {
            int space = verb.indexOf(' ');
            String rest = space < 0 ? "" : verb.substring(space);
            Inflection f = Inflection.of(space < 0 ? verb : verb.substring(0, space));
            new HashSet<>(List.of(f.plain(), f.third(), f.past(), f.participle(), f.ing()))
                    .forEach(form -> words.add(form + rest, name));
        }
    }

    /** The cues of a text in order; one phrase can be several cues. */
    public List<Cue> in(Prose prose) {
        List<Cue> found = new ArrayList<>();
        for (int i = 0; i < prose.size(); i++) {
            for (Phrases.Hit<String> hit : words.at(prose.tokens(), i)) {
                found.add(new Cue(hit.meaning(), hit.first(), hit.end()));
            }
        }
        return Ending.told(prose, outside(found));
    }

    /** Words inside a phrase of the list "silent" say nothing: "declined to comment" refuses no deal. */
    private static List<Cue> outside(List<Cue> found) {
        List<Cue> silent = found.stream().filter(c -> c.name().equals(SILENT)).toList();
        return silent.isEmpty()
                ? found
                : found.stream()
                        .filter(c -> silent.stream().noneMatch(s -> s.first() <= c.first() && c.end() <= s.end()))
                        .toList();
    }
}
