package org.dealgraph.output;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/**
 * How feeds speak of their server.
 *
 * @param address by which readers reach it, such as {@code https://deals.example.org}, for servers behind a proxy; empty
 *     for the host that a request names
 */
@ConfigurationProperties("dealgraph.feeds")
public record FeedSettings(@Bindable(defaultValue = "") String address) {

    private static final Pattern BASE =
            Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]{1,253}(/[A-Za-z0-9._~\\-/]*)?");

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

    public FeedSettings {
        if (!address.isEmpty() && !BASE.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "could not use dealgraph.feeds.address: write it as https://host, not " + address);
        }
        address = address.replaceAll("/+$", "");
    }

    /** The address that was asked, as far as it is one, else the one that this server listens at; without a slash. */
    public String base(HttpRequest<?> request) {
        if (!address.isEmpty()) {
            return address;
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        InetSocketAddress own = request.getServerAddress();
        return host != null && HOST.matcher(host).matches()
                ? "http://" + host
                : "http://" + own.getHostString() + ":" + own.getPort();
    }
}
