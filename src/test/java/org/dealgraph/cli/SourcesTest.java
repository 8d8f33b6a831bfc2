package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dealgraph.catalogue.SourceFiles;
import org.dealgraph.fetch.FaultServer;
import org.dealgraph.model.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands fetch, read and sources, but for those that need a graph. */
class SourcesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OK = "HTTP/1.1 200 OK";
    private static final String FEED = "<rss version=\"2.0\"><channel><title>News</title><item><title>A report</title>"
            + "<link>https://example.org/a</link></item></channel></rss>";

    @TempDir
    Path folder;

    private FaultServer server;

    /** What a command printed and how it ended. */
    private record Run(int code, String out, String err) {

        JsonNode line(int number) throws IOException {
            return JSON.readTree(out.lines().toList().get(number));
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
        server.answer("/robots.txt", OK, "User-agent: *\nDisallow: /private");
        server.answer("/feed", OK + "\r\nETag: \"1\"\r\nContent-Type: application/rss+xml", FEED);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void fetch_says_of_each_address_what_came_of_it() throws IOException {
        server.on(
                "/feed",
                (request, socket, out) -> FaultServer.write(
                        out,
                        request.headers().containsKey("If-None-Match")
                                ? "HTTP/1.1 304 Not Modified\r\n\r\n"
                                : OK + "\r\nETag: \"1\"\r\nContent-Length: 2\r\n\r\nok"));
        server.raw("/busy", "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");
        Run run = run(
                "fetch",
                "--loopback",
                server.at("/feed"),
                server.at("/private/x"),
                server.at("/busy"),
                "http://10.0.0.1/",
                "ftp://example.org/");

        assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.line(0).path("outcome").asText()).isEqualTo("fetched");
        assertThat(run.line(0).path("bytes").asInt()).isEqualTo(2);
        assertThat(run.line(1).path("reason").asText()).isEqualTo("ROBOTS");
        assertThat(run.line(2).path("retryAfterSeconds").asInt()).isEqualTo(7);
        assertThat(run.line(2).path("status").asInt()).isEqualTo(503);
        assertThat(run.line(3).path("reason").asText()).isEqualTo("PRIVATE");
        assertThat(run.line(4).path("reason").asText()).isEqualTo("NOT_WEB");
        Run same = run("fetch", "--loopback", "--etag", "\"1\"", server.at("/feed"));
        assertThat(same.code()).isZero();
        assertThat(same.line(0).path("outcome").asText()).isEqualTo("not modified");
    }

    @Test
    void loopback_is_refused_unless_it_is_asked_for() throws IOException {
        assertThat(run("fetch", server.at("/feed")).line(0).path("reason").asText())
                .isEqualTo("PRIVATE");
        assertThat(server.paths()).isEmpty();
    }

    @Test
    void read_prints_the_article_with_its_paragraphs() throws IOException {
        Path page = folder.resolve("page.html");
        Files.writeString(page, """
                <html lang="en"><head><title>A report</title><link rel="canonical" href="https://example.org/report">
                <meta name="author" content="A. Writer"><meta property="article:published_time" content="2026-11-02T08:00:00Z">
                </head><body><article><h1>A report</h1>
                <p>The visitors walked through the rooms and wrote down what they saw in each one of them, without haste.</p>
                <p>Nobody asked them for anything, and so they stayed until the evening came and the lamps were lit.</p>
                </article></body></html>""");
        Run run = run("read", page.toString());
        JsonNode read = JSON.readTree(run.out());

        assertThat(run.code()).isZero();
        assertThat(read.path("title").asText()).isEqualTo("A report");
        assertThat(read.path("address").asText()).isEqualTo("https://example.org/report");
        assertThat(read.path("byline").asText()).isEqualTo("A. Writer");
        assertThat(read.path("published").asText()).isEqualTo("2026-11-02");
        String text = read.path("text").asText();
        JsonNode second = read.path("paragraphs").path(1);
        assertThat(text.substring(second.path(0).asInt(), second.path(1).asInt()))
                .startsWith("Nobody asked")
                .endsWith("were lit.");
    }

    @Test
    void read_says_what_stands_in_the_way() throws IOException {
        Path page = folder.resolve("wall.html");
        Files.writeString(
                page,
                "<html><body><article><p>It begins.</p><p>Subscribe to continue reading</p></article></body></html>");
        Run wall = run("read", page.toString());

        assertThat(wall.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(JSON.readTree(wall.out()).path("obstacle").asText()).isEqualTo("PAYWALL");
        Run absent = run("read", folder.resolve("absent.html").toString());
        assertThat(absent.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(JSON.readTree(absent.out()).path("reason").asText()).contains("no such file");
    }

    @Test
    void a_source_is_added_where_it_answers_and_checked_ever_after() throws IOException {
        Run added = sources("add", server.at("/feed"), "--id", "news", "--title", "News", "--loopback");
        assertThat(added.code()).isZero();
        Source source = SourceFiles.read(folder).getFirst();
        assertThat(source.address()).isEqualTo(server.at("/feed"));
        assertThat(source.checked()).isTrue();

        assertThat(sources("add", server.at("/nothing"), "--id", "none", "--loopback")
                        .code())
                .isEqualTo(ExitCode.SOME_FAILED);
        assertThat(sources("add", server.at("/feed"), "--id", "news", "--loopback")
                        .code())
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(sources("add", server.at("/x"), "--id", "../up", "--unchecked")
                        .code())
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(SourceFiles.read(folder)).hasSize(1);
        assertThat(folder.resolveSibling("up.yml")).doesNotExist();

        Run check = sources("check", "--loopback");
        assertThat(check.code()).isZero();
        assertThat(check.line(0).path("entries").asInt()).isEqualTo(1);
        server.answer("/feed", OK, "gone over to poetry");
        Run broken = sources("check", "--loopback");
        assertThat(broken.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(broken.line(0).path("fault").asText()).contains("RSS");
    }

    @Test
    void a_list_of_feeds_goes_out_and_comes_in_again() throws IOException {
        sources("add", "https://example.org/a.xml", "--id", "one", "--unchecked");
        sources("add", "https://example.org/b.xml", "--id", "two", "--unchecked", "--title", "Two & <more>");
        Path opml = folder.resolve("list.opml");
        assertThat(sources("export", "-o", opml.toString()).code()).isZero();
        Path other = Files.createDirectory(folder.resolve("other"));

        Run imported = run("sources", "import", opml.toString(), "--sources", other.toString());
        assertThat(imported.out()).contains("2 sources added, 0 known");
        assertThat(SourceFiles.read(other))
                .extracting(Source::address)
                .containsExactlyInAnyOrder("https://example.org/a.xml", "https://example.org/b.xml");
        assertThat(SourceFiles.read(other)).extracting(Source::title).contains("Two & <more>");
        assertThat(run("sources", "import", opml.toString(), "--sources", other.toString())
                        .out())
                .contains("0 sources added, 2 known");
    }

    @Test
    void sources_are_listed_and_an_unknown_one_is_named() throws IOException {
        sources("add", "https://example.org/a.xml", "--id", "one", "--unchecked");

        assertThat(sources("list").line(0).path("id").asText()).isEqualTo("one");
        Run unknown = sources("list", "two");
        assertThat(unknown.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(unknown.err()).contains("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch",
                "read",
                "sources",
                "sources list",
                "sources add",
                "sources check",
                "sources poll",
                "sources import",
                "sources export"
            })
    void every_command_explains_itself(String words) {
        Run run = run((words + " --help").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: dealgraph " + words);
        assertThat(run((words + " --nonsense").split(" ")).code()).isEqualTo(ExitCode.USAGE);
    }

    private Run sources(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("sources"));
        all.addAll(List.of(words));
        all.addAll(List.of("--sources", folder.toString()));
        return run(all.toArray(String[]::new));
    }

    private static Run run(String... words) {
        CommandLine line = DealgraphCommand.commandLine();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(words);
        return new Run(code, out.toString(), err.toString());
    }
}
