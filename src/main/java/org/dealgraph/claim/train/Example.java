package org.dealgraph.claim.train;

import java.util.List;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.corpus.CorpusDocument;

/**
 * A training document with its candidates.
 *
 * @param document the document
 * @param anchors its candidates by anchor
 * @param right for each candidate, whether a gold claim says the same
 * @param fold the part of the stories it belongs to
 */
record Example(CorpusDocument document, List<List<Candidate>> anchors, List<boolean[]> right, int fold) {}
