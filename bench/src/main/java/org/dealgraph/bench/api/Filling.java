package org.dealgraph.bench.api;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dealgraph.deal.Blocks;
import org.dealgraph.deal.DealMaker;
import org.dealgraph.deal.Directory;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.BlockedClaim;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.Recording;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;

/** Fills a graph with a made market by the product's own repositories, so that it holds what the product would store. */
final class Filling {

    private static final int BATCH = 500;

    private final GraphStore store;
    private final ArticleRepository articles;
    private final ClaimRepository claims;
    private final DealRepository deals;
    private final RevisionRepository revisions;
    private final Blocks blocks;
    private final DealMaker maker;

    Filling(ApplicationContext context) {
        this.store = context.getBean(GraphStore.class);
        this.articles = context.getBean(ArticleRepository.class);
        this.claims = context.getBean(ClaimRepository.class);
        this.deals = context.getBean(DealRepository.class);
        this.revisions = context.getBean(RevisionRepository.class);
        this.blocks = context.getBean(Blocks.class);
        this.maker = new DealMaker(context.getBean(Directory.class));
    }

    /** Adds the deals of the market that are not there yet. */
    void fill(Market market) {
        long start = System.nanoTime();
        int there = Math.toIntExact(store.<Long>read(tx -> deals.count(tx, DealFilter.all())));
        for (int first = there; first < market.deals(); first += BATCH) {
            batch(market, first, Math.min(market.deals(), first + BATCH));
            if (first / BATCH % 10 == 0) {
                System.out.printf(
                        "  %,d deals after %d s%n",
                        first,
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
            }
        }
    }

    private void batch(Market market, int first, int end) {
        List<Market.Told> told = new ArrayList<>();
        for (int deal = first; deal < end; deal++) {
            told.add(market.about(deal));
        }
        List<SourcedClaim> sourced =
                told.stream().flatMap(t -> t.claims().stream()).toList();
        List<Deal> made = maker.deals(sourced);
        if (made.size() != end - first) {
            throw new IllegalStateException("could not fill: " + (end - first) + " deals became " + made.size());
        }
        Recording recording = new Recording("made", Instant.now());
        store.run(tx -> {
            revisions.lock(tx);
            told.forEach(t -> articles.save(tx, t.article(), recording));
            claims.saveNew(
                    tx,
                    sourced.stream().map(c -> new BlockedClaim(c, blocks.of(c))).toList(),
                    recording);
            deals.replace(tx, List.of(), made);
            revisions.append(
                    tx,
                    made.stream()
                            .map(d -> new Revision(
                                    0,
                                    d.id(),
                                    Revision.Kind.ADDED,
                                    Revision.Cause.BACKFILL,
                                    recording.at(),
                                    null,
                                    Json.write(d),
                                    d.claims()))
                            .toList());
        });
    }
}
