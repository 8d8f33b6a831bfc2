package org.dealgraph.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.pipeline.RunningApplication;

/** The application with its server, for tests that speak HTTP to it. */
public final class RunningServer implements AutoCloseable {

    /** The server's own key in these tests. */
    public static final String KEY = "the-server-s-own-key";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ApplicationContext context;
    private final URI address;

    private RunningServer(ApplicationContext context) {
        this.context = context;
        this.address = context.getBean(EmbeddedServer.class).start().getURI();
    }

    public static RunningServer on(GraphStore store, Object... beans) {
        Object[] all = java.util.Arrays.copyOf(beans, beans.length + 1);
        all[beans.length] = (IntakeKey) () -> KEY;
        return new RunningServer(RunningApplication.on(store, all));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI address() {
        return address;
    }

    /** Sends a query, with header names and values one after another. */
    public HttpResponse<String> ask(String query, String... headers) {
        return send(request("/graphql", headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(query))));
    }

    public JsonNode answer(String query) {
        return json(ask(query));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("could not reach the server of this test", e);
        }
    }

    /** The lines of a stream of events, as they come. */
    public BufferedReader open(String path) {
        try {
            return new BufferedReader(new InputStreamReader(
                    CLIENT.send(
                                    request(path, "Accept", "text/event-stream")
                                            .GET()
                                            .build(),
                                    HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("could not reach the server of this test", e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + response.body(), e);
        }
    }

    public static String body(String query) {
        return write(Map.of("query", query));
    }

    public static String write(Object value) {
        return JSON.valueToTree(value).toString();
    }

    @Override
    public void close() {
        context.close();
    }
}
