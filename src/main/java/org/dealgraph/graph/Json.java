package org.dealgraph.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.dealgraph.model.PartialDate;

/**
 * The records of the model as canonical JSON: keys and sets sorted, nulls left out, decimals plain, dates as text. Equal
 * records give equal text, and reading gives back an equal record.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(module())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Json() {}

    /** The canonical text of a record. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new GraphException(
                    "could not write as JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    /** The record that {@link #write} wrote. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new GraphException("could not read from JSON: " + type.getSimpleName(), e);
        }
    }

    private static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(PartialDate.class, ToStringSerializer.instance)
                .addDeserializer(PartialDate.class, new PartialDateReader())
                .addSerializer(Set.class, new SortedSetWriter());
    }

    private static final class PartialDateReader extends FromStringDeserializer<PartialDate> {

        private static final long serialVersionUID = 1L;

        PartialDateReader() {
            super(PartialDate.class);
        }

        @Override
        protected PartialDate _deserialize(String text, com.fasterxml.jackson.databind.DeserializationContext context) {
            return PartialDate.parse(text);
        }
    }

    /** The order of a hash set changes from one process to the next. */
    @SuppressWarnings("rawtypes")
    private static final class SortedSetWriter extends JsonSerializer<Set> {

        @Override
        @SuppressWarnings("unchecked")
        public void serialize(Set values, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            for (Object value : (List<Object>) values.stream().sorted().toList()) {
                provider.defaultSerializeValue(value, json);
            }
            json.writeEndArray();
        }
    }
}
