package org.dealgraph.claim.detail;

import java.util.List;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.judge.Choice;

/**
 * One reading with every place of the article that says it.
 *
 * @param choice the reading at the place that its claim is written from
 * @param anchors all its places, that one first
 */
record Retold(Choice choice, List<Anchor> anchors) {

    Retold {
        anchors = List.copyOf(anchors);
    }

    Anchor anchor() {
        return anchors.getFirst();
    }
}
