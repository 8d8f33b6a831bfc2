package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.SourceRepository;
import org.dealgraph.model.Source;
import org.dealgraph.model.SourceState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the sources. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the sources, one JSON line each. With --log also how each stands in the graph: when it last answered,",
            "what it brought, why it failed, whether it is silent. A running server says the same in GraphQL's 'sources'."
        })
final class SourcesListCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these.")
    private final List<String> ids = new ArrayList<>();

    @Option(names = "--log", description = "Also print how each stands; opens the graph.")
    private boolean log;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Source> named = sources.named(ids);
        Map<String, SourceState> states = log ? states(named) : Map.of();
        for (Source source : named) {
            JsonLine line = line(source);
            if (log) {
                SourceState state = states.get(source.id());
                add(line, state);
            }
            spec.commandLine().getOut().println(line);
        }
        return ExitCode.DONE;
    }

    private Map<String, SourceState> states(List<Source> named) {
        Map<String, SourceState> states = new HashMap<>();
        try (ApplicationContext context = store.open()) {
            SourceRepository repository = context.getBean(SourceRepository.class);
            context.getBean(GraphStore.class)
                    .read(tx -> repository.listStates(
                            tx, named.stream().map(Source::id).toList()))
                    .forEach(state -> states.put(state.source(), state));
        }
        return states;
    }

    private static JsonLine line(Source source) {
        return new JsonLine()
                .with("id", source.id())
                .with("title", source.title())
                .with("publisher", source.publisher())
                .with("tier", source.tier())
                .with("kind", source.kind())
                .with("address", source.address())
                .with("poll", source.poll())
                .with("expectedPerWeek", source.expectedPerWeek())
                .with("checked", source.checked());
    }

    /** How a source stands, as every command prints it. */
    static JsonLine add(JsonLine line, @Nullable SourceState state) {
        return state == null
                ? line
                : line.with("asked", state.asked())
                        .with("answered", state.answered())
                        .with("brought", state.brought())
                        .with("entries", state.entries())
                        .with("articles", state.articles())
                        .with("failures", state.failures())
                        .with("fault", state.fault())
                        .with("moved", state.moved())
                        .with("silentSince", state.silentSince())
                        .with("every", state.every())
                        .with("due", state.due());
    }
}
