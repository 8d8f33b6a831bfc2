package org.dealgraph.claim.train;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.claim.judge.Words;

/**
 * A training document with its candidates.
 *
 * @param document the document
 * @param scene what was found in it
 * @param anchors its candidates by anchor
 * @param right for each candidate, whether a gold claim says the same
 * @param fold the part of the stories it belongs to
 * @param disguised whether its companies are taken for others
 */
record Example(
        CorpusDocument document,
        Scene scene,
        List<List<Candidate>> anchors,
        List<boolean[]> right,
        int fold,
        boolean disguised) {

    private static final double STORY = 2;
    private static final double DISGUISED = 0.5;

    /** Whether it retells a real story, as news does; our own texts are denser and stranger. */
    boolean story() {
        return document.retoldFrom() != null;
    }

    /** Whether an anchor's candidates teach: in disguise only where one of them is right, since the rest is as it was. */
    boolean teaches(int anchor) {
        if (!disguised) {
            return true;
        }
        for (boolean yes : right.get(anchor)) {
            if (yes) {
                return true;
            }
        }
        return false;
    }

    /** How much its candidates count. */
    double importance() {
        return (story() ? STORY : 1) * (disguised ? DISGUISED : 1);
    }

    /** The same with what the words of its candidates say, and without those that the words rule out. */
    Example weighed(Words words) {
        List<List<Candidate>> left = words.weigh(scene, anchors);
        List<boolean[]> marks = new ArrayList<>();
        for (int a = 0; a < left.size(); a++) {
            marks.add(marks(anchors.get(a), right.get(a), left.get(a)));
        }
        return new Example(document, scene, left, marks, fold, disguised);
    }

    /** The marks of those that are left, which stand in the order of all. */
    private static boolean[] marks(List<Candidate> all, boolean[] right, List<Candidate> left) {
        boolean[] marks = new boolean[left.size()];
        for (int i = 0, n = 0; i < all.size() && n < marks.length; i++) {
            if (all.get(i).triple().equals(left.get(n).triple())) {
                marks[n++] = right[i];
            }
        }
        return marks;
    }
}
