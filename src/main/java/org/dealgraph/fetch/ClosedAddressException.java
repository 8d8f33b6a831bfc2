package org.dealgraph.fetch;

import java.net.UnknownHostException;

/** A name or address that leads off the public internet; an {@code IOException} so that it passes through the client. */
final class ClosedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ClosedAddressException(String message) {
        super(message);
    }
}
