package org.dealgraph.cli;

import java.nio.file.Path;
import org.dealgraph.graph.GraphSettings;
import org.dealgraph.pipeline.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the graph is kept, for every command that opens it. */
final class StoreOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the embedded graph (default: ${DEFAULT-VALUE}). Not used with NEO4J_URI.",
            defaultValue = "${env:DEALGRAPH_DATA:-data}")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    Path data() {
        return data;
    }

    Settings settings() {
        return new Settings(Settings.defaultHome(), data, graph());
    }

    private GraphSettings graph() {
        @Nullable String uri = System.getenv("NEO4J_URI");
        if (uri == null || uri.isBlank()) {
            return GraphSettings.embedded(data);
        }
        @Nullable String username = System.getenv("NEO4J_USERNAME");
        return GraphSettings.server(uri, username == null ? "neo4j" : username, System.getenv("NEO4J_PASSWORD"));
    }
}
