package org.dealgraph.output.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** One who is sent messages on loopback, and answers as it is told. */
public final class Receiver implements AutoCloseable {

    /** How a message is answered. */
    public interface Answer {
        void to(Got got, HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A message as it came. */
    public record Got(String path, HttpHeaders headers, String body) {

        public String id() {
            return headers.firstValue("webhook-id").orElse("");
        }
    }

    private final HttpServer server;
    private final List<Got> all = new CopyOnWriteArrayList<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer answer = (got, exchange) -> exchange.sendResponseHeaders(204, -1);

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    public String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public Receiver answer(Answer other) {
        answer = other;
        return this;
    }

    public Receiver status(int status) {
        return answer((got, exchange) -> exchange.sendResponseHeaders(status, -1));
    }

    public List<Got> all() {
        return all;
    }

    /** How many unlike messages have come. */
    public int distinct() {
        return ids.size();
    }

    /** Waits until so many messages have come. */
    public List<Got> first(int count) throws InterruptedException {
        synchronized (all) {
            while (all.size() < count) {
                all.wait();
            }
        }
        return all.subList(0, count);
    }

    /** Holds on until the receiver is closed. */
    public void stall() throws InterruptedException {
        closed.await();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Got got = new Got(
                    exchange.getRequestURI().getPath(),
                    HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
                    body);
            synchronized (all) {
                all.add(got);
                ids.add(got.id());
                all.notifyAll();
            }
            answer.to(got, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
