package org.dealgraph.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dealgraph.fetch.Conditions;
import org.dealgraph.fetch.Fetcher;
import org.dealgraph.fetch.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches addresses and says what came of each. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches addresses as polling does, and prints one JSON line each: fetched, not modified, refused and why,",
            "failed and why. robots.txt is heeded, and nothing off the public internet is asked. Needs no graph."
        })
final class FetchCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "URL", description = "Addresses.")
    private final List<String> addresses = new ArrayList<>();

    @Mixin
    private final FetchOptions web = new FetchOptions();

    @Option(names = "--etag", paramLabel = "TAG", description = "Of the last answer, as the server wrote it.")
    private @Nullable String etag;

    @Option(names = "--last-modified", paramLabel = "DATE", description = "Of the last answer, as the server wrote it.")
    private @Nullable String lastModified;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        try (Fetcher fetcher = new Fetcher(web.settings())) {
            for (String address : addresses) {
                long start = System.nanoTime();
                Outcome outcome = fetcher.fetch(address, new Conditions(etag, lastModified));
                out.println(line(outcome).with("millis", (System.nanoTime() - start) / 1_000_000));
                all &= outcome instanceof Outcome.Fetched || outcome instanceof Outcome.NotModified;
            }
        }
        return all ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    static JsonLine line(Outcome outcome) {
        JsonLine line = new JsonLine().with("address", outcome.address());
        return switch (outcome) {
            case Outcome.Fetched f ->
                line.with("outcome", "fetched")
                        .with("status", f.status())
                        .with("found", f.found())
                        .with("moved", f.moved())
                        .with("contentType", f.contentType())
                        .with("bytes", f.body().length)
                        .with("etag", f.conditions().etag())
                        .with("lastModified", f.conditions().lastModified());
            case Outcome.NotModified n -> line.with("outcome", "not modified").with("moved", n.moved());
            case Outcome.Refused r ->
                line.with("outcome", "refused").with("reason", r.reason()).with("detail", r.detail());
            case Outcome.Failed f ->
                line.with("outcome", "failed")
                        .with("reason", f.reason())
                        .with("status", f.status() == 0 ? null : f.status())
                        .with("detail", f.detail())
                        .with(
                                "retryAfterSeconds",
                                f.retryAfter() == null ? null : f.retryAfter().toSeconds());
        };
    }
}
