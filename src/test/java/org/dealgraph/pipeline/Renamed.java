package org.dealgraph.pipeline;

import org.dealgraph.model.Claim;
import org.dealgraph.model.SourcedClaim;

/** The same claim under another id, as another reader would have found it. */
final class Renamed {

    private Renamed() {}

    static SourcedClaim claim(SourcedClaim s, String id) {
        Claim c = s.claim();
        Claim renamed = new Claim(
                id,
                c.article(),
                c.kind(),
                c.from(),
                c.to(),
                c.beneficiaries(),
                c.subject(),
                c.schedule(),
                c.standing(),
                c.attribution(),
                c.core(),
                c.evidence(),
                c.reading());
        return new SourcedClaim(
                renamed,
                s.from(),
                s.to(),
                s.beneficiaries(),
                s.tier(),
                s.published(),
                s.publishedAssumed(),
                s.independence());
    }
}
