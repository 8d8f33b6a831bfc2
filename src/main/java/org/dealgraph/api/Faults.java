package org.dealgraph.api;

import graphql.ErrorClassification;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dealgraph.graph.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a fetcher throws into an error: a wrong argument is explained, a fault of ours is logged and not shown. */
final class Faults implements DataFetcherExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable fault = parameters.getException();
        if (fault instanceof CompletionException && fault.getCause() != null) {
            fault = fault.getCause();
        }
        boolean late = fault instanceof Deadline.TimeUp;
        boolean caller = fault instanceof BadArgument || late;
        if (isInterrupted(fault)) {
            LOG.debug("stopped answering the field {}: nobody waits for it", parameters.getPath());
        } else if (!caller) {
            LOG.error("could not answer the field {}", parameters.getPath(), fault);
        }
        String code = late ? "TIMEOUT" : caller ? "BAD_ARGUMENT" : "INTERNAL";
        var error = GraphqlErrorBuilder.newError()
                .message(
                        "%s",
                        caller ? fault.getMessage() : "could not answer this field: a fault of the server, see its log")
                .path(parameters.getPath())
                .location(parameters.getSourceLocation())
                .errorType(ErrorClassification.errorClassification(code))
                .extensions(Map.of("code", code))
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private static boolean isInterrupted(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** An argument that cannot be used; the message says which and why. */
    static final class BadArgument extends RuntimeException {
        BadArgument(String message) {
            super(message);
        }
    }
}
