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
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Feeds on loopback, some to a host, with a page for each of their entries; edition 0 is what they show at first. */
final class Publishers implements AutoCloseable {

    private static final int ENTRIES = 2;
    private static final int PARAGRAPHS = 5;
    private static final int SENTENCES = 3;
    private static final List<String> WORDS = List.of(
            ("desk lamp house hill evening light garden visitor room window letter street morning table river bridge"
                + " stone winter song market boat field road tower bread clock school summer forest harbor village"
                + " dinner story chair paper cloud train island")
                    .split(" "));

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
                    "id: feed-%1$d\ntitle: Feed\npublisher: P\ntier: TRADE\nkind: RSS\naddress: %2$s\npoll: 5m\nchecked: false\n"
                            .formatted(feed, addresses.get(feed)));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/feed/")) {
            feed(exchange, Integer.parseInt(path.substring("/feed/".length())));
        } else if (path.startsWith("/page/")) {
            send(exchange, "text/html", page(path.substring("/page/".length())));
        } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        }
    }

    /** Words of its own for each page, as articles have. */
    private static String page(String name) {
        Random random = new Random(name.hashCode());
        StringBuilder page =
                new StringBuilder("<html lang=en><head><title>Report " + name + "</title></head><body><article>");
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            page.append("<p>");
            for (int sentence = 0; sentence < SENTENCES; sentence++) {
                page.append("The ");
                random.ints(14, 0, WORDS.size())
                        .forEach(word -> page.append(WORDS.get(word)).append(' '));
                page.append("town was seen by ").append(random.nextInt(5_000)).append(" people. ");
            }
            page.append("</p>");
        }
        return page.append("</article></body></html>").toString();
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
            feed.append(
                    "<item><title>Report %1$d of desk %2$d</title><link>%3$s/page/%2$d-%1$d</link><description>What desk %2$d wrote.</description></item>"
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
