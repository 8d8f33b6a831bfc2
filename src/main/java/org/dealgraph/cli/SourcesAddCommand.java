package org.dealgraph.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dealgraph.catalogue.SourceFiles;
import org.dealgraph.model.Source;
import org.dealgraph.model.Source.Filter;
import org.dealgraph.model.Source.Kind;
import org.dealgraph.model.Source.Selectors;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.poll.SourceCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a source. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Asks an address once and, where it answers with what --kind says, writes the source's file; --unchecked writes",
            "it without asking, and says so in it. Filters and selectors are added to the file by hand."
        })
final class SourcesAddCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "URL", description = "Address of a feed, listing, sitemap or page.")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "Small letters, digits and hyphens.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--title", paramLabel = "TEXT", description = "For people (default: the id).")
    private @Nullable String title;

    @Option(names = "--publisher", paramLabel = "NAME", description = "Who stands behind it (default: the title).")
    private @Nullable String publisher;

    @Option(
            names = "--tier",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "BLOG")
    @SuppressWarnings("NullAway.Init")
    private Tier tier;

    @Option(
            names = "--kind",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "RSS")
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @Option(names = "--poll", paramLabel = "MINUTES", description = "How often to begin with.", defaultValue = "60")
    private int poll;

    @Option(
            names = "--expected",
            paramLabel = "N",
            description = "Entries that are usual in a week; less makes an alert. 0 for not known.",
            defaultValue = "0")
    private int expected;

    @Option(names = "--no-store", description = "Keep claims with their quotes, but not the texts.")
    private boolean notStored;

    @Option(names = "--unchecked", description = "Do not ask the address.")
    private boolean unchecked;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Mixin
    private final FetchOptions web = new FetchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Source source = source();
        if (!unchecked) {
            try (SourceCheck check = new SourceCheck(web.settings())) {
                SourceCheck.Finding finding = check.of(source);
                spec.commandLine().getOut().println(SourcesCheckCommand.line(source, finding));
                if (finding.fault() != null) {
                    return ExitCode.SOME_FAILED;
                }
            }
        }
        write(sources.folder(), List.of(source))
                .forEach(file -> spec.commandLine().getOut().println("added " + file));
        return ExitCode.DONE;
    }

    private Source source() {
        String shown = title == null ? id : title;
        return new Source(
                id,
                shown,
                publisher == null ? shown : publisher,
                tier,
                kind,
                address,
                Duration.ofMinutes(poll),
                Filter.none(),
                Filter.none(),
                Selectors.none(),
                !notStored,
                expected,
                !unchecked,
                unchecked ? null : "answered on " + LocalDate.now(ZoneOffset.UTC),
                null);
    }

    /** Writes new files; where the folder would not be valid with them, takes them back and says why. */
    static List<Path> write(Path folder, List<Source> added) {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Source source : added) {
                Path file = folder.resolve(source.id() + ".yml").normalize();
                if (!folder.normalize().equals(file.getParent())) {
                    throw new CommandException("could not add a source: " + source.id()
                            + " is no id: use small letters, digits and hyphens");
                }
                Files.writeString(file, SourceFiles.write(source), StandardOpenOption.CREATE_NEW);
                written.add(file);
            }
            SourceFiles.read(folder);
            return written;
        } catch (FileAlreadyExistsException e) {
            remove(written);
            throw new CommandException("could not add a source: it is there already: " + e.getFile(), e);
        } catch (IOException e) {
            remove(written);
            throw new CommandException("could not write a source's file: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            remove(written);
            throw e;
        }
    }

    private static void remove(List<Path> files) {
        files.forEach(file -> file.toFile().delete());
    }
}
