package org.dealgraph.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Resolves names for the client and lets none through that leads, with any of its addresses, off the public internet.
 * The client connects to the very addresses that were checked, so a name that changes its mind gains nothing.
 */
final class GuardedNames implements Dns {

    /** When whoever asks wants to be done, by {@link System#nanoTime}: the client's own deadline does not end a lookup. */
    static final ScopedValue<Long> DEADLINE = ScopedValue.newInstance();

    private final Resolver resolver;
    private final Addresses addresses;
    private final Proxies proxies;
    private final Duration patience;

    GuardedNames(Resolver resolver, Addresses addresses, Proxies proxies, Duration patience) {
        this.resolver = resolver;
        this.addresses = addresses;
        this.proxies = proxies;
        this.patience = patience;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = ask(host);
        if (proxies.isProxy(host)) {
            return found;
        }
        for (InetAddress address : found) {
            if (!addresses.allows(address)) {
                throw new ClosedAddressException(host + " leads to " + address.getHostAddress());
            }
        }
        return found;
    }

    /** The system's resolver cannot be interrupted, so it is waited for on the side. */
    private List<InetAddress> ask(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("resolve " + host).start(() -> {
            try {
                answer.complete(resolver.resolve(host));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(left(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        } catch (TimeoutException e) {
            throw unknown(host + ": no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host + ": stopped", e);
        }
    }

    private long left() {
        long until = DEADLINE.isBound() ? DEADLINE.get() - System.nanoTime() : Long.MAX_VALUE;
        return Math.max(1, Math.min(patience.toNanos(), until));
    }

    private static UnknownHostException unknown(String message, Exception cause) {
        UnknownHostException e = new UnknownHostException(message);
        e.initCause(cause);
        return e;
    }
}
