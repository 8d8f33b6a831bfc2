package org.dealgraph.graph;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.NotificationConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** A driver that has spoken with its server; why it has not is said in one line. */
final class Connection {

    private static final int MAX_DEPTH = 8;
    private static final String CREDENTIALS = "check NEO4J_USERNAME and NEO4J_PASSWORD";

    private Connection() {}

    /** Opens and verifies; gives up after {@code timeout} for each address that the name has. */
    static Driver open(URI uri, String username, @Nullable String password, Duration timeout) {
        Driver driver = GraphDatabase.driver(uri, credentials(username, password), config(timeout));
        try {
            driver.verifyConnectivity();
            return driver;
        } catch (Neo4jException | IllegalStateException e) {
            driver.close();
            throw new GraphException("could not reach Neo4j: " + uri + ": " + reason(e) + ": " + fix(e), e);
        }
    }

    private static AuthToken credentials(String username, @Nullable String password) {
        return password == null || password.isEmpty() ? AuthTokens.none() : AuthTokens.basic(username, password);
    }

    private static Config config(Duration timeout) {
        return Config.builder()
                .withConnectionTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(timeout.toMillis() * 2, TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(15, TimeUnit.SECONDS)
                .withNotificationConfig(NotificationConfig.disableAllConfig())
                .withTelemetryDisabled(true)
                .withUserAgent("dealgraph")
                .build();
    }

    private static String reason(Exception e) {
        if (e instanceof AuthenticationException) {
            return "the user name or the password is wrong";
        }
        return network(e, 0).orElseGet(() -> firstLine(e));
    }

    /** The driver hides what the network said below causes and suppressed failures of each address it tried. */
    private static Optional<String> network(Throwable e, int depth) {
        if (e instanceof UnknownHostException) {
            return Optional.of("unknown host");
        }
        if (e instanceof ConnectException) {
            String message = String.valueOf(e.getMessage());
            return Optional.of(message.contains("timed out") ? "no answer in time" : "connection refused or no route");
        }
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        }
        return Stream.concat(Stream.ofNullable(e.getCause()), Arrays.stream(e.getSuppressed()))
                .flatMap(inner -> network(inner, depth + 1).stream())
                .findFirst();
    }

    private static String fix(Exception e) {
        if (e instanceof AuthenticationException) {
            return CREDENTIALS;
        }
        return "start the server or correct NEO4J_URI; without NEO4J_URI an embedded Neo4j is used";
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        if (e instanceof ServiceUnavailableException) {
            return "nothing there answers as Neo4j does";
        }
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("no reason given");
    }
}
