package org.dealgraph.claim.detail;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Stage;

/** Reads how firm a deal is from the cues that govern its anchor's clause. */
final class Firmness {

    private static final Set<String> MODALS = Set.of("would", "could", "might", "may");
    private static final Map<String, Flag> FLAGS =
            Map.of("contingent", Flag.CONDITIONAL, "optional", Flag.OPTIONAL, "cancelable", Flag.CANCELABLE);
    private static final int REACH = 25;
    private static final int LEAD = 1;
    private static final int SAID = 4;
    private static final Set<String> SAYS = Set.of("said", "says", "announced", "confirmed", "disclosed");
    private static final Set<String> PRONOUNS = Set.of("it", "they", "he", "she");

    private final Scene scene;

    Firmness(Scene scene) {
        this.scene = scene;
    }

    /** The stage at an anchor, given how it is told; a letter of intent that the article opens with covers its own news. */
    Stage stage(Anchor anchor, boolean core, Standings.Verdict verdict) {
        return switch (verdict) {
            case ENDED -> end(anchor);
            case REPORTED -> unsigned(anchor, core);
            case ANNOUNCED -> signed(anchor);
        };
    }

    /** What the near cues say by themselves. */
    Standings.Verdict verdict(Anchor anchor, boolean core) {
        if (ended(anchor)) {
            return Standings.Verdict.ENDED;
        }
        boolean open = near(anchor, "letter of intent")
                || near(anchor, "talks")
                || (negotiated() && unsettled(anchor))
                || (core && letter())
                || near(anchor, "sources");
        return open ? Standings.Verdict.REPORTED : Standings.Verdict.ANNOUNCED;
    }

    private Stage end(Anchor anchor) {
        String words = scene.prose().text(scene.sentence(anchor.sentence())).toLowerCase(Locale.ROOT);
        if (words.contains("expire")) {
            return Stage.EXPIRED;
        }
        if (words.contains("lapse")) {
            return Stage.LAPSED;
        }
        return words.contains("replaced") || words.contains("superseded") ? Stage.REPLACED : Stage.CANCELLED;
    }

    /** Sources can tell of what is signed; what is neither talks nor letter nor theirs is a plan, which is talk. */
    private Stage unsigned(Anchor anchor, boolean core) {
        if (near(anchor, "letter of intent")) {
            return Stage.LETTER_OF_INTENT;
        }
        if (near(anchor, "talks") || (negotiated() && unsettled(anchor))) {
            return Stage.TALKS;
        }
        if (core && letter()) {
            return Stage.LETTER_OF_INTENT;
        }
        return near(anchor, "sources") ? signed(anchor) : Stage.TALKS;
    }

    private Stage signed(Anchor anchor) {
        if (near(anchor, "closed")) {
            return Stage.CLOSED;
        }
        return near(anchor, "definitive") ? Stage.DEFINITIVE : Stage.AGREED;
    }

    /** Whether the article's own news is that of talks: its headline or first sentence says so. */
    boolean negotiated() {
        return scene.titleCues().stream().anyMatch(c -> c.name().equals("talks"))
                || (!scene.cues().isEmpty() && scene.cue(0, "talks"));
    }

    /** Whether a sentence speaks of what would be or is planned. */
    boolean unsettled(Anchor anchor) {
        Sentence sentence = scene.sentence(anchor.sentence());
        return near(anchor, "plan")
                || IntStream.range(sentence.first(), sentence.end())
                        .anyMatch(i ->
                                MODALS.contains(scene.prose().token(i).lower()) && !isReportedWill(scene.prose(), i));
    }

    /** "VoltaGrid said it would supply …": behind a verb of saying, "would" is what was "will". */
    static boolean isReportedWill(Prose prose, int word) {
        return prose.token(word).is("would")
                && IntStream.range(Math.max(0, word - SAID), word)
                        .anyMatch(i -> SAYS.contains(prose.token(i).lower()));
    }

    boolean letter() {
        for (int s = 0; s < Math.min(LEAD, scene.cues().size()); s++) {
            if (scene.cues().get(s).stream().anyMatch(c -> c.name().equals("letter of intent"))) {
                return true;
            }
        }
        return scene.titleCues().stream().anyMatch(c -> c.name().equals("letter of intent"));
    }

    boolean ended(Anchor anchor) {
        boolean here = near(anchor, "ended");
        if (here) {
            return true;
        }
        int next = anchor.sentence() + 1;
        if (next >= scene.cues().size()) {
            return false;
        }
        Token opens = scene.prose().token(scene.sentence(next).first());
        boolean points = Set.of("that", "this", "both").contains(opens.lower());
        List<Cue> cues = scene.cues().get(next);
        return points
                && cues.stream()
                        .anyMatch(c -> c.name().equals("ended")
                                && c.first() - scene.sentence(next).first() < 8);
    }

    /** What makes it less than firm, told beside the amount or by the sentence that goes on about it. */
    Set<Flag> flags(Retold retold, Neighbours neighbours) {
        OptionalInt next = neighbours.after(retold.choice().candidate());
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        FLAGS.forEach((name, flag) -> {
            boolean told = qualifies(retold.anchor(), name) || next.isPresent() && scene.cue(next.getAsInt(), name);
            if (told) {
                flags.add(flag);
            }
        });
        return flags;
    }

    /** Whether words stand beside an amount with no other amount between, and do not lead on to one of their own. */
    private boolean qualifies(Anchor anchor, String name) {
        return scene.cues().get(anchor.sentence()).stream()
                .filter(c -> c.name().equals(name))
                .anyMatch(c -> c.end() <= anchor.first()
                        ? anchor.first() - c.end() <= REACH && amounts(c.end(), anchor.first(), anchor) == 0
                        : c.first() - anchor.end() <= REACH && isLast(c, anchor));
    }

    /** "$5 billion with an option for $3 billion more": the option is that of the second amount. */
    private boolean isLast(Cue c, Anchor anchor) {
        boolean leads = c.name().equals("optional");
        int end = leads ? scene.sentence(anchor.sentence()).end() : c.first();
        return amounts(anchor.end(), end, anchor) == 0;
    }

    private long amounts(int from, int end, Anchor beside) {
        return scene.around(scene.anchors(), beside.index()).stream()
                .filter(a -> a.type().numbered() && a.first() >= from && a.first() < end)
                .count();
    }

    Polarity polarity(Anchor anchor, Stage stage) {
        if (stage.ended()) {
            return Polarity.ENDS;
        }
        return near(anchor, "denial") ? Polarity.DENIES : Polarity.ASSERTS;
    }

    /** Whether a cue stands near an anchor in its clause. */
    boolean near(Anchor anchor, String name) {
        return scene.cues().get(anchor.sentence()).stream()
                .anyMatch(c -> c.name().equals(name) && reaches(c, anchor));
    }

    private boolean reaches(Cue cue, Anchor anchor) {
        int low = Math.min(cue.end(), anchor.end());
        int high = Math.max(cue.first(), anchor.first());
        if (high - low > REACH) {
            return false;
        }
        Prose prose = scene.prose();
        for (int i = low; i < high; i++) {
            Token t = prose.token(i);
            if (t.is(";") || t.is("while") || t.is("whereas") || t.is("but")) {
                return false;
            }
        }
        return !isParted(prose, cue, anchor);
    }

    /** "… $5 billion in A, and it has pledged $10 billion to B under a letter": what the pronoun opens is a clause of its own. */
    static boolean isParted(Prose prose, Cue cue, Anchor anchor) {
        return IntStream.range(Math.min(cue.end(), anchor.end()), Math.max(cue.first(), anchor.first()))
                .anyMatch(i -> prose.token(i).is("and")
                        && PRONOUNS.contains(prose.token(i + 1).lower()));
    }
}
