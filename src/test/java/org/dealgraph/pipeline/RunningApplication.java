package org.dealgraph.pipeline;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealOrder;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Ranked;
import org.dealgraph.model.Term;

/** The application as it is wired in earnest, on the tests' server. */
public final class RunningApplication {

    /** The file date of every text that tests hand in. */
    public static final Instant SEEN = Instant.parse("2026-05-01T00:00:00Z");

    private RunningApplication() {}

    /** Starts it; the caller closes it, and the store stays open. */
    public static ApplicationContext on(GraphStore store, Object... beans) {
        return at(Path.of("."), store, beans);
    }

    /** The same with the {@code ingest} folder of another place. */
    public static ApplicationContext at(Path home, GraphStore store, Object... beans) {
        List<Object> all = new ArrayList<>(List.of(beans));
        all.add(store);
        return ApplicationContext.builder()
                .properties(Map.of("dealgraph.home", home.toString(), "micronaut.server.port", -1))
                .singletons(all.toArray())
                .banner(false)
                .start();
    }

    /** Texts as the files of that name would be read. */
    public static List<Input> read(Map<String, String> texts) {
        Documents documents = new Documents();
        return texts.entrySet().stream()
                .flatMap(file -> documents
                        .read(
                                file.getKey(),
                                file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                null,
                                SEEN)
                        .stream())
                .toList();
    }

    /** The canonical dump of what the graph holds. */
    public static List<String> dump(ApplicationContext context) {
        List<String> lines = new ArrayList<>();
        context.getBean(Holdings.class).dump(false, lines::add);
        return lines;
    }

    /** The terms of every deal in the graph. */
    static List<Term> terms(ApplicationContext context) {
        return context.getBean(GraphStore.class)
                .read(
                        tx -> context
                                .getBean(DealRepository.class)
                                .list(tx, DealFilter.all(), DealOrder.PUBLISHED, true, null, 100)
                                .stream()
                                .map(Ranked::value)
                                .flatMap(deal -> deal.terms().stream())
                                .toList());
    }
}
