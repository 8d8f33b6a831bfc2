package org.dealgraph.graph;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * The open graph: a driver on a migrated database, and the server too where it is embedded. Work is handed in as
 * functions of a transaction, which may run again after a passing fault and so must have no other effect.
 */
public final class GraphStore implements AutoCloseable {

    private final Driver driver;
    private final URI uri;
    private final ServerStarter.@Nullable Server server;
    private final Queries queries;

    private GraphStore(Driver driver, URI uri, ServerStarter.@Nullable Server server, Queries queries) {
        this.driver = driver;
        this.uri = uri;
        this.server = server;
        this.queries = queries;
    }

    /** Connects, starting the embedded server where no address is given, and migrates; else a {@link GraphException}. */
    public static GraphStore open(GraphSettings settings) {
        QuietLoggers.apply();
        Queries queries = Queries.load();
        Optional<URI> address = settings.server();
        if (address.isPresent()) {
            Driver driver =
                    Connection.open(address.get(), settings.username(), settings.password(), settings.connectTimeout());
            return migrated(driver, address.get(), null, queries);
        }
        ServerStarter.Server server = ServerStarter.load().start(settings.data());
        try {
            Driver driver =
                    Connection.open(server.uri(), server.username(), server.password(), settings.connectTimeout());
            return migrated(driver, server.uri(), server, queries);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static GraphStore migrated(Driver driver, URI uri, ServerStarter.@Nullable Server server, Queries queries) {
        try {
            new GraphMigrations(driver, uri, server != null).apply();
            return new GraphStore(driver, uri, server, queries);
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    public Driver driver() {
        return driver;
    }

    /** Where the graph answers. */
    public URI uri() {
        return uri;
    }

    /** Every statement of the application. */
    public Queries queries() {
        return queries;
    }

    /** Answers from one read transaction, sent to a reader of a cluster. */
    public <T extends @Nullable Object> T read(Function<TransactionContext, T> work) {
        Deadline deadline = Deadline.find().orElse(null);
        try (Session session = session(AccessMode.READ)) {
            return deadline == null ? session.executeRead(work::apply) : read(session, work, deadline);
        } catch (Neo4jException e) {
            throw failed("read", e);
        }
    }

    private static <T extends @Nullable Object> T read(
            Session session, Function<TransactionContext, T> work, Deadline deadline) {
        try {
            return session.executeRead(
                    tx -> {
                        deadline.left();
                        return work.apply(tx);
                    },
                    TransactionConfig.builder().withTimeout(deadline.left()).build());
        } catch (RuntimeException e) {
            throw deadline.isOver() && !(e instanceof Deadline.TimeUp) ? deadline.timeUp(e) : e;
        }
    }

    /**
     * Answers from one statement. The server gives it a transaction of its own, which takes one round trip where {@link
     * #read} takes three; where that meets a passing fault, or no reader any more, it is done again by {@link #read}.
     */
    public <T extends @Nullable Object> T ask(Function<TransactionContext, T> statement) {
        TransactionConfig config = Deadline.find()
                .map(deadline ->
                        TransactionConfig.builder().withTimeout(deadline.left()).build())
                .orElse(TransactionConfig.empty());
        try (Session session = session(AccessMode.READ)) {
            return statement.apply(new OneStatement(session, config));
        } catch (RuntimeException e) {
            if (e instanceof RetryableException) {
                return read(statement);
            }
            throw Deadline.find()
                    .filter(deadline -> deadline.isOver() && !(e instanceof Deadline.TimeUp))
                    .<RuntimeException>map(deadline -> deadline.timeUp(e))
                    .orElseGet(() -> e instanceof Neo4jException known ? failed("read", known) : e);
        }
    }

    /** Does all of the work or none of it, and answers with its value. */
    public <T extends @Nullable Object> T write(Function<TransactionContext, T> work) {
        try (Session session = session(AccessMode.WRITE)) {
            return session.executeWrite(work::apply);
        } catch (Neo4jException e) {
            throw failed("write to", e);
        }
    }

    /** Does all of the work or none of it. */
    public void run(Consumer<TransactionContext> work) {
        write(tx -> {
            work.accept(tx);
            return Boolean.TRUE;
        });
    }

    /** Readers see what this process wrote before, whichever member of a cluster they ask. */
    private Session session(AccessMode mode) {
        return driver.session(SessionConfig.builder()
                .withDefaultAccessMode(mode)
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .build());
    }

    /**
     * A text that changes with every transaction that changes the database, whichever process wrote it: the bookmark of
     * the latest one, or what the embedded server itself counts. Equal texts mean that every read between them saw the
     * same graph.
     */
    public String state() {
        if (server != null) {
            return server.state();
        }
        try (Session session = session(AccessMode.READ)) {
            session.run("RETURN 1").consume();
            return session.lastBookmarks().stream()
                    .map(Bookmark::value)
                    .sorted()
                    .collect(Collectors.joining(" "));
        } catch (Neo4jException e) {
            throw failed("read", e);
        }
    }

    /** Whether {@link #state} costs no round trip. */
    public boolean hasStateAtHand() {
        return server != null;
    }

    private GraphException failed(String verb, Neo4jException e) {
        return new GraphException("could not " + verb + " the graph at " + uri + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            driver.close();
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}
