package org.dealgraph.graph;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the graph is: a server by address ({@code NEO4J_URI}), else an embedded one with its files in a folder.
 *
 * @param uri {@code bolt://}, {@code neo4j://} or either with {@code +s} or {@code +ssc}; null for the embedded server
 * @param username of the server
 * @param password of the server; null for a server without authentication
 * @param data folder of the embedded server
 * @param connectTimeout how long a server may take to answer before the start fails
 */
@ConfigurationProperties("neo4j")
public record GraphSettings(
        @Nullable String uri,
        @Bindable(defaultValue = "neo4j") String username,
        @Nullable String password,
        @Bindable(defaultValue = "data") Path data,
        @Bindable(defaultValue = "10s") Duration connectTimeout) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Set<String> SCHEMES = Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

    /** An embedded server with its files in {@code data}. */
    public static GraphSettings embedded(Path data) {
        return new GraphSettings(null, "neo4j", null, data, DEFAULT_TIMEOUT);
    }

    /** A server by its address. */
    public static GraphSettings server(String uri, String username, @Nullable String password) {
        return new GraphSettings(uri, username, password, Path.of("data"), DEFAULT_TIMEOUT);
    }

    /** The server's address, or empty where the embedded server is wanted; a malformed one is refused by name. */
    public Optional<URI> server() {
        if (uri == null || uri.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(uri.strip());
            if (address.getScheme() == null || !SCHEMES.contains(address.getScheme()) || address.getHost() == null) {
                throw malformed(null);
            }
            if (address.getUserInfo() != null) {
                throw new GraphException("could not read NEO4J_URI: it holds a user name or a password;"
                        + " use NEO4J_USERNAME and NEO4J_PASSWORD");
            }
            return Optional.of(address);
        } catch (URISyntaxException e) {
            throw malformed(e);
        }
    }

    /** Without the password, so that a log never shows it. */
    @Override
    public String toString() {
        return uri == null ? "embedded graph in " + data : "graph at " + uri;
    }

    private GraphException malformed(@Nullable Exception cause) {
        String message =
                "could not read NEO4J_URI: '" + uri + "' (use bolt://host:7687, neo4j://host or neo4j+s://host)";
        return cause == null ? new GraphException(message) : new GraphException(message, cause);
    }
}
