package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.dealgraph.access.AccessSettings;
import org.dealgraph.api.RunningServer;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command that writes a briefing, beside servers that let everyone read and that want a key. */
@ExtendWith(Neo4jTest.class)
class BriefingCommandTest {

    private static RunningServer open;
    private static RunningServer closed;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start(GraphStore store) {
        open = RunningServer.on(store);
        closed = RunningServer.on(store, new AccessSettings(false, 1_000, 1_000, 1_000_000, List.of(), List.of()));
        open.bean(Intake.class).take(RunningApplication.read(Map.of("stake.txt", """
                Amazon puts money into Anthropic – naïve?

                August 3, 2026

                Amazon will invest $5 billion in Anthropic. AWS will provide 2 GW of computing capacity to Anthropic from 2027.
                Microsoft will pay Nebius $17.4 billion over five years for computing capacity.
                """)));
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    private static CommandRun briefing(RunningServer server, String key, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "briefing",
                "--since",
                "2026-08-01",
                "--until",
                "2026-08-31",
                "--server",
                server.address().toString()));
        words.addAll(List.of(more));
        ProcessBuilder builder = CommandRun.builder(folder.resolve("nothing"), words.toArray(String[]::new));
        if (!key.isEmpty()) {
            builder.environment().put("DEALGRAPH_KEY", key);
        }
        return CommandRun.of(builder.start());
    }

    @Test
    void a_server_that_lets_everyone_read_wants_no_key() throws Exception {
        CommandRun run = briefing(open, "");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("# AI infrastructure deals, 1 August 2026 to 31 August 2026", "$5 billion");
    }

    @Test
    void a_server_that_wants_a_key_takes_it_from_the_environment() throws Exception {
        CommandRun run = briefing(closed, RunningServer.KEY);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("$5 billion");
    }

    @Test
    void without_a_key_or_with_a_wrong_one_it_says_where_to_put_it() throws Exception {
        CommandRun none = briefing(closed, "");
        assertThat(none.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(none.err()).contains("it asks for a key", "DEALGRAPH_KEY").doesNotContain("\tat ");
        CommandRun wrong = briefing(closed, "dg_wrong");
        assertThat(wrong.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(wrong.err())
                .contains("it does not know the key", "DEALGRAPH_KEY")
                .doesNotContain("dg_wrong", "\tat ");
    }

    @Test
    void a_mail_is_a_message_of_text_and_html_with_bars_for_drawings() throws Exception {
        Path file = folder.resolve("august.eml");
        assertThat(briefing(open, "", "--format", "MAIL", "--out", file.toString())
                        .err())
                .isEmpty();
        isMessage(Files.readString(file, StandardCharsets.US_ASCII));
        String path = "/briefings/deals.eml?since=2026-08-01&until=2026-08-31";
        HttpResponse<String> got = open.send(open.request(path).GET());
        assertThat(got.headers().firstValue("Content-Type").orElse("")).startsWith("message/rfc822");
        isMessage(got.body());
        assertThat(open.send(open.request(path).GET()).body()).isEqualTo(got.body());
        assertThat(Files.readString(file)).isEqualTo(got.body());
    }

    private static void isMessage(String text) throws Exception {
        assertThat(text.chars()).allMatch(c -> c < 128);
        assertThat(text.lines()).allMatch(line -> line.length() < 998);
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
        assertThat(message.getSubject()).isEqualTo("AI infrastructure deals, 1 August 2026 to 31 August 2026");
        assertThat(message.getFrom()).hasSize(1);
        assertThat(message.getAllRecipients()).isNull();
        assertThat(message.getSentDate()).isEqualTo("2026-09-01T00:00:00Z");
        assertThat(message.getHeader("X-Unsent")).containsExactly("1");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=utf-8");
        assertThat(String.valueOf(parts.getBodyPart(0).getContent()).replaceAll("\\s+", " "))
                .contains("AWS agreed to provide 2 GW of computing capacity to Anthropic.");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=utf-8");
        assertThat(String.valueOf(parts.getBodyPart(1).getContent()))
                .contains("<!doctype html>", "New deals by date", "Microsoft → Nebius", "width:29%")
                .doesNotContain("<svg", "<img", "cid:");
    }
}
