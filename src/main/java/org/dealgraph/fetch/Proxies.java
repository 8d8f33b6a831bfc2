package org.dealgraph.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.model.WebAddress;

/**
 * The proxies that the environment names: {@code http_proxy}, {@code https_proxy} and {@code all_proxy}, in small or capital
 * letters, but for the hosts in {@code no_proxy}. Loopback is never reached by a proxy.
 */
final class Proxies extends ProxySelector {

    private final Optional<InetSocketAddress> http;
    private final Optional<InetSocketAddress> https;
    private final List<String> direct;

    private Proxies(Optional<InetSocketAddress> http, Optional<InetSocketAddress> https, List<String> direct) {
        this.http = http;
        this.https = https;
        this.direct = direct;
    }

    static Proxies none() {
        return new Proxies(Optional.empty(), Optional.empty(), List.of());
    }

    static Proxies from(Map<String, String> environment) {
        List<String> direct = Stream.of(
                        value(environment, "no_proxy").orElse("").split("[,\\s]+"))
                .filter(s -> !s.isEmpty())
                .map(s -> s.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .toList();
        return new Proxies(
                value(environment, "http_proxy", "all_proxy").flatMap(Proxies::address),
                value(environment, "https_proxy", "all_proxy").flatMap(Proxies::address),
                direct);
    }

    private static Optional<String> value(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    private static Optional<InetSocketAddress> address(String text) {
        String address = text.contains("://") ? text : "http://" + text;
        return WebAddress.parse(address).map(a -> InetSocketAddress.createUnresolved(a.host(), a.portOrDefault()));
    }

    /** The proxy for a host; empty where it is reached directly. */
    Optional<InetSocketAddress> find(String scheme, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean near = name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]");
        boolean excepted =
                near || direct.stream().anyMatch(d -> d.equals("*") || name.equals(d) || name.endsWith("." + d));
        return excepted ? Optional.empty() : scheme.equals("https") ? https : http;
    }

    boolean isProxy(String host) {
        return Stream.of(http, https)
                .flatMap(Optional::stream)
                .anyMatch(p -> p.getHostString().equals(host));
    }

    boolean isProxy(InetSocketAddress address) {
        return Stream.of(http, https)
                .flatMap(Optional::stream)
                .anyMatch(p -> p.getPort() == address.getPort()
                        && (p.getHostString().equals(address.getHostString())
                                || p.getHostString().equals(address.getAddress().getHostAddress())));
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(find(uri.getScheme(), uri.getHost() == null ? "" : uri.getHost())
                .map(address -> new Proxy(Proxy.Type.HTTP, address))
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The fetch fails with this very exception and says so.
    }
}
