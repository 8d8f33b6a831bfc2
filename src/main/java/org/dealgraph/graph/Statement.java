package org.dealgraph.graph;

import java.util.Locale;

/** The name of every statement; each has one file, and a test keeps the two the same. */
public enum Statement {
    REVISION_LAST;

    /** The file below {@code cypher/queries}, without ending: the first word is the folder. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", "/");
    }
}
