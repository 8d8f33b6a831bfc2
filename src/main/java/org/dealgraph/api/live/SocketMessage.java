package org.dealgraph.api.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dealgraph.api.GraphqlRequest;
import org.jspecify.annotations.Nullable;

/** A message of a client. */
sealed interface SocketMessage {

    /** Opens the conversation, with the key where one is shown. */
    record Init(@Nullable String authorization) implements SocketMessage {}

    /** Asks whether the server is there. */
    record Ping() implements SocketMessage {}

    /** Says that the client is there. */
    record Pong() implements SocketMessage {}

    /** Starts an operation. */
    record Subscribe(String id, GraphqlRequest request) implements SocketMessage {}

    /** Ends an operation. */
    record Complete(String id) implements SocketMessage {}

    ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    int LONGEST_ID = 200;

    /** Reads a message, or says what is wrong with it by a {@link GraphqlRequest.Malformed}. */
    static SocketMessage of(String text) {
        JsonNode message = parsed(text);
        return switch (message.path("type").asText()) {
            case "connection_init" -> new Init(authorization(object(message)));
            case "ping" -> new Ping();
            case "pong" -> new Pong();
            case "subscribe" -> new Subscribe(id(message), GraphqlRequest.of(message.path("payload")));
            case "complete" -> new Complete(id(message));
            default -> throw new GraphqlRequest.Malformed("Invalid message: unknown type");
        };
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject() && node.path("type").isTextual()) {
                return node;
            }
            throw new GraphqlRequest.Malformed("Invalid message: not an object with a type");
        } catch (JsonProcessingException e) {
            throw new GraphqlRequest.Malformed("Invalid message: not JSON");
        }
    }

    private static JsonNode object(JsonNode message) {
        JsonNode payload = message.path("payload");
        if (payload.isObject() || payload.isNull() || payload.isMissingNode()) {
            return payload;
        }
        throw new GraphqlRequest.Malformed("Invalid message: the payload must be an object");
    }

    private static @Nullable String authorization(JsonNode payload) {
        JsonNode upper = payload.path("Authorization");
        JsonNode found = upper.isTextual() ? upper : payload.path("authorization");
        return found.isTextual() ? found.asText() : null;
    }

    private static String id(JsonNode message) {
        JsonNode id = message.path("id");
        if (!id.isTextual() || id.asText().isEmpty() || id.asText().length() > LONGEST_ID) {
            throw new GraphqlRequest.Malformed("Invalid message: the id is missing");
        }
        return id.asText();
    }
}
