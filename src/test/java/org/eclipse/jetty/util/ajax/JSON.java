package org.eclipse.jetty.util.ajax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The one method that the Nu HTML checker's language detector asks of Jetty 9; the Jetty 12 that comes with Neo4j has it no
 * more, and both cannot be on one class path.
 */
public final class JSON {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY);

    private JSON() {}

    /** Maps, arrays, texts and longs. */
    public static Object parse(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not read JSON", e);
        }
    }
}
