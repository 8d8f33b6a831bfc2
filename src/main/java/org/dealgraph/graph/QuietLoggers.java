package org.dealgraph.graph;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the console for the application: what these libraries report of ordinary events goes unsaid. */
final class QuietLoggers {

    /** Held, because the logging system forgets the level of a logger that nothing refers to. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("ac.simons.neo4j.migrations"), Logger.getLogger("org.neo4j.driver"));

    /** Lucene warns at every start that an incubating module of the JDK is not in use. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private QuietLoggers() {}

    static void apply() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
        LUCENE.setLevel(Level.SEVERE);
    }
}
