package org.dealgraph.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which network addresses, ports and names belong to the public internet. What the registries of special-purpose
 * addresses (RFC 6890 and its successors) do not call globally reachable is not, whatever form it is written in: an IPv4
 * address inside an IPv6 one counts as that IPv4 address.
 */
public final class Addresses {

    private static final List<Block> CLOSED_V4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // The metadata and control address of a large cloud, though of a public range.
                    "168.63.129.16/32",
                    // Service networks of another, which its machines reach beside their private ones.
                    "161.26.0.0/16",
                    "166.8.0.0/14")
            .map(Block::of)
            .toList();

    private static final Block GLOBAL_V6 = Block.of("2000::/3");
    private static final List<Block> CLOSED_V6 = Stream.of(
                    // Protocol assignments with Teredo, benchmarking and ORCHID; documentation; 6to4; the old 6bone.
                    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "3ffe::/16")
            .map(Block::of)
            .toList();
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private static final Set<Integer> PORTS = Set.of(80, 443, 8000, 8008, 8080, 8081, 8088, 8443, 8888);
    private static final Pattern LOCAL_NAME = Pattern.compile(
            "(?:.*\\.)?(?:localhost|localdomain|localhost6?|localdomain6?|local|internal|intranet|lan|corp|private|home|home\\.arpa|in-addr\\.arpa|ip6\\.arpa|"
                    + "invalid|test|onion|i2p|alt|svc|consul|docker|cluster|localnet)\\.?");
    private static final Pattern HOST_NAME = Pattern.compile("[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*\\.?");
    /** Names that clouds give the metadata of their machines, and that others could resolve. */
    private static final Pattern METADATA = Pattern.compile(
            "(?:.*\\.)?metadata\\.(?:goog|tencentyun\\.com|packet\\.net|platformequinix\\.com|vultr\\.com|azure\\.com)\\.?");
    /** Services under which any address has a name, and names known to lead to this machine. */
    private static final Pattern NAMED_ADDRESS = Pattern.compile(
            "(?:.*[.-])?(\\d{1,3})[.-](\\d{1,3})[.-](\\d{1,3})[.-](\\d{1,3})\\.(?:nip|sslip|xip)\\.io\\.?");

    private static final Pattern NAMED_LOOPBACK =
            Pattern.compile("(?:.*\\.)?(?:localtest\\.me|lvh\\.me|vcap\\.me|lacolhost\\.com|fuf\\.me|local\\.gd|"
                    + "localho\\.st|loopback\\.jp|127-0-0-1\\.org\\.uk)\\.?");

    private final boolean loopback;

    private Addresses(boolean loopback) {
        this.loopback = loopback;
    }

    /** The public internet only. */
    public static Addresses open() {
        return new Addresses(false);
    }

    /** Loopback too, at any port: for development and tests. */
    public static Addresses withLoopback() {
        return new Addresses(true);
    }

    /** Whether a connection to this address may be opened. */
    public boolean allows(InetAddress address) {
        if (loopback && address.isLoopbackAddress()) {
            return true;
        }
        return address instanceof Inet4Address ? isOpenV4(address.getAddress()) : isOpenV6((Inet6Address) address);
    }

    /** Whether a port is one that the web is served at. */
    public boolean allowsPort(int port, InetAddress address) {
        return PORTS.contains(port) || loopback && address.isLoopbackAddress();
    }

    /** Whether a name may be asked for at all: names that only mean something inside a network may not. */
    public boolean allowsName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (loopback && (name.equals("localhost") || name.endsWith(".localhost"))) {
            return true;
        }
        return name.startsWith("[")
                || name.indexOf('.') > 0
                        && HOST_NAME.matcher(name).matches()
                        && !LOCAL_NAME.matcher(name).matches()
                        && !METADATA.matcher(name).matches()
                        && !NAMED_LOOPBACK.matcher(name).matches()
                        && !namesClosed(name);
    }

    /** Whether a name says itself that it leads to a closed address; what others lead to shows when they are resolved. */
    private static boolean namesClosed(String name) {
        Matcher m = NAMED_ADDRESS.matcher(name);
        if (!m.matches()) {
            return false;
        }
        byte[] address = new byte[4];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) Integer.parseInt(m.group(i + 1));
        }
        return !isOpenV4(address);
    }

    private static boolean isOpenV4(byte[] address) {
        return CLOSED_V4.stream().noneMatch(block -> block.contains(address));
    }

    private static boolean isOpenV6(Inet6Address inet) {
        byte[] address = inet.getAddress();
        if (NAT64.contains(address)) {
            return isOpenV4(lastFour(address));
        }
        boolean open = GLOBAL_V6.contains(address) && CLOSED_V6.stream().noneMatch(block -> block.contains(address));
        return open && !isIsatap(address);
    }

    /** An interface identifier that carries an IPv4 address, which may be a private one. */
    private static boolean isIsatap(byte[] a) {
        return (a[8] & 0xFD) == 0 && a[9] == 0 && (a[10] & 0xFF) == 0x5E && (a[11] & 0xFF) == 0xFE;
    }

    private static byte[] lastFour(byte[] address) {
        return java.util.Arrays.copyOfRange(address, 12, 16);
    }

    /** A prefix of addresses. */
    private record Block(byte[] start, int bits) {

        static Block of(String text) {
            String[] parts = text.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("could not read a block of addresses: " + text, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xFF : 0xFF << 8 - (bits - bit) & 0xFF;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
