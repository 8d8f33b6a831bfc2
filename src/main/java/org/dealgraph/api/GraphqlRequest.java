package org.dealgraph.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.OperationDefinition;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One GraphQL request as the GraphQL-over-HTTP specification has it.
 *
 * @param query the document
 * @param operationName or null
 * @param variables by name
 * @param operationId the extension of that name, by which the answers on a shared connection are told apart; or null
 */
public record GraphqlRequest(
        String query,
        @Nullable String operationName,
        Map<String, Object> variables,
        @Nullable String operationId) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A request that cannot be one; the message says which part. */
    public static final class Malformed extends RuntimeException {
        public Malformed(String message) {
            super(message);
        }
    }

    public static GraphqlRequest ofBody(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null || !node.isObject()) {
                throw new Malformed("the body must be one JSON object with a 'query'");
            }
            return of(node);
        } catch (IOException e) {
            throw new Malformed("the body is not JSON");
        }
    }

    /** The same as an object that was read already. */
    public static GraphqlRequest of(JsonNode node) {
        return of(
                text(node.get("query"), "query").orElse(null),
                text(node.get("operationName"), "operationName").orElse(null),
                object(node.get("variables"), "variables"),
                object(node.get("extensions"), "extensions"));
    }

    public static GraphqlRequest ofParameters(ConvertibleMultiValues<String> parameters) {
        return of(
                parameters.get("query"),
                parameters.get("operationName"),
                parsed(parameters.get("variables"), "variables"),
                parsed(parameters.get("extensions"), "extensions"));
    }

    private static GraphqlRequest of(
            @Nullable String query,
            @Nullable String operationName,
            Map<String, Object> variables,
            Map<String, Object> extensions) {
        if (query == null || query.isBlank()) {
            throw new Malformed("'query' is missing");
        }
        String named = operationName == null || operationName.isEmpty() ? null : operationName;
        return new GraphqlRequest(
                query, named, variables, extensions.get("operationId") instanceof String id ? id : null);
    }

    /** Whether running it could change anything; a document that cannot be parsed runs nothing. */
    public boolean mayChange() {
        return Operations.kind(this)
                .filter(kind -> kind == OperationDefinition.Operation.MUTATION)
                .isPresent();
    }

    private static Optional<String> text(@Nullable JsonNode node, String name) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw new Malformed("'" + name + "' must be a string");
        }
        return Optional.of(node.textValue());
    }

    private static Map<String, Object> parsed(@Nullable String json, String name) {
        if (json == null || json.isEmpty()) {
            return Map.of();
        }
        try {
            return object(JSON.readTree(json), name);
        } catch (JsonProcessingException e) {
            throw new Malformed("'" + name + "' is not JSON");
        }
    }

    private static Map<String, Object> object(@Nullable JsonNode node, String name) {
        if (node == null || node.isNull()) {
            return Map.of();
        }
        if (!node.isObject()) {
            throw new Malformed("'" + name + "' must be an object");
        }
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }
}
