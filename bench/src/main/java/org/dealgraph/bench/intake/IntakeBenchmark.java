package org.dealgraph.bench.intake;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.deal.Blocks;
import org.dealgraph.deal.DealMaker;
import org.dealgraph.deal.Directory;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.pipeline.Intake;

/**
 * What it costs to take in one article, from its claims on, in a graph of any size.
 *
 * <p>Articles are measured in pairs. The first of a pair is taken in. For the second the rows are made ready first, from
 * what taking it in would leave, and only their writing is measured; then the next pair follows, so that both meet the same
 * graph and the same machine.
 */
public final class IntakeBenchmark {

    private static final int WARM = 150;

    private final ApplicationContext context;
    private final GraphStore store;
    private final Intake intake;
    private final ClaimRepository claims;
    private final DealRepository deals;
    private final RevisionRepository revisions;
    private final Blocks blocks;
    private final PlainWriter plain;
    private final DealMaker maker;

    private IntakeBenchmark(ApplicationContext context) {
        this.context = context;
        this.store = context.getBean(GraphStore.class);
        this.intake = context.getBean(Intake.class);
        this.claims = context.getBean(ClaimRepository.class);
        this.deals = context.getBean(DealRepository.class);
        this.revisions = context.getBean(RevisionRepository.class);
        this.blocks = context.getBean(Blocks.class);
        this.plain = new PlainWriter(store);
        this.maker = new DealMaker(context.getBean(Directory.class));
    }

    /** Arguments: the folder of the graph, the number of deals, and how many pairs of articles to measure. */
    public static void main(String[] args) {
        Path data = Path.of(args[0]);
        int size = Integer.parseInt(args[1]);
        int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 400;
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(Map.of(
                        "dealgraph.home", System.getProperty("dealgraph.home", "."),
                        "neo4j.data", data.toString(),
                        "micronaut.server.port", -1))
                .banner(false)
                .start()) {
            new IntakeBenchmark(context).run(new MadeWorld(size), pairs);
        }
    }

    private void run(MadeWorld world, int pairs) {
        long there = store.read(tx -> deals.count(tx, org.dealgraph.graph.DealFilter.all()));
        if (there < world.deals()) {
            Duration loading = new Loading(context).load(world, (int) there);
            System.out.printf("loaded %,d deals in %d s%n", world.deals() - there, loading.toSeconds());
        }
        String name = "m" + System.nanoTime();
        Random random = new Random(name.hashCode());
        measure(world, name + "w", WARM, random);
        Times times = measure(world, name, pairs, random);
        System.out.printf(
                "%,d deals, %,d claims: intake %.2f ms (median), %.2f ms (mean); plain writing %.2f ms, %.2f ms; ratio %.2f of"
                        + " medians, %.2f of means%n",
                world.deals(),
                (long) world.deals() * MadeWorld.CLAIMS_OF_A_DEAL,
                median(times.taken),
                mean(times.taken),
                median(times.written),
                mean(times.written),
                median(times.taken) / median(times.written),
                mean(times.taken) / mean(times.written));
    }

    private record Times(double[] taken, double[] written) {}

    private Times measure(MadeWorld world, String name, int pairs, Random random) {
        double[] taken = new double[pairs];
        double[] written = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            MadeWorld.Told first = world.further(name + "t" + i, random);
            long start = System.nanoTime();
            intake.takeStated(Map.of(first.article(), first.claims()), name);
            taken[i] = (System.nanoTime() - start) / 1e6;
            written[i] = plainly(world.further(name + "p" + i, random));
        }
        return new Times(taken, written);
    }

    /** Makes the rows ready that taking an article in would leave, and says how long their writing takes. */
    private double plainly(MadeWorld.Told told) {
        List<SourcedClaim> sourced =
                told.claims().stream().map(c -> Rows.sourced(c, told.article())).toList();
        Set<String> homes = sourced.stream().map(blocks::home).collect(Collectors.toCollection(TreeSet::new));
        List<SourcedClaim> all = new ArrayList<>(store.read(tx -> claims.listInBlocks(tx, homes)));
        all.addAll(sourced);
        List<Deal> changed = maker.deals(all);
        List<Map<String, Object>> claimRows =
                sourced.stream().map(c -> Rows.claim(c, blocks.of(c))).toList();
        List<Map<String, Object>> dealRows = changed.stream().map(Rows::deal).toList();
        long last = store.read(revisions::last);
        List<Map<String, Object>> revisionRows = new ArrayList<>();
        for (Deal deal : changed) {
            String body = org.dealgraph.graph.Json.write(deal);
            revisionRows.add(Rows.revision(new Revision(
                    ++last,
                    deal.id(),
                    Revision.Kind.CORROBORATED,
                    Revision.Cause.NEWS,
                    java.time.Instant.EPOCH,
                    body,
                    body,
                    List.of())));
        }
        List<Map<String, Object>> organizations = Rows.organizations(sourced);
        Map<String, Object> article = Rows.article(told.article());
        long start = System.nanoTime();
        plain.write(List.of(article), organizations, claimRows, dealRows, revisionRows, last);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
