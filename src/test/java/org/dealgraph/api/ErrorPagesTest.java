package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPagesTest {

    @ParameterizedTest
    @CsvSource({"INTERNAL_SERVER_ERROR, a fault of the server", "BAD_REQUEST, Bad Request", "NOT_FOUND, Not Found"})
    void what_was_thrown_is_not_shown(HttpStatus status, String message) {
        ErrorContext context = ErrorContext.builder(HttpRequest.GET("/somewhere"))
                .cause(new IllegalStateException("secret: MATCH (n) in java.util"))
                .errorMessage("secret: MATCH (n) in java.util")
                .build();
        Object body = new ErrorPages()
                .processResponse(context, HttpResponse.status(status))
                .body();
        assertThat(String.valueOf(body)).contains(message, status.name()).doesNotContain("secret");
    }
}
