package org.dealgraph.pipeline;

import java.util.List;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Revision;

/**
 * What came of a decision.
 *
 * @param judgements those that were stored; none where everything held already
 * @param claims how many claims it bears on
 * @param revisions the changes of deals that followed
 */
public record Decided(List<Judgement> judgements, int claims, List<Revision> revisions) {

    static final Decided NOTHING = new Decided(List.of(), 0, List.of());

    public Decided {
        judgements = List.copyOf(judgements);
        revisions = List.copyOf(revisions);
    }
}
