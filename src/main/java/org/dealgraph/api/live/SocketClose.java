package org.dealgraph.api.live;

/** The codes with which a WebSocket is closed. */
final class SocketClose {

    static final int GOING_AWAY = 1001;
    static final int TRY_LATER = 1013;
    static final int BAD_REQUEST = 4400;
    static final int UNAUTHORIZED = 4401;
    static final int FORBIDDEN = 4403;
    static final int NO_PROTOCOL = 4406;
    static final int INIT_TIMEOUT = 4408;
    static final int ID_TAKEN = 4409;

    /** Our own: events came faster than the client took them. */
    static final int TOO_SLOW = 4413;

    static final int INIT_TWICE = 4429;

    private SocketClose() {}
}
