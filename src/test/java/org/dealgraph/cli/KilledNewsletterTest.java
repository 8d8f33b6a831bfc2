package org.dealgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sender that is killed at random moments and started again. The moments are counted in mails that the mail server has
 * taken; {@code -Ddealgraph.kills=20} asks for more of them.
 */
class KilledNewsletterTest {

    private static final int READERS = 150;

    @Test
    void a_sender_that_is_killed_sends_no_mail_twice(@TempDir Path folder) throws Exception {
        int kills = Integer.getInteger("dealgraph.kills", 2);
        Random random = new Random(kills);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            Path data = folder.resolve("data");
            prepare(folder, data);
            for (int kill = 0; kill < kills; kill++) {
                int mails = mail.getReceivedMessages().length + 1 + random.nextInt(READERS / (kills + 1));
                Process process = send(folder, data, mail, "20m");
                while (mail.getReceivedMessages().length < mails && process.isAlive()) {
                    mail.waitForIncomingEmail(20, mails);
                }
                process.destroyForcibly().waitFor();
            }
            CommandRun last = CommandRun.of(send(folder, data, mail, "1ms"));
            assertThat(last.code()).as(last.err()).isEqualTo(ExitCode.SOME_FAILED);
            CommandRun status =
                    CommandRun.of(builder(folder, data, mail, "1ms", "status").start());
            JsonNode mails = new ObjectMapper().readTree(status.out()).path("mails");
            List<String> received = recipients(mail);
            Set<String> reached = new HashSet<>(received);
            assertThat(received).as("each at most once").hasSize(reached.size());
            assertThat(mails.path("SENT").asInt() + mails.path("UNKNOWN").asInt())
                    .as(status.out())
                    .isEqualTo(READERS);
            assertThat(mails.path("UNKNOWN").asInt()).isLessThanOrEqualTo(kills);
            assertThat(reached).hasSizeBetween(mails.path("SENT").asInt(), READERS);
        } finally {
            mail.stop();
        }
    }

    private static void prepare(Path folder, Path data) throws Exception {
        Path newsletters = Files.createDirectory(folder.resolve("newsletters"));
        Files.writeString(
                newsletters.resolve("week.yml"),
                "id: week\ntitle: The week\ndescription: What happened.\nfeed: all=true\nsubscribers: week.txt\n");
        Files.write(
                folder.resolve("week.txt"),
                IntStream.range(0, READERS)
                        .mapToObj(i -> "reader" + i + "@example.net")
                        .toList());
        Path article = Files.writeString(
                folder.resolve("article.txt"),
                "Microsoft will pay CoreWeave $10 billion for cloud computing capacity over five years, the companies said on "
                        + LocalDate.now() + ".\n");
        CommandRun ingest = CommandRun.of(CommandRun.start(data, "ingest", article.toString()));
        assertThat(ingest.code()).as(ingest.err()).isZero();
    }

    private static Process send(Path folder, Path data, GreenMail mail, String unknownAfter) throws IOException {
        return builder(folder, data, mail, unknownAfter, "send").start();
    }

    private static ProcessBuilder builder(Path folder, Path data, GreenMail mail, String unknownAfter, String command) {
        ProcessBuilder builder = CommandRun.builder(data, "newsletter", command, "week");
        builder.environment()
                .put(
                        "DEALGRAPH_NEWSLETTERS_FOLDER",
                        folder.resolve("newsletters").toString());
        builder.environment().put("DEALGRAPH_NEWSLETTERS_SUBSCRIBERS", folder.toString());
        builder.environment().put("DEALGRAPH_FEEDS_ADDRESS", "https://deals.example.org");
        builder.environment().put("DEALGRAPH_SMTP_HOST", "127.0.0.1");
        builder.environment()
                .put("DEALGRAPH_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
        builder.environment().put("DEALGRAPH_SMTP_SECURITY", "NONE");
        builder.environment().put("DEALGRAPH_SMTP_FROM", "Desk <desk@example.org>");
        builder.environment().put("DEALGRAPH_SMTP_PER_MINUTE", "100000");
        builder.environment().put("DEALGRAPH_SMTP_UNKNOWN_AFTER", unknownAfter);
        return builder;
    }

    private static List<String> recipients(GreenMail mail) throws Exception {
        List<String> recipients = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            recipients.add(message.getHeader("To", ","));
        }
        return recipients;
    }
}
