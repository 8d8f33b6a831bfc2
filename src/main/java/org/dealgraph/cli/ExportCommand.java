package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dealgraph.pipeline.Holdings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the whole graph as JSON Lines. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the canonical dump: registry, articles, claims and deals as JSON Lines, sorted,",
            "without anything that depends on the run. The same inputs give the same bytes."
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write (default: standard output).")
    private @Nullable Path output;

    @Option(names = "--revisions", description = "Write the log of revisions instead, which tells of arrival.")
    private boolean revisions;

    @Override
    public Integer call() throws IOException {
        try (ApplicationContext context = store.open();
                Writer writer = open()) {
            context.getBean(Holdings.class).dump(revisions, line -> {
                try {
                    writer.write(line);
                    writer.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new CommandException("could not write the dump: " + e.getCause(), e);
        }
        return ExitCode.DONE;
    }

    private Writer open() throws IOException {
        if (output != null) {
            return Files.newBufferedWriter(output);
        }
        PrintStream out = System.out;
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
