package org.dealgraph.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.dealgraph.fetch.Outcome.Fetched;
import org.dealgraph.fetch.Outcome.NotModified;
import org.dealgraph.fetch.Outcome.Refusal;
import org.dealgraph.fetch.Outcome.Refused;
import org.dealgraph.model.WebAddress;
import org.jspecify.annotations.Nullable;

/** One request and its answer, without following where the answer may point. */
final class Exchange {

    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, "
            + "text/html;q=0.9, application/xhtml+xml;q=0.9, application/xml;q=0.8, application/json;q=0.8, */*;q=0.5";

    private final OkHttpClient client;
    private final FetchSettings settings;

    Exchange(OkHttpClient client, FetchSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** What one request came to: an outcome, or a step to elsewhere. */
    sealed interface Answer {}

    record Done(Outcome outcome) implements Answer {}

    record Redirect(String location, boolean permanent) implements Answer {}

    Answer ask(WebAddress address, Conditions conditions, Duration time, int largest) {
        String name = address.href();
        boolean[] answered = {false};
        try {
            Call call = client.newCall(request(address, conditions));
            call.timeout().timeout(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
            try (Response response = call.execute()) {
                answered[0] = true;
                return answer(name, response, largest);
            }
        } catch (IllegalArgumentException e) {
            return new Done(failed(name, Failure.PROTOCOL, e));
        } catch (IOException e) {
            return new Done(outcome(name, e, answered[0]));
        }
    }

    private Request request(WebAddress address, Conditions conditions) {
        WebAddress plain = address.request();
        Request.Builder request = new Request.Builder()
                .url(plain.href())
                .header("User-Agent", settings.userAgent())
                .header("Accept", ACCEPT)
                .header("Accept-Language", "en, *;q=0.5")
                .header("Accept-Encoding", "gzip, br");
        if (conditions.etag() != null) {
            request.header("If-None-Match", conditions.etag());
        }
        if (conditions.lastModified() != null) {
            request.header("If-Modified-Since", conditions.lastModified());
        }
        return request.build();
    }

    private static Answer answer(String address, Response response, int largest) throws IOException {
        int status = response.code();
        String location = response.header("Location");
        boolean redirects = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        if (redirects && location != null) {
            return new Redirect(location, status == 301 || status == 308);
        }
        if (status == 304) {
            return new Done(new NotModified(address, null));
        }
        if (status < 200 || status >= 300) {
            Failure failure = status == 429 || status >= 500 ? Failure.SERVER : Failure.NOT_THERE;
            return new Done(new Failed(
                    address, failure, status, "HTTP " + status, RetryAfter.read(response.header("Retry-After"))));
        }
        byte[] body = Body.read(response.body().byteStream(), response.header("Content-Encoding"), largest);
        Conditions next = new Conditions(response.header("ETag"), response.header("Last-Modified"));
        return new Done(new Fetched(address, address, null, status, body, response.header("Content-Type"), next));
    }

    private static Outcome outcome(String address, IOException e, boolean answered) {
        return switch (e) {
            case ClosedAddressException closed -> new Refused(address, Refusal.PRIVATE, words(closed));
            case UnknownHostException unknown -> failed(address, Failure.UNKNOWN_HOST, unknown);
            case SSLException tls -> failed(address, Failure.TLS, tls);
            case Body.TooLargeException large -> failed(address, Failure.TOO_LARGE, large);
            case InterruptedIOException late -> failed(address, Failure.TIMEOUT, late);
            case IOException other when answered -> failed(address, Failure.BROKEN_BODY, other);
            case ProtocolException protocol -> failed(address, Failure.PROTOCOL, protocol);
            default -> failed(address, Failure.CONNECTION, e);
        };
    }

    private static Failed failed(String address, Failure failure, Exception e) {
        return new Failed(address, failure, 0, words(e), null);
    }

    private static String words(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
