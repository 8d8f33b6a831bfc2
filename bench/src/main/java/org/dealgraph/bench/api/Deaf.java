package org.dealgraph.bench.api;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client of graphql-transport-ws that subscribes and then reads nothing until it is told to, so that what the server does about it is measured. */
final class Deaf implements AutoCloseable {

    private static final int SMALL = 4_096;
    private static final int CLOSE = 8;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;

    Deaf(URI server, String query) throws IOException {
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write(("GET /graphql HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                        + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int newlines = 0; newlines < 2; ) {
            int c = in.read();
            newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
        }
        say("{\"type\":\"connection_init\"}");
        frame();
        say("{\"id\":\"deaf\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + query.replace("\"", "\\\"") + "\"}}");
    }

    /** Reads what has come until the server closes, and tells the code that it closes with; empty where it just hangs up. */
    Optional<Integer> closed() {
        try {
            for (Frame frame = frame(); ; frame = frame()) {
                if (frame.kind() == CLOSE) {
                    return Optional.of(((frame.content()[0] & 0xff) << 8) | (frame.content()[1] & 0xff));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Frame(int kind, byte[] content) {}

    private Frame frame() throws IOException {
        int kind = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        return new Frame(kind, in.readNBytes((int) size));
    }

    /** A frame of text, masked with zeros. */
    private void say(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(0x81);
        if (bytes.length < 126) {
            out.write(0x80 | bytes.length);
        } else {
            out.write(0x80 | 126);
            out.write(bytes.length >> 8);
            out.write(bytes.length & 0xff);
        }
        out.write(new byte[4]);
        out.write(bytes);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
