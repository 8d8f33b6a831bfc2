package org.dealgraph.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of an answer to a request that nothing of ours answered: the status in words and nothing of what was thrown, which
 * goes to the log.
 */
@Singleton
final class ErrorPages implements ErrorResponseProcessor<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            context.getRootCause()
                    .ifPresent(fault -> LOG.error(
                            "could not answer {} {}",
                            context.getRequest().getMethod(),
                            context.getRequest().getPath(),
                            fault));
        }
        String message = status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                ? "a fault of the server, see its log"
                : status.getReason();
        return response.header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .body(Map.of(
                        "errors", List.of(Map.of("message", message, "extensions", Map.of("code", status.name())))));
    }
}
