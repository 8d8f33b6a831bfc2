package org.dealgraph.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.dealgraph.fetch.Exchange.Answer;
import org.dealgraph.fetch.Exchange.Done;
import org.dealgraph.fetch.Exchange.Redirect;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.dealgraph.fetch.Outcome.Fetched;
import org.dealgraph.fetch.Outcome.NotModified;
import org.dealgraph.fetch.Outcome.Refusal;
import org.dealgraph.fetch.Outcome.Refused;
import org.dealgraph.model.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Fetches addresses of the public web as a polite and careful reader does.
 *
 * <p>A host sees one request of ours at a time, with a pause between, and none that its robots.txt forbids. Addresses off
 * the public internet are refused, at the moment of connecting and at every redirect. Time and size are bounded over the
 * whole of a fetch; the wait for a host's turn comes on top. Safe for use by many threads; a call blocks, so give each its
 * virtual thread.
 */
public final class Fetcher implements AutoCloseable {

    private static final int ROBOTS_REDIRECTS = 5;
    /** What comes over the wire may be twice what it holds, where it comes in small chunks. */
    private static final long FRAMING = 2;

    private static final int HEAD = 1 << 20;
    private static final int IDLE_CONNECTIONS = 200;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LOOKUP = Duration.ofSeconds(5);

    private final FetchSettings settings;
    private final Addresses addresses;
    private final Proxies proxies;
    private final GuardedNames names;
    private final OkHttpClient client;
    private final Exchange exchange;
    private final RobotsFiles robots = new RobotsFiles();
    private final Turns turns = new Turns();

    /** With the proxies that the environment names. */
    public Fetcher(FetchSettings settings) {
        this(settings, Proxies.from(System.getenv()), Resolver.system());
    }

    Fetcher(FetchSettings settings, Proxies proxies, Resolver resolver) {
        this.settings = settings;
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
                .fastFallback(false)
                .connectTimeout(CONNECT)
                .readTimeout(settings.timeout())
                .callTimeout(settings.timeout())
                .build();
        this.exchange = new Exchange(client, settings);
    }

    /** Fetches an address that nothing is known of. */
    public Outcome fetch(String address) {
        return fetch(address, Conditions.none());
    }

    /**
     * Fetches an address, unless it is the same as the last time.
     *
     * @param conditions of the last answer
     */
    public Outcome fetch(String address, Conditions conditions) {
        Optional<WebAddress> parsed = WebAddress.parse(address);
        if (parsed.isEmpty()) {
            return new Refused(address, Refusal.NOT_WEB, "not an http or https address");
        }
        try {
            return new Journey(address, settings.redirects()).go(parsed.get(), conditions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(address, Failure.TIMEOUT, 0, "stopped", null);
        }
    }

    /** One fetch with its redirects. */
    private final class Journey {

        private final String asked;
        private final int hops;
        private final Set<String> seen = new LinkedHashSet<>();
        private long spent;
        private @Nullable String moved;

        Journey(String asked, int hops) {
            this.asked = asked;
            this.hops = hops;
        }

        Outcome go(WebAddress start, Conditions conditions) throws InterruptedException {
            WebAddress at = start;
            boolean permanent = true;
            while (seen.add(at.request().href()) && seen.size() <= hops + 1) {
                Answer answer = step(at, conditions);
                if (answer instanceof Done done) {
                    return named(done.outcome(), at);
                }
                Redirect redirect = (Redirect) answer;
                Optional<WebAddress> next = at.resolve(redirect.location());
                if (next.isEmpty()) {
                    return new Refused(asked, Refusal.NOT_WEB, "redirected to " + redirect.location());
                }
                at = next.get();
                permanent &= redirect.permanent();
                moved = permanent ? at.href() : moved;
            }
            return new Failed(asked, Failure.REDIRECTS, 0, "after " + seen.size() + " addresses", null);
        }

        private Answer step(WebAddress at, Conditions conditions) throws InterruptedException {
            Optional<Refused> refused = refusal(at);
            if (refused.isPresent()) {
                return new Done(refused.get());
            }
            Duration pause = isLoopback(at) ? Duration.ZERO : settings.delay();
            if (settings.robots()) {
                RobotsFiles.Answer rules = rules(at, pause);
                if (rules instanceof RobotsFiles.Unreachable unreachable) {
                    return new Done(unreachable.outcome());
                }
                Robots file = ((RobotsFiles.Rules) rules).robots();
                if (!file.allows(settings.agent(), at.target())) {
                    return new Done(new Refused(asked, Refusal.ROBOTS, "robots.txt of " + at.origin()));
                }
                Duration asks = file.delay(settings.agent()).orElse(Duration.ZERO);
                pause = isLoopback(at) || asks.compareTo(pause) < 0 ? pause : asks;
            }
            return inTurn(at, conditions, settings.largest(), pause);
        }

        private Answer inTurn(WebAddress at, Conditions conditions, int largest, Duration pause)
                throws InterruptedException {
            try (Turns.Turn turn = turns.take(hostKey(at))) {
                turn.pause(pause);
                return ask(at, conditions, largest);
            }
        }

        private RobotsFiles.Answer rules(WebAddress site, Duration pause) throws InterruptedException {
            Optional<RobotsFiles.Answer> known = robots.find(site.origin());
            if (known.isPresent()) {
                return known.get();
            }
            WebAddress file = site.resolve("/robots.txt").orElse(site);
            Answer answer;
            try (Turns.Turn turn = turns.take(hostKey(site))) {
                known = robots.find(site.origin());
                if (known.isPresent()) {
                    return known.get();
                }
                turn.pause(pause);
                answer = ask(file, Conditions.none(), 2 * Robots.LARGEST);
                if (answer instanceof Done done) {
                    return robots.keep(site.origin(), done.outcome());
                }
            }
            return robots.keep(site.origin(), followed(file, (Redirect) answer, pause));
        }

        private Outcome followed(WebAddress file, Redirect first, Duration pause) throws InterruptedException {
            WebAddress at = file;
            Redirect redirect = first;
            for (int hop = 0; hop < ROBOTS_REDIRECTS; hop++) {
                Optional<WebAddress> next = at.resolve(redirect.location());
                if (next.isEmpty() || refusal(next.get()).isPresent()) {
                    return new Failed(asked, Failure.NOT_THERE, 0, "robots.txt leads off the web", null);
                }
                at = next.get();
                Answer answer = inTurn(at, Conditions.none(), 2 * Robots.LARGEST, pause);
                if (answer instanceof Done done) {
                    return done.outcome();
                }
                redirect = (Redirect) answer;
            }
            return new Failed(asked, Failure.REDIRECTS, 0, "robots.txt leads on and on", null);
        }

        private Answer ask(WebAddress at, Conditions conditions, int largest) {
            long before = System.nanoTime();
            Duration left = settings.timeout().minusNanos(spent);
            if (left.isNegative() || left.isZero()) {
                return new Done(new Failed(asked, Failure.TIMEOUT, 0, "no time left", null));
            }
            Answer answer = ScopedValue.where(GuardedNames.DEADLINE, before + left.toNanos())
                    .where(GuardedSockets.BUDGET, new long[] {FRAMING * largest + HEAD})
                    .call(() -> exchange.ask(at, conditions, left, largest));
            spent += System.nanoTime() - before;
            return answer;
        }

        private Outcome named(Outcome outcome, WebAddress at) {
            return switch (outcome) {
                case Fetched f ->
                    new Fetched(asked, at.href(), moved, f.status(), f.body(), f.contentType(), f.conditions());
                case NotModified n -> new NotModified(asked, moved);
                case Refused r -> new Refused(asked, r.reason(), r.detail());
                case Failed f -> new Failed(asked, f.reason(), f.status(), f.detail(), f.retryAfter());
            };
        }

        private Optional<Refused> refusal(WebAddress at) {
            if (!addresses.allowsName(at.host())) {
                return Optional.of(new Refused(asked, Refusal.PRIVATE, at.host() + " is no name of the public web"));
            }
            Optional<InetAddress> literal = literal(at.host());
            if (literal.isPresent() && !addresses.allows(literal.get())) {
                return Optional.of(new Refused(asked, Refusal.PRIVATE, at.host() + " is not on the public web"));
            }
            boolean near = isLoopback(at);
            if (!near
                    && !addresses.allowsPort(at.portOrDefault(), literal.orElse(InetAddress.ofLiteral("192.0.2.1")))) {
                return Optional.of(new Refused(asked, Refusal.PORT, "port " + at.portOrDefault()));
            }
            return proxies.find(at.scheme(), at.host()).isPresent() && literal.isEmpty()
                    ? behindProxy(at)
                    : Optional.empty();
        }

        /** A proxy does the asking, so the name is looked up here as far as it can be. */
        private Optional<Refused> behindProxy(WebAddress at) {
            try {
                names.lookup(at.host());
                return Optional.empty();
            } catch (ClosedAddressException e) {
                return Optional.of(new Refused(asked, Refusal.PRIVATE, String.valueOf(e.getMessage())));
            } catch (UnknownHostException e) {
                return Optional.empty();
            }
        }
    }

    private boolean isLoopback(WebAddress at) {
        return settings.loopback()
                && (at.host().equals("localhost")
                        || at.host().endsWith(".localhost")
                        || literal(at.host())
                                .map(InetAddress::isLoopbackAddress)
                                .orElse(false));
    }

    private static Optional<InetAddress> literal(String host) {
        boolean looksLikeOne = host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1));
        if (!looksLikeOne) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** http and https of one host share a turn; other ports are other servers. */
    private static String hostKey(WebAddress address) {
        return address.port() < 0 ? address.host() : address.host() + ":" + address.port();
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
