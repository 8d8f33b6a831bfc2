package org.dealgraph.graph;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, or the properties of a node; null removes a property. */
final class Row {

    private final Map<String, @Nullable Object> values = new HashMap<>();

    Row with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    Row with(String name, @Nullable Enum<?> value) {
        values.put(name, value == null ? null : value.name());
        return this;
    }

    Row with(String name, Row value) {
        values.put(name, value.map());
        return this;
    }

    /** The date as text for people, and its first and last day since 1970 for ranges and orders. */
    Row with(String name, @Nullable PartialDate date) {
        values.put(name, date == null ? null : date.text());
        values.put(name + "Day", date == null ? null : day(date.earliest()));
        values.put(name + "LastDay", date == null ? null : day(date.latest()));
        return this;
    }

    Map<String, @Nullable Object> map() {
        return Collections.unmodifiableMap(values);
    }

    private static long day(LocalDate date) {
        return date.toEpochDay();
    }
}
