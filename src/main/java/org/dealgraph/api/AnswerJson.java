package org.dealgraph.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON. They are maps, lists and scalars only, so that no type has to be looked up for each value, which
 * was a tenth of the work on a long answer.
 */
final class AnswerJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private AnswerJson() {}

    /** As UTF-8. */
    static byte[] bytes(Object answer) {
        ByteArrayBuilder out = new ByteArrayBuilder(FACTORY._getBufferRecycler());
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(json, answer);
        } catch (IOException e) {
            throw failed(e);
        }
        return out.toByteArray();
    }

    static String text(Object answer) {
        StringWriter out = new StringWriter(1024);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(json, answer);
        } catch (IOException e) {
            throw failed(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Map<?, ?> map -> object(json, map);
            case Iterable<?> list -> array(json, list);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }

    private static void object(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, Iterable<?> list) throws IOException {
        json.writeStartArray();
        for (Object each : list) {
            write(json, each);
        }
        json.writeEndArray();
    }

    private static IllegalStateException failed(IOException e) {
        return new IllegalStateException("could not write an answer as JSON", e);
    }
}
