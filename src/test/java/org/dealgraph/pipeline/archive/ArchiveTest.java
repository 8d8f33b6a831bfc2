package org.dealgraph.pipeline.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Inputs;
import org.dealgraph.pipeline.archive.Archive.Member;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final int LARGEST = 1 << 20;
    private static final String TEXT = "Oracle contract signed\n\nOpenAI has signed a contract to buy $300 billion of"
            + " computing power from Oracle over about five years, the company said.";

    @TempDir
    Path folder;

    @Test
    void a_zip_gives_its_files_and_leaves_folders_and_hidden_ones() throws IOException {
        Path zip = zip("a/one.txt", TEXT, "a/", "", ".hidden", "x", "__MACOSX/one.txt", "x", "two.html", "<p>two");

        assertThat(members(zip)).extracting(Member::name).containsExactly("a/one.txt", "two.html");
        assertThat(members(zip).getLast().share()).isEqualTo(1);
    }

    @Test
    void an_entry_that_unpacks_to_too_much_is_named_and_the_next_one_read() throws IOException {
        Path zip = zip("bomb.txt", " ".repeat(LARGEST + 1), "good.txt", TEXT);

        assertThat(members(zip).getFirst().fault()).contains("unpacks");
        assertThat(members(zip).getLast().body()).hasSize(TEXT.length());
    }

    @Test
    void a_zip_that_unpacks_to_a_multiple_of_itself_ends() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        byte[] zeros = new byte[15 << 20];
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < 20; i++) {
                out.putNextEntry(new ZipEntry("zeros-" + i + ".txt"));
                out.write(zeros);
            }
        }
        List<String> names = new ArrayList<>();

        assertThatThrownBy(() -> new ZipArchive().read(zip, 15 << 20, member -> names.add(member.name())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("times its size");
        assertThat(names).hasSizeBetween(15, 18);
    }

    @Test
    void an_entry_named_to_climb_out_is_left_out() throws IOException {
        Path zip = zip("../../escaped.txt", TEXT, "a/../../escaped.txt", TEXT, "good.txt", TEXT);

        assertThat(members(zip)).extracting(Member::name).containsExactly("good.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken.zip", "broken.mbox", "broken.warc", "broken.warc.gz"})
    void a_file_that_is_no_archive_is_named(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "nothing of the kind\n".repeat(20));
        try (Inputs inputs = new Inputs()) {
            assertThat(inputs.read(file.toString()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Input.Unreadable.class,
                            unreadable -> assertThat(unreadable.reason()).contains("cannot be read"));
        }
    }

    @Test
    void an_mbox_gives_its_mails_with_subject_sender_and_date() throws IOException {
        Path mbox = folder.resolve("letters.mbox");
        Files.writeString(
                mbox,
                "From a@example.org Mon Nov  2 08:00:00 2026\n"
                        + mail("First", "text/plain; charset=utf-8", "7bit", TEXT)
                        + "\n\nFrom b@example.org Mon Nov  2 09:00:00 2026\n"
                        + mail(
                                "=?utf-8?q?Zweite_Z=C3=BCge?=",
                                "text/html; charset=iso-8859-1",
                                "quoted-printable",
                                "<html><body><article><p>" + TEXT.replace("=", "=3D")
                                        + " D=FCsseldorf.</p>\n>From here on it goes"
                                        + " through many long words about nothing at all.</article></body></html>")
                        + "\n");
        List<Input> read = read(mbox);

        assertThat(read).hasSize(2).allMatch(Input.Document.class::isInstance);
        var first = ((Input.Document) read.getFirst()).article();
        var second = ((Input.Document) read.getLast()).article();
        assertThat(first.title()).isEqualTo("First");
        assertThat(first.address()).isEqualTo("mid:First@example.org");
        assertThat(String.valueOf(first.published())).isEqualTo("2026-11-02");
        assertThat(first.publisher()).isEqualTo("A Letter");
        assertThat(second.title()).isEqualTo("Zweite Züge");
        assertThat(second.text()).contains("Düsseldorf").contains("From here");
    }

    @Test
    void a_mail_gives_its_html_part_and_no_attachment() throws IOException {
        Path mail = folder.resolve("one.eml");
        Files.writeString(mail, """
                From: A Letter <a@example.org>
                Subject: Parts
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: multipart/alternative; boundary=y

                --y
                Content-Type: text/plain

                plain words
                --y
                Content-Type: text/html

                <html><body><p>%s</p></body></html>
                --y--
                --x
                Content-Type: text/html
                Content-Disposition: attachment; filename=other.html

                <p>attached</p>
                --x--
                """.formatted(TEXT));

        assertThat(read(mail)).singleElement().isInstanceOfSatisfying(Input.Document.class, document -> {
            assertThat(document.article().text()).contains("OpenAI").doesNotContain("attached", "plain words");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages.warc", "pages.warc.gz"})
    void a_warc_gives_the_pages_that_answered(String name) throws IOException {
        Path warc = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(warc)) {
            write(out, name, record("warcinfo", null, "application/warc-fields", "software: test\r\n"));
            write(out, name, response("https://example.org/a", "200 OK", "text/html", page(), null));
            write(out, name, response("https://example.org/gone", "404 Not Found", "text/html", "gone", null));
            write(out, name, response("https://example.org/i.png", "200 OK", "image/png", "png", null));
            write(out, name, response("https://example.org/b", "200 OK", "text/html", page(), "gzip"));
            write(out, name, record("resource", "https://example.org/c", "text/plain", TEXT));
        }
        List<Input> read = read(warc);

        assertThat(read).allMatch(Input.Document.class::isInstance);
        assertThat(read)
                .extracting(input -> ((Input.Document) input).article().address())
                .containsExactly("https://example.org/a", "https://example.org/b", "https://example.org/c");
        assertThat(read).allSatisfy(input -> {
            var article = ((Input.Document) input).article();
            assertThat(article.text()).contains("$300 billion");
            assertThat(String.valueOf(article.known())).isEqualTo("2026-11-02");
        });
    }

    @Test
    void an_archive_can_be_gone_on_with_in_its_middle() throws IOException {
        Path zip = zip("one.txt", TEXT, "two.txt", TEXT, "three.txt", TEXT);
        List<Double> shares = new ArrayList<>();
        try (Inputs inputs = new Inputs()) {
            inputs.each(zip.toString(), 2, (load, share) -> shares.add(share));
        }

        assertThat(shares).containsExactly(1.0);
    }

    private static String page() {
        return "<html><body><article><p>" + TEXT + "</p></article></body></html>";
    }

    private static String mail(String subject, String type, String encoding, String body) {
        return "From: A Letter <a@example.org>\nSubject: %s\nMessage-ID: <%s@example.org>\nDate: Mon, 02 Nov 2026 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: %s\nContent-Transfer-Encoding: %s\n\n%s"
                .formatted(subject, subject.replaceAll("[^A-Za-z]", ""), type, encoding, body);
    }

    private static byte[] response(String target, String status, String type, String body, @Nullable String coding)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] coded = "gzip".equals(coding) ? gzip(bytes) : bytes;
        ByteArrayOutputStream http = new ByteArrayOutputStream();
        http.write(("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + coded.length
                        + ("gzip".equals(coding) ? "\r\nContent-Encoding: gzip" : "") + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        http.write(coded);
        return record("response", target, "application/http;msgtype=response", http.toByteArray());
    }

    private static byte[] record(String type, @Nullable String target, String contentType, String body)
            throws IOException {
        return record(type, target, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] record(String type, @Nullable String target, String contentType, byte[] body)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:"
                        + java.util.UUID.nameUUIDFromBytes(body) + ">\r\nWARC-Date: 2026-11-02T08:00:00Z\r\n"
                        + (target == null ? "" : "WARC-Target-URI: " + target + "\r\n") + "Content-Type: "
                        + contentType + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void write(OutputStream out, String name, byte[] record) throws IOException {
        out.write(name.endsWith(".gz") ? gzip(record) : record);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path zip = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private static List<Member> members(Path archive) throws IOException {
        List<Member> members = new ArrayList<>();
        Archive.of(archive).orElseThrow().read(archive, LARGEST, members::add);
        return members;
    }

    private static List<Input> read(Path file) {
        try (Inputs inputs = new Inputs()) {
            return inputs.read(file.toString());
        }
    }
}
