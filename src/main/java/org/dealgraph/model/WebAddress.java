package org.dealgraph.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@code http} or {@code https} address, taken apart as browsers do (WHATWG URL Standard), so that what is checked is
 * what is fetched: {@code http://0x7f.1} is 127.0.0.1 here too.
 *
 * @param scheme {@code http} or {@code https}
 * @param username percent-encoded, may be empty
 * @param password percent-encoded, may be empty
 * @param host a domain in ASCII, an IPv4 address in dotted form, or an IPv6 address in brackets
 * @param port or -1 for the scheme's own
 * @param path starts with a slash
 * @param query without its question mark, or null
 * @param fragment without its hash, or null
 */
public record WebAddress(
        String scheme,
        String username,
        String password,
        String host,
        int port,
        String path,
        @Nullable String query,
        @Nullable String fragment) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Reads an absolute address; empty where it is none, or none of the web. */
    public static Optional<WebAddress> parse(String text) {
        return WebAddressParser.parse(text, null);
    }

    /** Reads an address that may be relative to this one. */
    public Optional<WebAddress> resolve(String text) {
        return WebAddressParser.parse(text, this);
    }

    /**
     * Makes a link absolute where that can be done.
     *
     * @return the absolute form; the link as it stands where it, or the base, is no address of the web
     */
    public static String resolve(String base, String link) {
        return parse(base)
                .flatMap(start -> start.resolve(link))
                .or(() -> parse(link))
                .map(WebAddress::href)
                .orElse(link);
    }

    /** The port it is reached at. */
    public int portOrDefault() {
        if (port >= 0) {
            return port;
        }
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    /** Scheme, host and port: what robots.txt and politeness go by. */
    public String origin() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port);
    }

    /** Path and query, as a request names them. */
    public String target() {
        return path + (query == null ? "" : "?" + query);
    }

    /** The whole address in its one serialised form. */
    public String href() {
        StringBuilder href = new StringBuilder(scheme).append("://");
        if (!username.isEmpty() || !password.isEmpty()) {
            href.append(username)
                    .append(password.isEmpty() ? "" : ":" + password)
                    .append('@');
        }
        href.append(host).append(port < 0 ? "" : ":" + port).append(target());
        return href.append(fragment == null ? "" : "#" + fragment).toString();
    }

    /** The page's own address: without fragment, credentials, tracking parameters and AMP's wrapping. */
    public WebAddress canonical() {
        return CanonicalAddress.of(this);
    }

    /**
     * What two addresses of one page have in common, though one may be the mobile or AMP form, lack {@code www}, use the
     * other scheme or carry tracking parameters. Not an address itself.
     */
    public String identity() {
        return CanonicalAddress.identity(this);
    }

    /** As it is asked for: without credentials and fragment. */
    public WebAddress request() {
        return new WebAddress(scheme, "", "", host, port, path, query, null);
    }

    WebAddress with(String newHost, String newPath, @Nullable String newQuery) {
        boolean sameHost = Objects.equals(newHost, host);
        return new WebAddress(scheme, "", "", newHost, sameHost ? port : -1, newPath, newQuery, null);
    }

    @Override
    public String toString() {
        return href();
    }
}
