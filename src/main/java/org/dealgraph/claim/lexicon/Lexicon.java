package org.dealgraph.claim.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealgraph.catalogue.Faults;
import org.dealgraph.catalogue.YamlFile;
import org.dealgraph.catalogue.YamlNode;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.dealgraph.model.ClaimKind;

/** The words of deals as {@code ingest/lexicon} lists them: frames with their places, cues with their names. Immutable. */
public final class Lexicon {

    /** How a word of a frame appears. */
    private enum Form {
        PLAIN,
        THIRD,
        PAST,
        ING,
        NOUN
    }

    private record Word(Frame frame, Form form) {}

    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "be", "been", "being", "'s", "get", "gets", "got");
    private static final Set<String> HAVE = Set.of("has", "have", "had", "having");
    private static final Set<String> BEFORE_VERB = Set.of(
            "to", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "not", "it", "they", "we",
            "who", "which", "that", "and", "also", "then", "now", "does", "did", "do", "he", "she");

    private final Phrases<Word> words = new Phrases<>();
    private final Phrases<String> cues = new Phrases<>();

    private Lexicon() {}

    /**
     * Reads {@code lexicon/frames.yml} and {@code lexicon/cues.yml}.
     *
     * @throws org.dealgraph.catalogue.CatalogueException that lists every fault with file and line
     */
    public static Lexicon load(Path ingest) {
        Faults faults = new Faults();
        Lexicon lexicon = new Lexicon();
        Path folder = ingest.resolve("lexicon");
        YamlFile.read(folder.resolve("frames.yml"), "lexicon/frames.yml", faults)
                .ifPresent(top -> top.items().forEach(lexicon::frame));
        YamlFile.read(folder.resolve("cues.yml"), "lexicon/cues.yml", faults)
                .ifPresent(top -> top.items().forEach(lexicon::cue));
        faults.stopIfAny();
        lexicon.words.seal();
        lexicon.cues.seal();
        return lexicon;
    }

    private void frame(YamlNode node) {
        node.only("frame", "kinds", "verbs", "nouns", "from", "to");
        Frame frame = new Frame(
                node.getText("frame"), node.choices("kinds", ClaimKind.class), slots(node, "from"), slots(node, "to"));
        for (String verb : node.texts("verbs")) {
            int space = verb.indexOf(' ');
            String head = space < 0 ? verb : verb.substring(0, space);
            String rest = space < 0 ? "" : verb.substring(space);
            Inflection forms = Inflection.of(head);
            words.add(forms.plain() + rest, new Word(frame, Form.PLAIN));
            words.add(forms.third() + rest, new Word(frame, Form.THIRD));
            words.add(forms.ing() + rest, new Word(frame, Form.ING));
            for (String past : new HashSet<>(List.of(forms.past(), forms.participle()))) {
                if (!past.equals(forms.plain())) {
                    words.add(past + rest, new Word(frame, Form.PAST));
                }
            }
        }
        node.texts("nouns").forEach(noun -> words.add(noun, new Word(frame, Form.NOUN)));
    }

    private static Set<Slot> slots(YamlNode node, String key) {
        Set<Slot> slots = new HashSet<>();
        for (YamlNode name : node.nodes(key)) {
            Slot.named(name.scalar())
                    .ifPresentOrElse(slots::add, () -> name.fault("unknown place '" + name.scalar() + "'"));
        }
        return slots;
    }

    private void cue(YamlNode node) {
        node.only("cue", "phrases", "verbs");
        String name = node.getText("cue");
        node.texts("phrases").forEach(phrase -> cues.add(phrase, name));
        for (String verb : node.texts("verbs")) {
            Inflection f = Inflection.of(verb);
            new HashSet<>(List.of(f.plain(), f.third(), f.past(), f.participle(), f.ing()))
                    .forEach(form -> cues.add(form, name));
        }
    }

    /** The cues of a text in order; one phrase can be several cues. */
    public List<Cue> cues(Prose prose) {
        List<Cue> found = new ArrayList<>();
        for (int i = 0; i < prose.size(); i++) {
            for (Phrases.Hit<String> hit : cues.at(prose.tokens(), i)) {
                found.add(new Cue(hit.meaning(), hit.first(), hit.end()));
            }
        }
        return Ending.told(prose, found);
    }

    /** The frames' words of a text in order; at one place only the longest words count, read as verb or as noun. */
    public List<Trigger> triggers(Prose prose) {
        List<Trigger> found = new ArrayList<>();
        for (int i = 0; i < prose.size(); ) {
            List<Phrases.Hit<Word>> hits = words.at(prose.tokens(), i);
            int longest = hits.isEmpty() ? 0 : hits.getFirst().end();
            boolean added = false;
            for (Phrases.Hit<Word> hit : hits) {
                if (hit.end() == longest) {
                    Shape shape = shape(prose, hit, hits);
                    if (shape != null) {
                        found.add(new Trigger(hit.meaning().frame(), shape, hit.first(), hit.end()));
                        added = true;
                    }
                }
            }
            i = added ? longest : i + 1;
        }
        return found;
    }

    /** How a word is used here, or null where it is another part of speech. */
    private static @org.jspecify.annotations.Nullable Shape shape(
            Prose prose, Phrases.Hit<Word> hit, List<Phrases.Hit<Word>> rivals) {
        Form form = hit.meaning().form();
        boolean both = rivals.stream().anyMatch(r -> r.meaning().form() == Form.NOUN)
                && rivals.stream().anyMatch(r -> r.meaning().form() != Form.NOUN);
        if (form == Form.NOUN) {
            return both && verbal(prose, hit.first(), true) ? null : Shape.NOUN;
        }
        if ((form == Form.PLAIN || form == Form.THIRD) && !verbal(prose, hit.first(), form == Form.PLAIN)) {
            return both || nominal(prose, hit.first()) ? null : Shape.ACTIVE;
        }
        return form == Form.PAST && passive(prose, hit) ? Shape.PASSIVE : Shape.ACTIVE;
    }

    /** Whether a word stands where a verb does: after a name, a pronoun, "to" or a modal. */
    private static boolean verbal(Prose prose, int at, boolean plain) {
        if (at == 0) {
            return false;
        }
        Token before = prose.token(at - 1);
        if (before.is("that") && plain && !prose.token(at).lower().endsWith("s")) {
            return false;
        }
        return BEFORE_VERB.contains(before.lower())
                || (before.capitalised() && prose.token(at).lower().endsWith("s"))
                || (before.word() && before.lower().endsWith("ly"));
    }

    private static boolean nominal(Prose prose, int at) {
        if (at == 0) {
            return false;
        }
        Token before = prose.token(at - 1);
        return English.DETERMINERS.contains(before.lower())
                || English.POSSESSIVES.contains(before.lower())
                || before.kind() == Token.Kind.CLITIC
                || before.is("of")
                || before.is("billion")
                || before.is("million");
    }

    private static boolean passive(Prose prose, Phrases.Hit<Word> hit) {
        for (int i = hit.first() - 1; i >= Math.max(0, hit.first() - 4); i--) {
            String w = prose.token(i).lower();
            if (BE.contains(w)) {
                return true;
            }
            if (HAVE.contains(w)) {
                return false;
            }
            if (!English.ADVERBS.contains(w) && !w.endsWith("ly")) {
                break;
            }
        }
        for (int i = hit.end(); i < Math.min(prose.size(), hit.end() + 3); i++) {
            if (prose.token(i).is("by")) {
                return !(i + 1 < prose.size() && prose.token(i + 1).kind() == Token.Kind.NUMBER);
            }
            if (prose.token(i).kind() == Token.Kind.SIGN) {
                break;
            }
        }
        return false;
    }
}
