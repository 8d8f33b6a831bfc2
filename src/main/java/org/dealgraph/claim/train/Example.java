package org.dealgraph.claim.train;

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
 */
record Example(CorpusDocument document, Scene scene, List<List<Candidate>> anchors, List<boolean[]> right, int fold) {

    private static final double STORY = 2;

    /** Whether it retells a real story, as news does; our own texts are denser and stranger. */
    boolean story() {
        return document.retoldFrom() != null;
    }

    /** How much its candidates count. */
    double importance() {
        return story() ? STORY : 1;
    }

    /** The same with what the words of its candidates say. */
    Example weighed(Words words) {
        return new Example(document, scene, words.weigh(scene, anchors), right, fold);
    }
}
