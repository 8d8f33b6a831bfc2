package org.dealgraph.output;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.dealgraph.access.Caller;
import org.dealgraph.api.Gate;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is sent, and told apart from what the reader has already.
 *
 * @param type media type without character set
 * @param body in UTF-8
 * @param tag strong: equal where the bytes are
 * @param changed when the latest of what it holds was recorded, or null where nothing says so
 */
public record Document(
        String type, byte[] body, String tag, @Nullable Instant changed) {

    private static final int TAG_BYTES = 16;

    public static Document of(String type, String text, @Nullable Instant changed) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new Document(type, body, '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"', changed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash: SHA-256 is missing", e);
        }
    }

    /** The document, or word that the reader has it. */
    public HttpResponse<byte[]> answer(HttpRequest<?> request) {
        boolean known = isKnown(request.getHeaders());
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(
                        known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Authorization, Host");
        if (changed != null) {
            response.header(HttpHeaders.LAST_MODIFIED, RssFeed.date(changed));
        }
        return known
                ? response
                : response.header(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .body(body);
    }

    /** A tag, where one is sent, decides alone (RFC 9110, 13.1.3). */
    private boolean isKnown(HttpHeaders headers) {
        String tags = headers.get(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return Arrays.stream(tags.split(","))
                    .map(String::strip)
                    .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                    .anyMatch(t -> t.equals("*") || t.equals(tag));
        }
        String since = headers.get(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && changed != null && !changed.isAfter(moment(since));
    }

    private static Instant moment(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    public static HttpResponse<byte[]> problem(HttpStatus status, String message) {
        return HttpResponse.<byte[]>status(status)
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body((message + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Word that the one who asks may not read; empty where they may. */
    public static Optional<HttpResponse<byte[]>> refusal(HttpRequest<?> request) {
        Caller caller = Gate.caller(request);
        if (caller.may(Scope.READ)) {
            return Optional.empty();
        }
        HttpStatus status = caller.isAnonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
        return Optional.of(problem(status, "reading needs a key with the scope READ"));
    }
}
