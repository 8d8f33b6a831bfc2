package org.dealgraph.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The address that a request counts for. */
public final class Address {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private Address() {}

    /**
     * The peer's address; behind a proxy that is believed, the one it names last. Of IPv6 the network alone, because one
     * customer has all addresses of a network.
     */
    public static String of(InetAddress peer, @Nullable String forwardedFor, AccessSettings settings) {
        if (forwardedFor == null || !settings.believes(peer.getHostAddress())) {
            return network(peer);
        }
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return last.matches("[0-9a-fA-F.:]{2,45}") ? parsed(last) : network(peer);
    }

    /** Whether it is this machine's own. */
    static boolean isLocal(String address) {
        return address.startsWith("127.");
    }

    private static String parsed(String literal) {
        try {
            return network(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return literal;
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != IPV6_BYTES) {
            return address.getHostAddress();
        }
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < NETWORK_BYTES; i += 2) {
            network.append(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)))
                    .append(i < NETWORK_BYTES - 2 ? ":" : "");
        }
        return address.isLoopbackAddress() ? "127.0.0.1" : network + "::/64";
    }
}
