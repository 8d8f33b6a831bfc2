package org.dealgraph.bench.polling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Feeds on loopback, some to a host, with a page for each of their entries; edition 0 is what they show at first. */
final class Publishers implements AutoCloseable {

    private static final int ENTRIES = 2;
    private static final String PAGE = "<html lang=en><body><article><p>Desk %1$s bought lamps for house %1$s, which stands on"
            + " hill %1$s, and paid for them at once, so that the evening could be spent in good light.</p></article></body></html>";

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int changing;
    private volatile int edition;

    /**
     * Opens them.
     *
     * @param feeds how many in all
     * @param hosts how many servers they are spread over
     * @param changing one feed in so many changes from edition to edition
     */
    Publishers(int feeds, int hosts, int changing) throws IOException {
        this.changing = changing;
        for (int host = 0; host < hosts; host++) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            servers.add(server);
        }
        for (int feed = 0; feed < feeds; feed++) {
            HttpServer server = servers.get(feed % hosts);
            addresses.add("http://127.0.0.1:" + server.getAddress().getPort() + "/feed/" + feed);
        }
    }

    List<String> addresses() {
        return addresses;
    }

    void nextEdition() {
        edition++;
    }

    /** The first host's feeds answer only after this long. */
    void stall(long millis) {
        servers.getFirst().removeContext("/");
        servers.getFirst().createContext("/", exchange -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer(exchange);
        });
    }

    /** A file for each feed, as the application reads them. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int feed = 0; feed < addresses.size(); feed++) {
            Files.writeString(
                    folder.resolve("feed-" + feed + ".yml"),
                    "id: feed-%1$d\ntitle: Feed\npublisher: P\ntier: TRADE\nkind: RSS\naddress: %2$s\npoll: 15m\nchecked: false\n"
                            .formatted(feed, addresses.get(feed)));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/feed/")) {
            feed(exchange, Integer.parseInt(path.substring("/feed/".length())));
        } else if (path.startsWith("/page/")) {
            send(exchange, "text/html", PAGE.formatted(path.substring("/page/".length())));
        } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        }
    }

    private void feed(HttpExchange exchange, int number) throws IOException {
        int version = number % changing == 0 ? edition : 0;
        String etag = "\"" + number + "-" + version + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
            return;
        }
        String host = "http://" + exchange.getRequestHeaders().getFirst("Host");
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>News</title>");
        for (int entry = version; entry < version + ENTRIES; entry++) {
            feed.append("<item><title>Report %1$d of desk %2$d</title><link>%3$s/page/%2$d-%1$d</link><description>What desk %2$d wrote.</description></item>"
                    .formatted(entry, number, host));
        }
        send(exchange, "application/rss+xml", feed.append("</channel></rss>").toString());
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
