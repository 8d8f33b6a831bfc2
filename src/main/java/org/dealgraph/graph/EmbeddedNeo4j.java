package org.dealgraph.graph;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.internal.helpers.HostnamePort;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.pagecache.context.TransactionIdSnapshot;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.storageengine.api.TransactionIdStore;

/**
 * Neo4j Community in this process, with Bolt on a free port of the loopback interface. The only class that names Neo4j's
 * server, which is GPLv3 and not part of what is published.
 *
 * <p>Authentication is on: loopback is open to every user of the machine, a folder is not. The password is random, made
 * at the first start, and kept in the folder in a file that only its owner can read.
 */
final class EmbeddedNeo4j implements ServerStarter {

    private static final String USER = "neo4j";
    private static final String PASSWORD_FILE = "password";

    /** Stands while the server makes its files for the first time: a process that is killed then leaves halves of them. */
    private static final String MAKING = "making";

    private static final int PASSWORD_BYTES = 24;

    /** Fails where the server's jars are absent; loading this class does not yet look for what it names. */
    EmbeddedNeo4j() {
        Objects.requireNonNull(DatabaseManagementServiceBuilder.class);
    }

    @Override
    public Server start(Path data) {
        PrivateFolder folder = PrivateFolder.at(data);
        FolderLock lock = FolderLock.take(folder.path());
        try {
            prepare(folder);
            DatabaseManagementService service = new DatabaseManagementServiceBuilder(folder.path())
                    .setConfig(settings())
                    .build();
            return running(service, folder, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw new GraphException(
                    "could not start the embedded Neo4j in " + folder.path() + ": " + rootMessage(e) + ": its log is "
                            + folder.path().resolve("logs").resolve("debug.log"),
                    e);
        }
    }

    /** Before the first start has ended nothing of ours is in the server's files, so an interrupted one begins anew. */
    private static void prepare(PrivateFolder folder) {
        if (folder.read(MAKING).isPresent()) {
            folder.delete("data");
            folder.delete(PASSWORD_FILE);
        } else if (!folder.holds("data")) {
            folder.write(MAKING, "the server makes its files");
        }
    }

    private static Server running(DatabaseManagementService service, PrivateFolder folder, FolderLock lock) {
        try {
            Running running = new Running(service, lock, boltPort(service), password(service, folder));
            folder.delete(MAKING);
            return running;
        } catch (RuntimeException e) {
            service.shutdown();
            throw e;
        }
    }

    /**
     * Sized for a laptop: 256 MiB of page cache, logs that do not grow without end, nothing that calls home. Without the
     * quiet period, five seconds each for two event loops, a stop takes a quarter of a second instead of ten.
     */
    private static Map<Setting<?>, Object> settings() {
        return Map.ofEntries(
                Map.entry(BoltConnector.enabled, true),
                Map.entry(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0)),
                Map.entry(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED),
                Map.entry(BoltConnector.server_bolt_telemetry_enabled, false),
                Map.entry(HttpConnector.enabled, false),
                Map.entry(HttpsConnector.enabled, false),
                Map.entry(GraphDatabaseSettings.udc_enabled, false),
                Map.entry(GraphDatabaseSettings.auth_enabled, true),
                Map.entry(GraphDatabaseSettings.allow_file_urls, false),
                Map.entry(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(256)),
                Map.entry(GraphDatabaseSettings.preallocate_logical_logs, false),
                Map.entry(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(32)),
                Map.entry(GraphDatabaseSettings.keep_logical_logs, "2 files"),
                Map.entry(GraphDatabaseSettings.shutdown_transaction_end_timeout, Duration.ofSeconds(5)),
                Map.entry(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO));
    }

    private static int boltPort(DatabaseManagementService service) {
        GraphDatabaseAPI system = (GraphDatabaseAPI) service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
        HostnamePort address = system.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT);
        if (address == null) {
            throw new GraphException("could not open a Bolt port on 127.0.0.1");
        }
        return address.getPort();
    }

    /** The file is written after the server has the password, so that a crash in between makes a new one. */
    private static String password(DatabaseManagementService service, PrivateFolder folder) {
        return folder.read(PASSWORD_FILE).orElseGet(() -> {
            String password = randomPassword();
            service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                    .executeTransactionally(
                            "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                            Map.of("password", password));
            folder.write(PASSWORD_FILE, password);
            return password;
        });
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** Stops with the process too, so that an interrupted one leaves nothing to recover. */
    private static final class Running implements Server {

        private final DatabaseManagementService service;
        private final FolderLock lock;
        private final URI uri;
        private final String password;
        private final TransactionIdStore transactions;
        private final Thread hook = new Thread(this::stop, "graph-shutdown");
        private boolean stopped;

        Running(DatabaseManagementService service, FolderLock lock, int port, String password) {
            this.service = service;
            this.lock = lock;
            this.uri = URI.create("bolt://127.0.0.1:" + port);
            this.password = password;
            this.transactions = ((GraphDatabaseAPI) service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME))
                    .getDependencyResolver()
                    .resolveDependency(TransactionIdStore.class);
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public URI uri() {
            return uri;
        }

        @Override
        public String username() {
            return USER;
        }

        @Override
        public String password() {
            return password;
        }

        /** Which transactions can be seen: all up to one, and of those after it all but some. */
        @Override
        public String state() {
            TransactionIdSnapshot seen = transactions.getClosedTransactionSnapshot();
            return seen.highestGapFree() + " " + seen.highestEverSeen() + " "
                    + Arrays.toString(seen.notVisibleTransactions());
        }

        @Override
        public void close() {
            stop();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending and the hook is what runs.
                return;
            }
        }

        private synchronized void stop() {
            if (!stopped) {
                stopped = true;
                service.shutdown();
                lock.close();
            }
        }
    }
}
