package org.dealgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dealgraph.catalogue.Opml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the feeds as OPML. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the feeds among the sources as OPML; filings, sitemaps and pages are no feeds.")
final class SourcesExportCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these.")
    private final List<String> ids = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write (default: standard output).")
    private @Nullable Path output;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        String opml = Opml.write(sources.named(ids));
        if (output == null) {
            spec.commandLine().getOut().println(opml);
            return ExitCode.DONE;
        }
        try {
            Files.writeString(output, opml);
        } catch (IOException e) {
            throw new CommandException("could not write " + output + ": " + e.getMessage(), e);
        }
        return ExitCode.DONE;
    }
}
