package org.dealgraph.claim.corpus;

/** A corpus file that could not be read; the message names it. */
public final class CorpusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CorpusException(String message, Throwable cause) {
        super(message, cause);
    }

    public CorpusException(String message) {
        super(message);
    }
}
