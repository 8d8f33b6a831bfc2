package org.dealgraph.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dealgraph.graph.GraphSettings;

/**
 * What a run needs to know.
 *
 * @param home folder that holds {@code ingest/}
 * @param data folder for what the application writes
 * @param graph where the graph is
 */
public record Settings(Path home, Path data, GraphSettings graph) {

    /** {@code DEALGRAPH_HOME}, else the working folder. */
    public static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("DEALGRAPH_HOME")).orElse("."))
                .toAbsolutePath()
                .normalize();
    }

    /** The folder with registry, ledger, lexicon and corpus. */
    public Path ingest() {
        return ingest(home);
    }

    /** The same below any home; without one the message says how to name it. */
    public static Path ingest(Path home) {
        Path ingest = home.resolve("ingest");
        if (!Files.isDirectory(ingest)) {
            throw new PipelineException("could not find the folder 'ingest' in " + home
                    + ": run from the project's folder or set DEALGRAPH_HOME");
        }
        return ingest;
    }
}
