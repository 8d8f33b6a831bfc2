package org.dealgraph.api.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of graphql-transport-ws with nothing but a queue of what it hears. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    SocketClient(URI server, String... headers) {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        this.socket = builder.buildAsync(URI.create("ws://" + server.getAuthority() + "/graphql"), this)
                .join();
    }

    /** The same after the server has said that it may begin. */
    static SocketClient ready(URI server) {
        SocketClient client = new SocketClient(server);
        client.say("{\"type\":\"connection_init\"}");
        if (!client.next().path("type").asText().equals("connection_ack")) {
            throw new IllegalStateException("not let in");
        }
        return client;
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    void subscribe(String id, String query) {
        say(JSON.createObjectNode()
                .put("id", id)
                .put("type", "subscribe")
                .set("payload", JSON.createObjectNode().put("query", query))
                .toString());
    }

    /** The next message; a close is {@code {"closed": code}}. */
    JsonNode next() {
        try {
            String text = heard.poll(60, TimeUnit.SECONDS);
            if (text == null) {
                throw new IllegalStateException("nothing came");
            }
            return JSON.readTree(text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("could not read a message", e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        heard.add("{\"closed\":" + code + "}");
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
