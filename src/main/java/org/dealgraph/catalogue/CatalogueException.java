package org.dealgraph.catalogue;

import java.util.List;

/** The files under {@code ingest/} cannot be used as they are; the message lists every fault with file and line. */
public class CatalogueException extends RuntimeException {

    private final List<String> faults;

    public CatalogueException(List<String> faults) {
        super("could not load the catalogue:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line a fault: {@code file:line: what is wrong: the fix}. */
    public List<String> faults() {
        return faults;
    }
}
