package org.dealgraph.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Refuses forms of parts before anything reads them, because other pages' scripts can send them without asking; only
 * unsubscribing takes them, since mail programs may post either form (RFC 8058, 3.2), and reads none.
 */
@Filter(Filter.MATCH_ALL_PATTERN)
final class PartsFilter implements HttpServerFilter {

    private static final Pattern UNSUBSCRIBE = Pattern.compile("/newsletter/[^/]+/unsubscribe/[^/]+");

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        boolean parts = request.getContentType()
                .filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals)
                .isPresent();
        return parts && !UNSUBSCRIBE.matcher(request.getPath()).matches()
                ? Mono.just(AccessFilter.problem(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "a form of parts is not taken here: send the content itself"))
                : chain.proceed(request);
    }
}
