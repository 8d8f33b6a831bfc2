package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.catalogue.CatalogueException;
import org.dealgraph.graph.GraphException;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.PipelineException;
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

    /** The application on this graph, with the registry in it; the caller closes it. */
    ApplicationContext open() {
        return open(data, Map.of());
    }

    /** The same with settings of the server or others that go before the environment's. */
    static ApplicationContext open(Path data, Map<String, Object> more, Object... beans) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        properties.put("neo4j.data", data.toString());
        properties.putIfAbsent("dealgraph.home", home().toString());
        ApplicationContext context = ApplicationContext.builder()
                .properties(properties)
                .singletons(beans)
                .banner(false)
                .start();
        try {
            context.getBean(Intake.class);
            return context;
        } catch (BeanInstantiationException e) {
            RuntimeException cause = cause(e);
            try {
                context.close();
            } catch (RuntimeException closing) {
                cause.addSuppressed(closing);
            }
            throw cause;
        }
    }

    static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("DEALGRAPH_HOME")).orElse("."));
    }

    /** The fault behind a failed start, which names what is missing. */
    private static RuntimeException cause(BeanInstantiationException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof GraphException
                    || cause instanceof CatalogueException
                    || cause instanceof PipelineException) {
                return (RuntimeException) cause;
            }
        }
        return e;
    }
}
