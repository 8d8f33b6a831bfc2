package org.dealgraph.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes sockets that look once more at where they are told to connect: the last door, whatever led there. */
final class GuardedSockets extends SocketFactory {

    /**
     * Bytes that one request may still read, head and framing included: the client bounds neither the line of a chunk nor
     * how many answers come before the answer.
     */
    static final ScopedValue<long[]> BUDGET = ScopedValue.newInstance();

    private final Addresses addresses;
    private final Proxies proxies;

    GuardedSockets(Addresses addresses, Proxies proxies) {
        this.addresses = addresses;
        this.proxies = proxies;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                check(endpoint);
                super.connect(endpoint, timeout);
            }

            @Override
            public void connect(SocketAddress endpoint) throws IOException {
                check(endpoint);
                super.connect(endpoint);
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return new Metered(super.getInputStream());
            }
        };
    }

    private void check(SocketAddress endpoint) throws IOException {
        if (!(endpoint instanceof InetSocketAddress inet) || inet.getAddress() == null) {
            throw new ClosedAddressException("not an address: " + endpoint);
        }
        if (proxies.isProxy(inet)) {
            return;
        }
        InetAddress address = inet.getAddress();
        if (!addresses.allows(address) || !addresses.allowsPort(inet.getPort(), address)) {
            throw new ClosedAddressException(
                    "not on the public web: " + address.getHostAddress() + ":" + inet.getPort());
        }
    }

    /** Takes what is read from the budget of whoever reads. */
    private static final class Metered extends FilterInputStream {

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            spend(Math.max(n, 0));
            return n;
        }

        private static void spend(int bytes) throws IOException {
            if (BUDGET.isBound()) {
                long[] left = BUDGET.get();
                left[0] -= bytes;
                if (left[0] < 0) {
                    throw new Body.TooLargeException("more bytes than any answer may have");
                }
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(host, port);
    }

    private Socket connected(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }
}
