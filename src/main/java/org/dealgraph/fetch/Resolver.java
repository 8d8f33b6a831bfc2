package org.dealgraph.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a name leads, asked at the moment of connecting. */
@FunctionalInterface
interface Resolver {

    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The system's own. */
    static Resolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
