package org.dealgraph.pipeline;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the pipeline finds its files.
 *
 * @param home folder that holds {@code ingest/}
 */
@ConfigurationProperties("dealgraph")
public record Settings(@Bindable(defaultValue = ".") Path home) {

    /** The folder with registry, ledger, lexicon and corpus. */
    public Path ingest() {
        Path ingest = home.toAbsolutePath().normalize().resolve("ingest");
        if (!Files.isDirectory(ingest)) {
            throw new PipelineException("could not find the folder 'ingest' in " + ingest.getParent()
                    + ": run from the project's folder or set DEALGRAPH_HOME");
        }
        return ingest;
    }
}
