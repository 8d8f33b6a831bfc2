package org.dealgraph.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How much one request may ask for.
 *
 * @param depth levels of fields
 * @param cost fields of the answer as estimated from the sizes of the lists asked for
 * @param characters of a document
 * @param tokens of a document
 * @param aliases in a document
 * @param directives in a document
 * @param repeats of one field in one selection
 * @param body bytes of a body
 * @param time how long it may take; the database stops working on it then
 * @param introspection whether the schema can be asked for
 */
@ConfigurationProperties("dealgraph.limits")
public record Limits(
        @Bindable(defaultValue = "15") int depth,
        @Bindable(defaultValue = "50000") int cost,
        @Bindable(defaultValue = "100000") int characters,
        @Bindable(defaultValue = "5000") int tokens,
        @Bindable(defaultValue = "50") int aliases,
        @Bindable(defaultValue = "50") int directives,
        @Bindable(defaultValue = "10") int repeats,
        @Bindable(defaultValue = "1048576") int body,
        @Bindable(defaultValue = "20s") Duration time,
        @Bindable(defaultValue = "true") boolean introspection) {}
