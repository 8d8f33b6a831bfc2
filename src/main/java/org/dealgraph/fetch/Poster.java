package org.dealgraph.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.dealgraph.model.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages to addresses that others gave us, as carefully as they are fetched: nothing off the public internet is
 * reached, whatever a name says at the moment of connecting, and no answer leads elsewhere. An address is never part of a
 * reason, because it may hold a token. Safe for use by many threads; a call blocks.
 */
@Singleton
public final class Poster implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final InetAddress ANY = InetAddress.ofLiteral("192.0.2.1");
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LOOKUP = Duration.ofSeconds(5);
    private static final int IDLE_CONNECTIONS = 200;
    private static final long MOST_READ = 16 << 10;

    private final Addresses addresses;
    private final Proxies proxies;
    private final GuardedNames names;
    private final OkHttpClient client;

    @Inject
    Poster(PostSettings settings) {
        this(settings, Proxies.from(System.getenv()), Resolver.system());
    }

    Poster(PostSettings settings, Proxies proxies, Resolver resolver) {
        this.addresses = settings.addresses();
        this.proxies = proxies;
        this.names = new GuardedNames(resolver, addresses, proxies, LOOKUP);
        this.client = new OkHttpClient.Builder()
                .dns(names)
                .socketFactory(new GuardedSockets(addresses, proxies))
                .proxySelector(proxies)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 30, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .connectTimeout(CONNECT)
                .readTimeout(settings.timeout())
                .callTimeout(settings.timeout())
                .build();
    }

    /**
     * What came of a post.
     *
     * @param status of the answer; 0 where there was none
     * @param retryAfter how long the receiver asks to be left alone, or null
     * @param reason why there was no answer, or null
     */
    public record Reply(
            int status,
            @Nullable Duration retryAfter,
            @Nullable String reason) {}

    /** Why nothing may be posted to an address; empty where it may. A name that leads elsewhere is noticed later. */
    public Optional<String> refusal(String address) {
        Optional<WebAddress> parsed = WebAddress.parse(address);
        if (parsed.isEmpty()) {
            return Optional.of("it is no https address");
        }
        WebAddress at = parsed.get();
        Optional<InetAddress> literal = literal(at.host());
        boolean near =
                literal.map(InetAddress::isLoopbackAddress).orElse(at.host().equals("localhost"));
        if (!at.href().startsWith("https:") && !near) {
            return Optional.of("it must begin with https");
        }
        boolean open = addresses.allowsName(at.host())
                && literal.map(addresses::allows).orElse(true)
                && addresses.allowsPort(
                        at.portOrDefault(), literal.orElse(near ? InetAddress.getLoopbackAddress() : ANY));
        return open ? Optional.empty() : Optional.of("it is not on the public web");
    }

    /** Posts a message; what comes back beside its head is read no further than to keep the connection. */
    public Reply post(String address, Map<String, String> headers, byte[] json) {
        Optional<String> refusal = refusal(address);
        if (refusal.isPresent()) {
            return new Reply(0, null, "may not be posted to: " + refusal.get());
        }
        WebAddress at = WebAddress.parse(address).orElseThrow().request();
        if (leadsAway(at)) {
            return new Reply(0, null, "its name leads off the public web");
        }
        try (Response response = client.newCall(request(at, headers, json)).execute()) {
            Reply reply = new Reply(response.code(), RetryAfter.read(response.header("Retry-After")), null);
            drain(response);
            return reply;
        } catch (IOException e) {
            return new Reply(0, null, reason(e));
        }
    }

    private static Request request(WebAddress at, Map<String, String> headers, byte[] json) {
        Request.Builder request = new Request.Builder().url(at.href()).post(RequestBody.create(json, JSON));
        headers.forEach(request::header);
        return request.build();
    }

    /** Where a proxy does the asking, the name is looked up here, as far as it can be. */
    private boolean leadsAway(WebAddress at) {
        if (proxies.find(at.scheme(), at.host()).isEmpty() || literal(at.host()).isPresent()) {
            return false;
        }
        try {
            names.lookup(at.host());
            return false;
        } catch (ClosedAddressException e) {
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void drain(Response response) {
        try {
            if (response.body().source().request(MOST_READ)) {
                response.close();
            }
        } catch (IOException e) {
            response.close();
        }
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case ClosedAddressException closed -> "its name leads off the public web";
            case UnknownHostException unknown -> "its name is not known";
            case SSLException tls -> "no secure connection";
            case InterruptedIOException late -> "no answer in time";
            default -> "no connection";
        };
    }

    @Override
    @PreDestroy
    public void close() {
        client.connectionPool().evictAll();
    }
}
