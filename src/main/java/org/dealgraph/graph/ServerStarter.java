package org.dealgraph.graph;

import java.net.URI;
import java.nio.file.Path;

/**
 * Starts a graph server inside this process. The one implementation names Neo4j's server classes and is loaded by name,
 * so that everything else runs without them when a server is given by address.
 */
interface ServerStarter {

    /** Starts a server with its files in {@code folder}, ready to answer when this returns. */
    Server start(Path folder);

    /** A running server; closing it stops it and releases its folder. */
    interface Server extends AutoCloseable {

        /** Its Bolt address on the loopback interface. */
        URI uri();

        String username();

        String password();

        /** A text that changes with every transaction that changes the graph, whoever sent it; costs no round trip. */
        String state();

        @Override
        void close();
    }

    /** The starter of the embedded server; a {@link GraphException} that says what to do where its jars are absent. */
    static ServerStarter load() {
        try {
            return Class.forName("org.dealgraph.graph.EmbeddedNeo4j")
                    .asSubclass(ServerStarter.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new GraphException(
                    "could not start the embedded Neo4j: its jars are not on the class path:"
                            + " set NEO4J_URI to a server's address, or start by ./dealgraph, which fetches them",
                    e);
        }
    }
}
