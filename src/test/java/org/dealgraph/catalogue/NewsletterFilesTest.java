package org.dealgraph.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.HandOver;
import org.dealgraph.model.Newsletter.Timetable;
import org.dealgraph.model.Newsletter.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsletterFilesTest {

    private static final String HEAD = "id: week\ntitle: The week\ndescription: What happened.\n";

    @TempDir
    Path folder;

    private List<Newsletter> read(String yaml) throws IOException {
        Files.writeString(folder.resolve("week.yml"), yaml);
        return NewsletterFiles.read(folder);
    }

    @Test
    void the_newsletter_that_is_shipped_can_be_read() {
        assertThat(NewsletterFiles.read(Path.of("ingest", "newsletters")))
                .extracting(Newsletter::id)
                .containsExactly("week");
    }

    @Test
    void reads_every_key() throws IOException {
        assertThat(read(HEAD
                        + "feed: party=openai\ncontent: briefing\ntemplate: mine\nschedule: 0 7 * * MON\nzone: Europe/Berlin\nfrom: Desk <desk@example.org>\n"
                        + "replyTo: answers@example.org\nsubscribers: week.txt\nhandOver:\n  - tool: buttondown\n"
                        + "  - tool: listmonk\n    address: https://lists.example.org/\n    lists: [1, 2]\n    template: 3\n"
                        + "  - tool: ghost\n    address: http://127.0.0.1:2368\n    tags: [Deals]\n    card: true\n"))
                .containsExactly(new Newsletter(
                        "week",
                        "The week",
                        "What happened.",
                        "party=openai",
                        Newsletter.Content.BRIEFING,
                        "mine",
                        new Timetable("0 7 * * MON", "Europe/Berlin"),
                        "Desk <desk@example.org>",
                        "answers@example.org",
                        "week.txt",
                        List.of(),
                        List.of(
                                new HandOver(
                                        Tool.BUTTONDOWN,
                                        "https://api.buttondown.com",
                                        List.of(),
                                        null,
                                        List.of(),
                                        false),
                                new HandOver(
                                        Tool.LISTMONK, "https://lists.example.org", List.of(1, 2), 3, List.of(), false),
                                new HandOver(
                                        Tool.GHOST,
                                        "http://127.0.0.1:2368",
                                        List.of(),
                                        null,
                                        List.of("Deals"),
                                        true))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule: every monday                           | week.yml:1: 'schedule' is not a cron expression",
                "schedule: 0 0 7 * * MON                          | 'schedule' needs five fields",
                "schedule: 0 7 * * MON\\nzone: Europe/Atlantis    | 'zone' is no time zone",
                "from: nobody                                     | 'from' is no address",
                "subscribers: ../../etc/passwd                    | 'subscribers' is the name of a file",
                "handOver:\\n  - tool: carrier pigeon             | 'tool' is missing",
                "handOver:\\n  - tool: ghost                      | 'address' should begin with https://",
                "handOver:\\n  - {tool: ghost, address: http://example.org} | 'address' should begin with https://",
                "handOver:\\n  - {tool: listmonk, address: https://l.example.org} | 'lists' is missing",
                "handOver:\\n  - {tool: listmonk, address: https://l.example.org, lists: [a]} | should be a number",
                "handOver:\\n  - tool: buttondown\\n  - tool: buttondown | stands twice",
                "key: secret                                      | unknown key 'key'"
            })
    void a_fault_is_told_with_its_line(String more, String fault) {
        assertThatThrownBy(() -> read(HEAD + more.replace("\\n", "\n") + "\n"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(fault);
    }
}
