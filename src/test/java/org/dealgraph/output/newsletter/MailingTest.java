package org.dealgraph.output.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Issue;
import org.dealgraph.output.mail.MailException;
import org.dealgraph.output.mail.MailSettings.Security;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Mails as a real mail server takes them, and how their readers get rid of them. */
@ExtendWith(Neo4jTest.class)
class MailingTest {

    private static final String HOSTILE =
            "Acme pays\r\nBcc: everybody@example.org\r\n\r\n<script>alert(1)</script> {{ x }} \u202e & \"more\"";

    private static GreenMail mail;
    private static Newsroom room;
    private static int hours;

    @BeforeAll
    static void start(GraphStore store, @TempDir Path folder) throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        room = new Newsroom(store, folder, mail.getSmtp().getPort(), Security.NONE, null);
    }

    @AfterAll
    static void stop() {
        room.close();
        mail.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        mail.purgeEmailFromAllMailboxes();
    }

    private static Issue issue(String title) {
        room.news("c-mail-" + ++hours, title);
        return room.press()
                .publish(room.week(), Newsroom.DUE.plus(Duration.ofHours(hours)))
                .orElseThrow();
    }

    private static List<String> recipients() throws Exception {
        return Stream.of(mail.getReceivedMessages())
                .map(MailingTest::to)
                .sorted()
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getHeader("To", ",");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(BodyPart part) throws Exception {
        return String.valueOf(part.getContent());
    }

    @Test
    void each_reader_gets_one_mail_whatever_is_run_again() throws Exception {
        room.subscribers(
                "a@example.net", "# a remark", "", "B <b@example.net>", "A@EXAMPLE.NET", "no address", "c@example.net");
        issue("Once");
        room.mailing().run(1000);
        room.mailing().run(1000);
        assertThat(recipients()).containsExactly("B <b@example.net>", "a@example.net", "c@example.net");
    }

    @Test
    void a_mail_is_text_and_html_and_holds_nothing_that_is_not_escaped() throws Exception {
        room.subscribers("a@example.net");
        issue(HOSTILE);
        room.mailing().run(10);
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject())
                .startsWith("The week: Acme pays")
                .doesNotContain("\n")
                .doesNotContain("\u202e");
        assertThat(message.getAllRecipients()).hasSize(1);
        List<String> names = Collections.list(message.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
        assertThat(names).doesNotContain("Bcc", "Cc").doesNotHaveDuplicates();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        String text = text(parts.getBodyPart(0));
        assertThat(text.replaceAll("\\s+", " "))
                .contains("NEW")
                .contains("They \"pay\" <i>more</i> & more.")
                .contains("https://news.example/?a=1&b=2");
        assertThat(text.lines().filter(line -> !line.contains("https://"))).allMatch(line -> line.length() <= 78);
        String html = text(parts.getBodyPart(1));
        assertThat(html)
                .contains("They &quot;pay&quot; &lt;i&gt;more&lt;/i&gt; &amp; more.")
                .contains("prefers-color-scheme:dark")
                .contains("<p style=\"")
                .doesNotContain("<script")
                .doesNotContain("<i>")
                .doesNotContain("<b>");
        assertThat(html).doesNotContainPattern("(?i)(src|background|poster|srcset)=|@import|url\\(|<link|<img|<iframe");
    }

    @Test
    void its_headers_let_a_mail_program_unsubscribe() throws Exception {
        room.subscribers("a@example.net", "b@example.net");
        issue("Headers");
        room.mailing().run(10);
        MimeMessage[] messages = mail.getReceivedMessages();
        for (MimeMessage message : messages) {
            assertThat(message.getHeader("From", ",")).isEqualTo("Deal Desk <desk@example.org>");
            assertThat(message.getHeader("Reply-To", ",")).isEqualTo("answers@example.org");
            assertThat(message.getHeader("Return-Path", ",")).isEqualTo("<bounces@example.org>");
            assertThat(message.getHeader("List-Unsubscribe-Post", ",")).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(message.getHeader("List-Unsubscribe", ","))
                    .matches(
                            "<https://deals\\.example\\.org/newsletter/week/unsubscribe/[0-9a-f]{32}[A-Za-z0-9_-]{24}>");
            assertThat(message.getHeader("List-Id", ",")).isEqualTo("<week.dealgraph.example.org>");
            assertThat(message.getHeader("Message-ID", ",")).matches("<[A-Za-z0-9_-]{24}@example\\.org>");
        }
        assertThat(Arrays.stream(messages).map(MailingTest::leave)).doesNotHaveDuplicates();
        assertThat(messages[0].getMessageID()).isNotEqualTo(messages[1].getMessageID());
    }

    @Test
    void a_mail_that_is_written_again_has_the_same_id() throws Exception {
        room.subscribers("a@example.net");
        Issue issue = issue("Stable");
        Letters letters = room.server.bean(Letters.class);
        var to = org.dealgraph.model.Mailbox.parse("a@example.net").orElseThrow();
        String first =
                letters.letter(room.week(), issue, to, room.clock.instant()).id();
        assertThat(letters.letter(room.week(), issue, to, room.clock.instant().plusSeconds(9))
                        .id())
                .isEqualTo(first);
        room.mailing().run(10);
        assertThat(mail.getReceivedMessages()[0].getMessageID()).isEqualTo("<" + first + ">");
    }

    private static String leave(MimeMessage message) {
        try {
            return message.getHeader("List-Unsubscribe", ",").replaceAll("[<>]", "");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> ask(String path) {
        return room.server.send(room.server.request(path).GET());
    }

    private static HttpResponse<String> post(String path, String type, String body) {
        return room.server.send(
                room.server.request(path, "Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void one_click_unsubscribes_and_looking_does_not() throws Exception {
        room.subscribers("leaver@example.net", "stayer@example.net", "other@example.net");
        issue("Before");
        room.mailing().run(10);
        List<String> links = Stream.of(mail.getReceivedMessages())
                .filter(m -> !to(m).startsWith("stayer"))
                .map(MailingTest::leave)
                .map(link -> URI.create(link).getPath())
                .toList();
        HttpResponse<String> form = ask(links.getFirst());
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("<form method=\"post\"").doesNotContain("example.net");
        assertThat(form.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(post(links.getFirst(), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(links.getLast(), "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(links.getLast(), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
                        .statusCode())
                .as("again")
                .isEqualTo(200);
        mail.purgeEmailFromAllMailboxes();
        issue("After");
        room.mailing().run(10);
        assertThat(recipients()).containsExactly("stayer@example.net");
    }

    @Test
    void mail_programs_post_either_form() throws Exception {
        List<List<String>> forms = List.of(
                List.of("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
                List.of("application/x-www-form-urlencoded; charset=utf-8", "List-Unsubscribe=One-Click"),
                List.of(
                        "multipart/form-data; boundary=x7",
                        "--x7\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x7--\r\n"),
                List.of("multipart/form-data", "no boundary, no parts"),
                List.of("multipart/form-data; boundary=x7", "--x7\r\nContent-Dis"),
                List.of("text/plain", ""));
        String[] readers = IntStream.range(0, forms.size())
                .mapToObj(n -> "form-" + n + "@example.net")
                .toArray(String[]::new);
        room.subscribers(readers);
        issue("Forms");
        room.mailing().run(10);
        for (MimeMessage message : mail.getReceivedMessages()) {
            int n = Integer.parseInt(to(message).replaceAll("\\D", ""));
            assertThat(post(
                                    URI.create(leave(message)).getPath(),
                                    forms.get(n).getFirst(),
                                    forms.get(n).getLast())
                            .statusCode())
                    .as(forms.get(n).toString())
                    .isEqualTo(200);
        }
        mail.purgeEmailFromAllMailboxes();
        room.subscribers(
                Stream.concat(Stream.of(readers), Stream.of("last@example.net")).toArray(String[]::new));
        issue("No more forms");
        room.mailing().run(10);
        assertThat(recipients()).containsExactly("last@example.net");
    }

    @Test
    void nothing_else_takes_a_form_of_parts() {
        for (String path : List.of("/graphql", "/intake?name=a.txt", "/newsletters/week/unsubscribe?address=a%40b.c")) {
            assertThat(post(path, "multipart/form-data; boundary=x7", "--x7--\r\n")
                            .statusCode())
                    .as(path)
                    .isEqualTo(415);
        }
    }

    @Test
    void a_link_that_was_not_made_here_does_nothing() throws Exception {
        room.subscribers("safe@example.net");
        issue("Safe");
        room.mailing().run(10);
        String link = URI.create(leave(mail.getReceivedMessages()[0])).getPath();
        String last = link.endsWith("A") ? "B" : "A";
        for (String wrong : List.of(
                link.substring(0, link.length() - 1) + last,
                link.replace("/week/", "/other/"),
                link.substring(0, link.length() - 24) + "A".repeat(24),
                link.substring(0, link.length() - 10),
                "/newsletter/week/unsubscribe/%00")) {
            assertThat(ask(wrong).statusCode()).isEqualTo(404);
            assertThat(post(wrong, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
                            .statusCode())
                    .isEqualTo(404);
        }
        mail.purgeEmailFromAllMailboxes();
        issue("Still");
        room.mailing().run(10);
        assertThat(recipients()).containsExactly("safe@example.net");
    }

    @Test
    void the_line_is_secret_before_anything_is_said(@TempDir Path keys) throws Exception {
        Path key = TlsFront.key(keys, "localhost");
        try (TlsFront front = TlsFront.of(mail, key, true);
                Newsroom secret = new Newsroom(
                        storeOf(), keys, front.port(), Security.STARTTLS, new MailTrust(TlsFront.trusting(key)))) {
            secret.subscribers("quiet@example.net");
            secret.news("c-tls", "Secret");
            secret.press().publish(secret.week(), Newsroom.DUE.plus(Duration.ofHours(++hours)));
            secret.mailing().run(10);
            assertThat(recipients()).containsExactly("quiet@example.net");
            assertThat(front.clear()).allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
        }
    }

    @Test
    void without_a_secret_line_to_the_right_server_nothing_is_said(@TempDir Path keys) throws Exception {
        Path right = TlsFront.key(keys, "localhost");
        Path wrong = TlsFront.key(keys, "mail.example.org");
        for (TlsFront front : List.of(
                TlsFront.of(mail, right, false), // does not offer TLS, as one in the middle would have it
                TlsFront.of(mail, wrong, true))) { // is another server
            try (front;
                    Newsroom strict = new Newsroom(
                            storeOf(),
                            keys,
                            front.port(),
                            Security.STARTTLS,
                            new MailTrust(TlsFront.trusting(wrong)))) {
                strict.subscribers("nobody@example.net");
                strict.news("c-strict-" + ++hours, "Strict");
                strict.press().publish(strict.week(), Newsroom.DUE.plus(Duration.ofHours(hours)));
                assertThatThrownBy(() -> strict.mailing().run(10)).isInstanceOf(MailException.class);
                assertThat(front.clear()).noneMatch(line -> line.startsWith("MAIL"));
            }
        }
        assertThat(recipients()).isEmpty();
    }

    private static GraphStore storeOf() {
        return room.server.bean(GraphStore.class);
    }
}
