package org.dealgraph.claim.lexicon;

import java.util.List;
import java.util.Set;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;

/**
 * Tells words that say that something ended from those that say that it may or will one day: "which either side may
 * cancel", "unless it is terminated", "expires in 2031", "scrapped other leases".
 */
final class Ending {

    private static final Set<String> NAMES = Set.of("ended", "faded");
    private static final Set<String> MODALS =
            Set.of("may", "can", "could", "might", "cannot", "can't", "couldn't", "not", "never", "n't", "nor", "non");
    private static final Set<String> BARE = Set.of("be", "being", "been", "is", "are", "ever", "also", "still", "only");
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "until", "should", "whether", "case", "event");
    private static final Set<String> LEAVES =
            Set.of("right", "rights", "option", "free", "able", "allowed", "entitled", "ability", "permitted", "power");
    private static final Set<String> TERMS =
            Set.of("expire", "expires", "expiring", "lapse", "lapses", "end", "ends", "ending", "terminates", "run");
    private static final Set<String> DATES = Set.of("in", "on", "at", "after", "by", "during", "around");
    private static final Set<String> OTHERS = Set.of("other", "others", "own", "several", "some", "rival", "similar");
    private static final Set<String> STOPS = Set.of(";", ":", "but", "and", ".");
    private static final int VERBAL = 4;
    private static final int CLAUSE = 9;
    private static final int BEHIND = 3;

    private Ending() {}

    /** Those of the cues that do not speak of an end that has not come. */
    static List<Cue> told(Prose prose, List<Cue> cues) {
        return cues.stream()
                .filter(c -> !NAMES.contains(c.name()) || told(prose, c))
                .toList();
    }

    private static boolean told(Prose prose, Cue cue) {
        return !possible(prose, cue.first())
                && !conditional(prose, cue.first())
                && !termOf(prose, cue)
                && !ofOthers(prose, cue.end());
    }

    /** Behind a modal or a denial, perhaps with "be" between, or behind "the right to". */
    private static boolean possible(Prose prose, int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - VERBAL); i--) {
            Token t = prose.token(i);
            if (MODALS.contains(t.lower())) {
                return true;
            }
            if (t.is("to") && i > 0) {
                return LEAVES.contains(prose.token(i - 1).lower());
            }
            if (!BARE.contains(t.lower()) && !t.lower().endsWith("ly") && !t.hyphen()) {
                return false;
            }
        }
        return false;
    }

    /** Behind "if", "unless" or "until" in its clause. */
    private static boolean conditional(Prose prose, int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - CLAUSE); i--) {
            String word = prose.token(i).lower();
            if (CONDITIONS.contains(word)) {
                return true;
            }
            if (STOPS.contains(word)) {
                return false;
            }
        }
        return false;
    }

    /** A contract's own term: "expires in 2031", "ends on 30 June". */
    private static boolean termOf(Prose prose, Cue cue) {
        boolean word = cue.end() - cue.first() == 1
                && TERMS.contains(prose.token(cue.first()).lower());
        return word
                && cue.end() < prose.size()
                && DATES.contains(prose.token(cue.end()).lower());
    }

    /** What ended is something else: "scrapped other leases", "ending its own programme". */
    private static boolean ofOthers(Prose prose, int end) {
        for (int i = end; i < Math.min(prose.size(), end + BEHIND); i++) {
            Token t = prose.token(i);
            if (OTHERS.contains(t.lower())) {
                return true;
            }
            if (!English.DETERMINERS.contains(t.lower()) && !English.POSSESSIVES.contains(t.lower())) {
                return false;
            }
        }
        return false;
    }
}
