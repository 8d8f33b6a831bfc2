package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dealgraph.model.Source;
import org.dealgraph.pipeline.poll.Polling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Polls sources once. */
@Command(
        name = "poll",
        mixinStandardHelpOptions = true,
        description = {
            "Asks sources once, takes in what is new, and prints one JSON line each. Goes on where a run before it was cut",
            "short. A server polls by itself with serve --poll; this command needs the graph for itself.",
            "Exit code 1 where some did not answer."
        })
final class SourcesPollCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these.")
    private final List<String> ids = new ArrayList<>();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Mixin
    private final FetchOptions web = new FetchOptions();

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private int failed;

    @Override
    public Integer call() throws InterruptedException {
        List<Source> named = sources.named(ids);
        Map<String, Object> properties = new LinkedHashMap<>(sources.properties());
        properties.putAll(web.properties());
        try (ApplicationContext context = StoreOptions.open(store.data(), properties);
                Progress progress = Progress.of("Sources", named.size())) {
            context.getBean(Polling.class).once(named, state -> {
                failed += state.failures() > 0 ? 1 : 0;
                spec.commandLine()
                        .getOut()
                        .println(SourcesListCommand.add(new JsonLine().with("id", state.source()), state));
                progress.step();
            });
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }
}
