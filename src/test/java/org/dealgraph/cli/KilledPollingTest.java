package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dealgraph.fetch.FaultServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A polling run that is killed at random moments and started again. The moments are counted in answers of the server, so
 * that they fall into the run however fast the machine is; {@code -Ddealgraph.kills=20} asks for more of them.
 */
class KilledPollingTest {

    private static final int FEEDS = 4;
    private static final int ENTRIES = 10;
    private static final String OK = "HTTP/1.1 200 OK";

    @Test
    void a_polling_run_that_is_killed_loses_and_doubles_nothing(@TempDir Path folder) throws Exception {
        int kills = Integer.getInteger("dealgraph.kills", 3);
        Random random = new Random(kills);
        try (FaultServer server = new FaultServer()) {
            Path sources = publish(server, folder);
            Path data = folder.resolve("data");
            for (int kill = 0; kill < kills; kill++) {
                int answers = server.paths().size() + 1 + random.nextInt(Math.max(2, 2 * FEEDS * ENTRIES / kills));
                Process process = poll(data, sources);
                while (server.paths().size() < answers && process.isAlive()) {
                    Thread.onSpinWait();
                }
                process.destroyForcibly().waitFor();
            }
            CommandRun last = CommandRun.of(poll(data, sources));
            assertThat(last.err()).isEmpty();
            assertThat(last.code()).isZero();
            List<String> articles = CommandRun.of(CommandRun.start(data, "export"))
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("{\"article\":"))
                    .map(line -> line.replaceFirst(".*\"address\":\"([^\"]*)\".*", "$1"))
                    .toList();
            assertThat(articles)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, FEEDS * ENTRIES)
                            .mapToObj(n -> server.at("/page-" + n))
                            .toList());
            assertThat(server.mostAtOnce()).isEqualTo(1);
        }
    }

    private static Process poll(Path data, Path sources) throws IOException {
        return CommandRun.start(data, "sources", "poll", "--loopback", "--sources", sources.toString());
    }

    private static Path publish(FaultServer server, Path folder) throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        for (int feed = 0; feed < FEEDS; feed++) {
            int first = feed * ENTRIES;
            String items = IntStream.range(first, first + ENTRIES)
                    .mapToObj(n -> "<item><title>Report number %d of the desk</title><link>%s</link></item>"
                            .formatted(n, server.at("/page-" + n)))
                    .collect(Collectors.joining());
            server.answer(
                    "/feed-" + feed,
                    OK + "\r\nETag: \"" + feed + "\"\r\nContent-Type: application/rss+xml",
                    "<rss version=\"2.0\"><channel><title>News</title>" + items + "</channel></rss>");
            Files.writeString(
                    sources.resolve("feed-" + feed + ".yml"),
                    "id: feed-%1$d\ntitle: Feed\npublisher: P\ntier: TRADE\nkind: RSS\naddress: %2$s\npoll: 1h\nchecked: false\n"
                            .formatted(feed, server.at("/feed-" + feed)));
        }
        for (int n = 0; n < FEEDS * ENTRIES; n++) {
            server.answer(
                    "/page-" + n,
                    OK + "\r\nContent-Type: text/html",
                    "<html lang=en><body><article><p>Desk %1$d bought lamps for house %1$d, which stands on hill %1$d, and paid"
                                    .formatted(n)
                            + " for them at once, so that the evening could be spent in good light by everybody there.</p>"
                            + "</article></body></html>");
        }
        return sources;
    }
}
