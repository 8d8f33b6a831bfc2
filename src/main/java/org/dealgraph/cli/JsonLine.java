package org.dealgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An answer for programs: one JSON object, its keys in the order of writing; what is not known is left out. */
final class JsonLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode node = JSON.createObjectNode();

    JsonLine with(String key, @Nullable Object value) {
        if (value != null) {
            node.set(key, JSON.valueToTree(value instanceof Enum<?> || isPlain(value) ? plain(value) : value));
        }
        return this;
    }

    private static boolean isPlain(Object value) {
        return !(value instanceof Number || value instanceof Boolean || value instanceof Iterable);
    }

    private static Object plain(Object value) {
        return value instanceof JsonLine line ? line.node : value.toString();
    }

    String indented() {
        return write(true);
    }

    private String write(boolean indented) {
        try {
            return indented
                    ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node)
                    : JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not write JSON", e);
        }
    }

    @Override
    public String toString() {
        return write(false);
    }
}
