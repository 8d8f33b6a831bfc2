package org.dealgraph.claim.train;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Candidates;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.corpus.Agreement;
import org.dealgraph.claim.corpus.CorpusClaim;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.claim.corpus.CorpusFormat;
import org.dealgraph.claim.detail.ClaimWriter;

/** Makes examples of documents: every candidate, marked right where a gold claim agrees with it. */
final class Examples {

    private final ClaimReader reader;
    private final CorpusFormat format;
    private final int folds;

    Examples(ClaimReader reader, Catalogue catalogue, int folds) {
        this.reader = reader;
        this.format = new CorpusFormat(catalogue);
        this.folds = folds;
    }

    /** The part of the stories that a document belongs to, with every telling of the same story. */
    int fold(CorpusDocument document) {
        return Math.floorMod(document.story().hashCode() * 31, folds);
    }

    Example of(CorpusDocument document) {
        Scene scene = reader.scene(document.article());
        ClaimWriter writer = reader.writer(scene);
        List<List<Candidate>> anchors = Candidates.of(scene);
        List<boolean[]> right = new ArrayList<>();
        for (List<Candidate> candidates : anchors) {
            boolean[] marks = new boolean[candidates.size()];
            for (int i = 0; i < marks.length; i++) {
                CorpusClaim claim = format.of(writer.bare(candidates.get(i)), document.published());
                marks[i] = document.claims().stream().anyMatch(g -> Agreement.right(claim, g));
            }
            right.add(marks);
        }
        return new Example(document, scene, anchors, right, fold(document), false);
    }
}
