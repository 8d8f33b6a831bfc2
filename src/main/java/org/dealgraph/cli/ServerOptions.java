package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.dealgraph.pipeline.Holdings;
import picocli.CommandLine.Option;

/** Where the server listens, and running it. */
final class ServerOptions {

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:DEALGRAPH_PORT:-8080}")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).",
            defaultValue = "${env:DEALGRAPH_HOST:-127.0.0.1}")
    @SuppressWarnings("NullAway.Init")
    private String host;

    /**
     * Opens the graph, fills it, and answers requests until the process is told to stop.
     *
     * @param data folder of the embedded graph
     * @param settings further settings of the application
     * @param fill what to take in first
     * @param out where to say so
     */
    void run(Path data, Map<String, Object> settings, Consumer<Samples> fill, PrintWriter out)
            throws InterruptedException {
        Map<String, Object> properties = new LinkedHashMap<>(settings);
        properties.put("micronaut.server.port", port == 0 ? -1 : port);
        properties.put("micronaut.server.host", host);
        ServerNote note = ServerNote.create(data);
        ApplicationContext context = StoreOptions.open(data, properties, note);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().unstarted(() -> {
            note.withdraw();
            context.close();
            stopped.countDown();
        });
        try {
            fill.accept(context.createBean(Samples.class));
            EmbeddedServer server = start(context);
            note.publish(server.getURI().toString());
            Runtime.getRuntime().addShutdownHook(hook);
            out.println(context.getBean(Holdings.class).summary());
            out.println("GraphQL answers at " + server.getURI() + "/graphql (Ctrl-C stops)");
            out.flush();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        stopped.await();
    }

    private EmbeddedServer start(ApplicationContext context) {
        try {
            return context.getBean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            throw new CommandException(
                    "could not listen on " + host + ":" + port + ": it is in use or not allowed: choose another --port",
                    e);
        }
    }
}
