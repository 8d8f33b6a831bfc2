package org.dealgraph.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Collection;
import java.util.Optional;

/** The media type of an answer, chosen by the Accept header. */
enum ResponseType {
    GRAPHQL("application/graphql-response+json"),
    JSON("application/json");

    private final String name;

    ResponseType(String name) {
        this.name = name;
    }

    /** The value of the Content-Type header. */
    String header() {
        return name + "; charset=utf-8";
    }

    /** The first type in the client's order of preference that we write; JSON where it has no preference. */
    static Optional<ResponseType> of(HttpRequest<?> request) {
        if (request.getHeaders().get(HttpHeaders.ACCEPT) == null) {
            return Optional.of(JSON);
        }
        Collection<MediaType> accepted = request.accept();
        return MediaType.orderedOf(accepted.stream().map(MediaType::toString).toList()).stream()
                .flatMap(type -> matching(type.getName()).stream())
                .findFirst();
    }

    private static Optional<ResponseType> matching(String accepted) {
        return switch (accepted) {
            case "application/graphql-response+json" -> Optional.of(GRAPHQL);
            case "application/json", "application/*", "*/*" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }
}
