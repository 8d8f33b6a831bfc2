package org.dealgraph.pipeline;

/** The pipeline cannot go on; the message says what could not be done, to which, and the fix. */
public class PipelineException extends RuntimeException {

    public PipelineException(String message) {
        super(message);
    }

    public PipelineException(String message, Throwable cause) {
        super(message, cause);
    }
}
