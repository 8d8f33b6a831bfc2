package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.dealgraph.pipeline.Workspace;
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

    /** Answers requests until the process is told to stop. */
    void run(Workspace workspace, PrintWriter out) throws InterruptedException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.server.port", port == 0 ? -1 : port);
        properties.put("micronaut.server.host", host);
        ServerNote note = ServerNote.create(workspace.settings().data());
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(properties)
                .singletons(workspace, note)
                .banner(false)
                .start()) {
            EmbeddedServer server = start(context);
            note.publish(server.getURI().toString());
            CountDownLatch stop = new CountDownLatch(1);
            Thread hook = Thread.ofPlatform().unstarted(() -> {
                note.withdraw();
                server.stop();
                workspace.close();
                stop.countDown();
            });
            Runtime.getRuntime().addShutdownHook(hook);
            announce(workspace, server, out);
            stop.await();
        }
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

    private static void announce(Workspace workspace, EmbeddedServer server, PrintWriter out) {
        out.println(workspace.summary());
        out.println("GraphQL answers at " + server.getURI() + "/graphql (Ctrl-C stops)");
        out.flush();
    }
}
