package org.dealgraph.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dealgraph.article.ArticleReader;
import org.dealgraph.article.Origin;
import org.dealgraph.article.Page;
import org.dealgraph.article.Reading;
import org.dealgraph.model.Article;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.Inputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what is read of one page. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what is read of a page or text as JSON: text, title, byline, publisher, dates, canonical address,",
            "language, paragraphs with their offsets, and what stood in the way. Exit code 1 where it is no article.",
            "Needs no graph."
        })
final class ReadCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE|URL", description = "A file, - for standard input, or an address.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where a file was found: relative links start there.")
    private @Nullable String address;

    @Option(names = "--content-type", paramLabel = "TYPE", description = "As the server said.")
    private @Nullable String contentType;

    @Option(names = "--select", paramLabel = "CSS", description = "The element that holds the text.")
    private @Nullable String selector;

    @Mixin
    private final FetchOptions web = new FetchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Inputs inputs = new Inputs(web.settings())) {
            return switch (name.equals("-") ? standardInput() : inputs.load(name)) {
                case Inputs.Load.Loaded loaded -> print(loaded);
                case Inputs.Load.Failed failed -> {
                    spec.commandLine()
                            .getOut()
                            .println(new JsonLine()
                                    .with("name", name)
                                    .with("obstacle", "UNREADABLE")
                                    .with("reason", failed.unreadable().reason())
                                    .indented());
                    yield ExitCode.SOME_FAILED;
                }
            };
        }
    }

    private static Inputs.Load standardInput() {
        try {
            byte[] body = System.in.readNBytes((int) Inputs.LARGEST + 1);
            return new Inputs.Load.Loaded("-", body, null, Instant.now());
        } catch (IOException e) {
            throw new CommandException("could not read standard input: " + e.getMessage(), e);
        }
    }

    private int print(Inputs.Load.Loaded loaded) {
        boolean onWeb = loaded.name().startsWith("http");
        String found = address != null ? address : onWeb ? loaded.name() : "file:" + loaded.name();
        String type = contentType != null ? contentType : loaded.contentType();
        Page page = new Page(loaded.body(), type, found);
        Reading reading = new ArticleReader().read(page, new Origin("files", null, Tier.BLOG, loaded.seen()), selector);
        JsonLine line = new JsonLine().with("name", name);
        int code = switch (reading) {
            case Reading.Read read -> {
                add(line, read.article());
                yield ExitCode.DONE;
            }
            case Reading.Unread unread -> {
                line.with("obstacle", unread.why()).with("reason", unread.why().words());
                if (unread.rest() != null) {
                    add(line, unread.rest());
                }
                yield ExitCode.SOME_FAILED;
            }
        };
        spec.commandLine().getOut().println(line.indented());
        return code;
    }

    private static void add(JsonLine line, Article article) {
        line.with("address", article.address())
                .with("title", article.title())
                .with("byline", article.byline())
                .with("publisher", article.publisher())
                .with("published", article.published())
                .with("modified", article.modified())
                .with("language", article.language())
                .with("text", article.text())
                .with("paragraphs", offsets(article.text()));
    }

    /** Start and end of each paragraph in the text. */
    private static List<List<Integer>> offsets(String text) {
        List<List<Integer>> offsets = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf("\n\n", start);
            int stop = end < 0 ? text.length() : end;
            offsets.add(List.of(start, stop));
            start = stop + 2;
        }
        return offsets;
    }
}
