package org.dealgraph.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes sockets that look once more at where they are told to connect: the last door, whatever led there. */
final class GuardedSockets extends SocketFactory {

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
