package org.dealgraph.api.live;

import io.micronaut.context.annotation.Prototype;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.websocket.WebSocketPongMessage;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import org.dealgraph.access.Caller;
import org.dealgraph.api.Gate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * GraphQL over WebSocket by the protocol graphql-transport-ws; one instance a connection, called on its event loop. The
 * router counts it among what answers GET; with a variable in its path it stands behind the endpoint that does.
 */
@Prototype
@ServerWebSocket(value = "/graphql{/none}", subprotocols = SocketEndpoint.PROTOCOL)
final class SocketEndpoint {

    static final String PROTOCOL = "graphql-transport-ws";

    /** Keeps it from standing beside the endpoint where a client names a type. */
    private static final String NO_ANSWER = "application/x-no-answer";

    private static final Logger LOG = LoggerFactory.getLogger(SocketEndpoint.class);
    private static final int LONGEST_MESSAGE = 256 * 1024;

    private final Operations operations;
    private final Connections connections;
    private final LiveSettings settings;
    private final Gate gate;
    private @Nullable SocketConversation conversation;

    SocketEndpoint(Operations operations, Connections connections, LiveSettings settings, Gate gate) {
        this.operations = operations;
        this.connections = connections;
        this.settings = settings;
        this.gate = gate;
    }

    @OnOpen
    @Produces(NO_ANSWER)
    void open(WebSocketSession session, HttpRequest<?> request) {
        Channel channel =
                ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        SocketChannel outgoing = new SocketChannel(channel, settings.sendWait());
        outgoing.attach();
        if (!session.getSubprotocol().filter(PROTOCOL::equals).isPresent()) {
            outgoing.close(SocketClose.NO_PROTOCOL, "Subprotocol not acceptable");
            return;
        }
        Caller caller = Gate.caller(request);
        if (!connections.enter(caller)) {
            outgoing.close(SocketClose.TRY_LATER, "Too many connections");
            return;
        }
        conversation = new SocketConversation(
                outgoing,
                operations,
                settings,
                gate,
                caller,
                request.getHeaders().get(HttpHeaders.AUTHORIZATION),
                () -> connections.leave(caller));
        conversation.open(channel.eventLoop());
    }

    @OnMessage(maxPayloadLength = LONGEST_MESSAGE)
    @Produces(NO_ANSWER)
    void message(String text) {
        if (conversation != null) {
            conversation.hear(text);
        }
    }

    @OnMessage
    @Produces(NO_ANSWER)
    void pong(@SuppressWarnings("unused") WebSocketPongMessage pong) {
        if (conversation != null) {
            conversation.isThere();
        }
    }

    @OnClose
    @Produces(NO_ANSWER)
    void close() {
        if (conversation != null) {
            conversation.over();
        }
    }

    @OnError
    @Produces(NO_ANSWER)
    void error(Throwable fault) {
        LOG.debug("a WebSocket failed", fault);
        if (conversation != null) {
            conversation.refuse(SocketClose.BAD_REQUEST, "Invalid message");
        }
    }
}
