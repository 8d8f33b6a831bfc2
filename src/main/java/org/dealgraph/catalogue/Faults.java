package org.dealgraph.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the files, so that one start reports all of it. */
public final class Faults {

    private static final int MOST = 200;

    private final List<String> lines = new ArrayList<>();

    /** Adds {@code where: message}; beyond 200 faults the rest is left out. */
    public void add(String where, String message) {
        if (lines.size() < MOST) {
            lines.add(where + ": " + message);
        }
    }

    /** Throws where anything was added. */
    public void stopIfAny() {
        if (!lines.isEmpty()) {
            throw new CatalogueException(lines.stream().sorted().toList());
        }
    }
}
