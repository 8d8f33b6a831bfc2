package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.dealgraph.graph.BlockedClaim;
import org.dealgraph.graph.ClaimFilter;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Recording;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;

/** Computes every deal again from the stored claims, with the rules and the registry of today. */
@Singleton
public final class Rebuild {

    private static final int PAGE = 500;

    private final GraphStore store;
    private final ClaimRepository claims;
    private final Recomputation recomputation;
    private final Clock clock = Clock.systemUTC();

    Rebuild(GraphStore store, ClaimRepository claims, Recomputation recomputation) {
        this.store = store;
        this.claims = claims;
        this.recomputation = recomputation;
    }

    /** One transaction a page of claims, so that a rebuild of any size can be stopped and run again. */
    public Result run() {
        Result sum = new Result(0, 0);
        String after = "";
        while (true) {
            String from = after;
            List<SourcedClaim> page = store.read(tx -> claims.list(tx, ClaimFilter.all(), from, PAGE));
            if (page.isEmpty()) {
                return sum;
            }
            int revisions = store.write(tx -> {
                recomputation.lock(tx);
                List<BlockedClaim> blocked =
                        page.stream().map(recomputation::blocked).toList();
                Recording recording = new Recording("rebuild", clock.instant());
                claims.save(tx, blocked, recording);
                return recomputation
                        .around(tx, blocked, id -> Revision.Cause.REREAD, recording.at())
                        .size();
            });
            sum = new Result(sum.claims() + page.size(), sum.revisions() + revisions);
            after = page.getLast().claim().id();
        }
    }

    /**
     * What a rebuild did.
     *
     * @param claims how many claims were looked at
     * @param revisions how many changes of deals followed
     */
    public record Result(int claims, int revisions) {}
}
