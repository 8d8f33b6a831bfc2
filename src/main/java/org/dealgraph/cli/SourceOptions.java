package org.dealgraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dealgraph.catalogue.SourceFiles;
import org.dealgraph.model.Source;
import org.dealgraph.pipeline.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which folder holds the sources' files. */
final class SourceOptions {

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "Folder with one file a source (default: DEALGRAPH_SOURCES, else ingest/sources).",
            defaultValue = "${env:DEALGRAPH_SOURCES}")
    private @Nullable Path folder;

    Path folder() {
        return folder != null
                ? folder
                : new Settings(StoreOptions.home()).ingest().resolve("sources");
    }

    List<Source> all() {
        return SourceFiles.read(folder());
    }

    /** Those of these ids; all where none is named; an unknown one stops. */
    List<Source> named(List<String> ids) {
        if (ids.isEmpty()) {
            return all();
        }
        Map<String, Source> byId = new TreeMap<>();
        all().forEach(source -> byId.put(source.id(), source));
        List<Source> found = new ArrayList<>();
        for (String id : ids) {
            Source source = byId.get(id);
            if (source == null) {
                throw new CommandException("could not find a source: " + id + " (sources list names them all)");
            }
            found.add(source);
        }
        return found;
    }

    /** The folder as the application's own setting. */
    Map<String, Object> properties() {
        return Map.of("dealgraph.poll.sources", folder().toString());
    }
}
