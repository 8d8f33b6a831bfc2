package org.dealgraph.fetch;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on loopback that answers each path as it is told, byte by byte, faults included. */
public final class FaultServer implements AutoCloseable {

    /** Writes an answer; may close the socket, or never finish. */
    public interface Script {
        void play(Request request, Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    public record Request(String path, Map<String, String> headers) {}

    private final ServerSocket listener;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    /** First byte of a TLS connection, which nobody here answers; its random bytes may or may not hold the end of a line. */
    private static final int TLS_HANDSHAKE = 0x16;

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    public FaultServer() throws IOException {
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String at(String path) {
        return "http://127.0.0.1:" + listener.getLocalPort() + path;
    }

    public FaultServer on(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    /** Answers with a head and a body of these bytes; a Content-Length is added. */
    public FaultServer answer(String path, String head, byte[] body) {
        return on(path, (request, socket, out) -> {
            write(out, head + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        });
    }

    public FaultServer answer(String path, String head, String body) {
        return answer(path, head, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with exactly these characters, then closes. */
    public FaultServer raw(String path, String all) {
        return on(path, (request, socket, out) -> {
            write(out, all);
            out.close();
        });
    }

    /** Holds on until the server is closed. */
    public void stall() throws InterruptedException {
        closed.await();
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    public List<Request> requests() {
        return requests;
    }

    public int mostAtOnce() {
        return most.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            in.mark(1);
            if (in.read() == TLS_HANDSHAKE) {
                return;
            }
            in.reset();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.indexOf(' ') < 0) {
                    return;
                }
                Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                    String[] parts = header.split(":\\s*", 2);
                    headers.put(parts[0], parts.length > 1 ? parts[1] : "");
                }
                play(new Request(line.split(" ")[1], headers), socket);
            }
        } catch (IOException e) {
            // The client went away, as some of these tests mean it to.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(Request request, Socket socket) throws IOException, InterruptedException {
        requests.add(request);
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        Answer out = new Answer(socket.getOutputStream());
        try {
            Script script = scripts.get(request.path());
            if (script == null) {
                write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            } else {
                script.play(request, socket, out);
                out.flush();
            }
        } finally {
            out.begin();
        }
    }

    /** A request counts as open until the first byte of its answer, or its end, is on the way. */
    private final class Answer extends FilterOutputStream {

        private boolean begun;

        Answer(OutputStream out) {
            super(out);
        }

        void begin() {
            if (!begun) {
                begun = true;
                now.decrementAndGet();
            }
        }

        @Override
        public void write(int b) throws IOException {
            begin();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            begin();
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            begin();
            super.close();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }
}
