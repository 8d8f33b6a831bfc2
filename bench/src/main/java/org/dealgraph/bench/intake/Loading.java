package org.dealgraph.bench.intake;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dealgraph.deal.Blocks;
import org.dealgraph.deal.DealMaker;
import org.dealgraph.deal.Directory;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.SourcedClaim;

/** Fills a graph with a made world by batches: pairs are apart, so that a batch's deals need nothing from before. */
final class Loading {

    private static final int BATCH = 500;

    private final PlainWriter plain;
    private final Blocks blocks;
    private final DealMaker maker;

    Loading(ApplicationContext context) {
        this.plain = new PlainWriter(context.getBean(GraphStore.class));
        this.blocks = context.getBean(Blocks.class);
        this.maker = new DealMaker(context.getBean(Directory.class));
    }

    /** Loads the deals of a world from {@code from} on, and says how long it took. */
    Duration load(MadeWorld world, int from) {
        long start = System.nanoTime();
        plain.withoutFullText(() -> {
            for (int first = from; first < world.deals(); first += BATCH) {
                int end = Math.min(world.deals(), first + BATCH);
                batch(world, first, end);
                if (first / BATCH % 20 == 0) {
                    System.out.printf("  %,d deals after %d s%n", end, seconds(start));
                }
            }
            System.out.printf("  all rows after %d s%n", seconds(start));
        });
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private void batch(MadeWorld world, int first, int end) {
        List<MadeWorld.Told> told = new ArrayList<>();
        for (int deal = first; deal < end; deal++) {
            told.addAll(world.about(deal));
        }
        List<SourcedClaim> sourced = told.stream()
                .flatMap(t -> t.claims().stream().map(c -> Rows.sourced(c, t.article())))
                .toList();
        plain.write(
                told.stream().map(t -> Rows.article(t.article())).toList(),
                Rows.organizations(sourced),
                sourced.stream().map(c -> Rows.claim(c, blocks.of(c))).toList(),
                maker.deals(sourced).stream().map(Rows::deal).toList(),
                List.of(),
                0);
    }
}
