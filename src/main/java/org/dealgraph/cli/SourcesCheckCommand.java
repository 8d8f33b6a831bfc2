package org.dealgraph.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.Source;
import org.dealgraph.pipeline.poll.SourceCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether sources answer with what their files say. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the sources' files, asks each address once, and prints one JSON line each: how many entries it shows and",
            "how many of them are wanted, or why it cannot be read. Needs no graph. Exit code 1 where some failed."
        })
final class SourcesCheckCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these.")
    private final List<String> ids = new ArrayList<>();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Mixin
    private final FetchOptions web = new FetchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Source> named = sources.named(ids);
        int failed = 0;
        try (SourceCheck check = new SourceCheck(web.settings());
                Progress progress = Progress.of("Sources", named.size())) {
            for (Source source : named) {
                SourceCheck.Finding finding = check.of(source);
                failed += finding.fault() == null ? 0 : 1;
                spec.commandLine().getOut().println(line(source, finding));
                progress.step();
            }
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    static JsonLine line(Source source, SourceCheck.Finding finding) {
        return new JsonLine()
                .with("id", source.id())
                .with("address", source.address())
                .with("ok", finding.fault() == null)
                .with("fault", finding.fault())
                .with("moved", finding.moved())
                .with("entries", finding.entries().size())
                .with("wanted", (int)
                        finding.entries().stream().filter(source::wants).count())
                .with(
                        "newest",
                        finding.entries().stream()
                                .map(FeedEntry::published)
                                .filter(Objects::nonNull)
                                .max(Instant::compareTo)
                                .orElse(null));
    }
}
