package org.dealgraph.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dealgraph.catalogue.Opml;
import org.dealgraph.model.Source;
import org.dealgraph.pipeline.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds the feeds of an OPML file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Adds the feeds of an OPML file as unchecked sources of the lowest tier; what is there already, by id or",
            "address, is left as it is."
        })
final class SourcesImportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE|URL", description = "An OPML file.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Mixin
    private final FetchOptions web = new FetchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Set<String> known = new HashSet<>();
        sources.all().forEach(source -> {
            known.add(source.id());
            known.add(source.address());
        });
        List<Source> listed = Opml.read(load(), name);
        List<Source> added = listed.stream()
                .filter(source -> known.add(source.address()) && known.add(source.id()))
                .toList();
        SourcesAddCommand.write(sources.folder(), added);
        spec.commandLine()
                .getOut()
                .printf("%d sources added, %d known already%n", added.size(), listed.size() - added.size());
        return ExitCode.DONE;
    }

    private byte[] load() {
        try (Inputs inputs = new Inputs(web.settings())) {
            return switch (inputs.load(name)) {
                case Inputs.Load.Loaded loaded -> loaded.body();
                case Inputs.Load.Failed failed ->
                    throw new CommandException("could not read " + name + ": "
                            + failed.unreadable().reason());
            };
        }
    }
}
