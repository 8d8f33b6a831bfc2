package org.dealgraph.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The WHATWG URL Standard's basic parser, as far as http and https go. */
final class WebAddressParser {

    private static final int LONGEST = 8_192;
    private static final int LAST_PORT = 65_535;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern BREAKS = Pattern.compile("[\t\n\r]");
    private static final Pattern SLASH = Pattern.compile("[/\\\\]");
    private static final Pattern DOT = Pattern.compile("(?i)\\.|%2e");
    private static final Pattern DOTS = Pattern.compile("(?i)\\.\\.|\\.%2e|%2e\\.|%2e%2e");

    private final String scheme;
    private String username = "";
    private String password = "";
    private String host = "";
    private int port = -1;
    private List<String> path = new ArrayList<>();
    private @Nullable String query;
    private @Nullable String fragment;

    private WebAddressParser(String scheme) {
        this.scheme = scheme;
    }

    static Optional<WebAddress> parse(String text, @Nullable WebAddress base) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String input = BREAKS.matcher(trimmed(text)).replaceAll("");
        Matcher m = SCHEME.matcher(input);
        if (!m.matches()) {
            return base == null ? Optional.empty() : new WebAddressParser(base.scheme()).relative(input, base);
        }
        String scheme = m.group(1).toLowerCase(Locale.ROOT);
        String rest = m.group(2);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        WebAddressParser parser = new WebAddressParser(scheme);
        if (base != null && base.scheme().equals(scheme) && !rest.startsWith("//")) {
            return parser.relative(rest, base);
        }
        return parser.authority(rest);
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSlash(String text, int at) {
        return at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\\');
    }

    private Optional<WebAddress> relative(String rest, WebAddress base) {
        if (isSlash(rest, 0) && isSlash(rest, 1)) {
            return authority(rest);
        }
        username = base.username();
        password = base.password();
        host = base.host();
        port = base.port();
        if (isSlash(rest, 0)) {
            return path(rest);
        }
        path = new ArrayList<>(List.of(base.path().substring(1).split("/", -1)));
        if (rest.isEmpty() || rest.charAt(0) == '#') {
            query = base.query();
            return tail(rest);
        }
        if (rest.charAt(0) == '?') {
            return tail(rest);
        }
        path.removeLast();
        return path(rest);
    }

    private Optional<WebAddress> authority(String rest) {
        int start = 0;
        while (isSlash(rest, start)) {
            start++;
        }
        int end = start;
        while (end < rest.length() && "/\\?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(start, end);
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            credentials(authority.substring(0, at));
        }
        return hostAndPort(authority.substring(at + 1)) ? path(rest.substring(end)) : Optional.empty();
    }

    private void credentials(String text) {
        int colon = text.indexOf(':');
        username = PercentEncoding.userinfo(colon < 0 ? text : text.substring(0, colon));
        password = colon < 0 ? "" : PercentEncoding.userinfo(text.substring(colon + 1));
    }

    private boolean hostAndPort(String text) {
        int colon = text.indexOf(':', Math.max(0, text.startsWith("[") ? text.indexOf(']') : 0));
        String name = colon < 0 ? text : text.substring(0, colon);
        Optional<String> read = name.isEmpty() ? Optional.empty() : WebHost.parse(name);
        if (read.isEmpty()) {
            return false;
        }
        host = read.get();
        String digits = colon < 0 ? "" : text.substring(colon + 1);
        return digits.isEmpty() || port(digits);
    }

    private boolean port(String digits) {
        String plain = digits.replaceFirst("^0+(?=.)", "");
        if (!plain.matches("[0-9]{1,5}") || Integer.parseInt(plain) > LAST_PORT) {
            return false;
        }
        int number = Integer.parseInt(plain);
        port = number == (scheme.equals("https") ? 443 : 80) ? -1 : number;
        return true;
    }

    private Optional<WebAddress> path(String rest) {
        int end = 0;
        while (end < rest.length() && "?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String text = rest.substring(isSlash(rest, 0) ? 1 : 0, end);
        String[] segments = SLASH.split(text, -1);
        for (int i = 0; i < segments.length; i++) {
            segment(segments[i], i == segments.length - 1);
        }
        return tail(rest.substring(end));
    }

    private void segment(String segment, boolean last) {
        boolean up = DOTS.matcher(segment).matches();
        if (up && !path.isEmpty()) {
            path.removeLast();
        }
        if (up || DOT.matcher(segment).matches()) {
            if (last) {
                path.add("");
            }
            return;
        }
        path.add(PercentEncoding.path(segment));
    }

    private Optional<WebAddress> tail(String rest) {
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            fragment = PercentEncoding.fragment(rest.substring(hash + 1));
        }
        if (rest.startsWith("?")) {
            query = PercentEncoding.query(rest.substring(1, hash < 0 ? rest.length() : hash));
        }
        String whole = "/" + String.join("/", path);
        return Optional.of(new WebAddress(scheme, username, password, host, port, whole, query, fragment));
    }
}
