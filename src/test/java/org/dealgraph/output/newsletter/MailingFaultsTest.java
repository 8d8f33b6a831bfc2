package org.dealgraph.output.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Dispatch;
import org.dealgraph.model.Dispatch.State;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Mailbox;
import org.dealgraph.output.mail.MailException;
import org.dealgraph.output.mail.MailSettings.Security;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a mail when the mail server refuses, puts off, hangs up or vanishes at any step. */
@ExtendWith(Neo4jTest.class)
class MailingFaultsTest {

    private static GraphStore store;
    private static ScriptedSmtp smtp;
    private static Newsroom room;
    private static int count;

    @BeforeAll
    static void start(GraphStore given, @TempDir Path folder) throws IOException {
        store = given;
        smtp = new ScriptedSmtp();
        room = new Newsroom(given, folder, smtp.port(), Security.NONE, null);
    }

    @AfterAll
    static void stop() {
        room.close();
        smtp.close();
    }

    @BeforeEach
    void calm() {
        smtp.forget();
        smtp.taken().clear();
        smtp.words().clear();
    }

    private static Issue issue(String... readers) throws IOException {
        room.subscribers(
                java.util.Arrays.stream(readers).map(r -> r + "@example.net").toArray(String[]::new));
        room.news("c-fault-" + ++count, "Deal number " + count);
        return room.press()
                .publish(room.week(), Newsroom.DUE.plus(Duration.ofHours(count)))
                .orElseThrow();
    }

    private static Dispatch dispatch(Issue issue, String reader) {
        String recipient = Mailbox.parse(reader + "@example.net").orElseThrow().fingerprint();
        return store.read(tx -> room.dispatches().list(tx, issue.id())).stream()
                .filter(d -> d.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private static Map<State, Long> count(Issue issue) {
        return store.read(tx -> room.dispatches().count(tx, issue.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // step | answer | state after one run | whether the mail came to its end there
                "RCPT | 550 5.1.1 no such user       | REFUSED  | 0",
                "RCPT | 552 5.2.2 mailbox full       | REFUSED  | 0",
                "RCPT | 451 4.7.1 greylisted         | DEFERRED | 0",
                "RCPT | close                        | DEFERRED | 0",
                "DATA | 554 5.7.1 no spam            | REFUSED  | 0",
                "DATA | 451 not now                  | DEFERRED | 0",
                "DATA | close                        | DEFERRED | 0",
                "END  | 554 5.6.0 what is this       | REFUSED  | 1",
                "END  | 452 4.3.1 full               | DEFERRED | 1",
                "END  | close                        | UNKNOWN  | 1"
            })
    void every_answer_has_its_outcome(String step, String answer, State state, int ended) throws IOException {
        String reader = "r" + (count + 1);
        smtp.say(step + " " + reader, answer);
        Issue issue = issue(reader, "always");
        room.mailing().run(100);
        assertThat(dispatch(issue, reader).state()).isEqualTo(state);
        assertThat(dispatch(issue, reader).due() != null).isEqualTo(state == State.DEFERRED);
        assertThat(dispatch(issue, "always").state()).isEqualTo(State.SENT);
        assertThat(Collections.frequency(smtp.taken(), reader)).isEqualTo(ended);
        smtp.forget();
        room.mailing().run(100);
        assertThat(Collections.frequency(smtp.taken(), reader))
                .as("not tried before its time")
                .isEqualTo(ended);
        room.clock.pass(Duration.ofMinutes(6));
        room.mailing().run(100);
        boolean again = state == State.DEFERRED;
        assertThat(Collections.frequency(smtp.taken(), reader)).isEqualTo(again ? ended + 1 : ended);
        assertThat(dispatch(issue, reader).state()).isEqualTo(again ? State.SENT : state);
        assertThat(Collections.frequency(smtp.taken(), "always")).isEqualTo(1);
    }

    @Test
    void who_is_put_off_too_often_is_given_up() throws IOException {
        smtp.say("RCPT never", "450 4.2.0 not now");
        Issue issue = issue("never");
        for (int i = 0; i < 7; i++) {
            room.mailing().run(100);
            room.clock.pass(Duration.ofHours(25));
        }
        assertThat(dispatch(issue, "never").state()).isEqualTo(State.FAILED);
        assertThat(dispatch(issue, "never").attempts()).isEqualTo(7);
        assertThat(smtp.taken()).isEmpty();
    }

    @Test
    void a_mailbox_that_is_gone_is_not_written_to_again_and_a_full_one_is() throws IOException {
        smtp.say("RCPT gone", "550 5.1.1 no such user");
        smtp.say("RCPT full", "552 5.2.2 full");
        issue("gone", "full");
        room.mailing().run(100);
        smtp.forget();
        Issue next = issue("gone", "full");
        room.mailing().run(100);
        assertThat(dispatch(next, "gone").state()).isEqualTo(State.SKIPPED);
        assertThat(dispatch(next, "full").state()).isEqualTo(State.SENT);
        assertThat(smtp.taken()).containsExactly("full");
        assertThat(room.server.bean(Desk.class).suppressed("week"))
                .singleElement()
                .asString()
                .startsWith("gone@example.net  BOUNCED")
                .endsWith("no such user");
        assertThat(room.server
                        .bean(Desk.class)
                        .release("week", Mailbox.parse("gone@example.net").orElseThrow()))
                .isTrue();
        Issue third = issue("gone");
        room.mailing().run(100);
        assertThat(dispatch(third, "gone").state()).isEqualTo(State.SENT);
    }

    @Test
    void a_mail_server_that_refuses_the_sender_stops_the_run_and_blames_no_reader() throws IOException {
        smtp.say("MAIL", "550 5.7.1 who are you");
        Issue issue = issue("blameless", "other");
        assertThatThrownBy(() -> room.mailing().run(100))
                .isInstanceOf(MailException.class)
                .hasMessageContaining("refuses the sender");
        assertThat(dispatch(issue, "blameless").state()).isEqualTo(State.PENDING);
        smtp.forget();
        room.mailing().run(100);
        assertThat(smtp.taken()).containsExactlyInAnyOrder("blameless", "other");
    }

    @Test
    void a_claim_that_nobody_accounts_for_becomes_unknown_and_is_never_sent() throws IOException {
        Issue issue = issue("lost");
        Dispatch lost = dispatch(issue, "lost");
        Optional<Integer> attempts = store.write(tx -> room.dispatches().claim(tx, lost, room.clock.instant()));
        assertThat(attempts).contains(1);
        room.mailing().run(100);
        assertThat(dispatch(issue, "lost").state()).isEqualTo(State.SENDING);
        room.clock.pass(Duration.ofMinutes(21));
        room.mailing().run(100);
        assertThat(dispatch(issue, "lost").state()).isEqualTo(State.UNKNOWN);
        room.clock.pass(Duration.ofDays(10));
        room.mailing().run(100);
        assertThat(smtp.taken()).isEmpty();
        assertThat(count(issue)).isEqualTo(Map.of(State.UNKNOWN, 1L));
    }

    @Test
    void many_senders_at_once_send_each_mail_once() throws IOException {
        String[] readers = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> "many" + i)
                .toArray(String[]::new);
        Issue issue = issue(readers);
        List<CompletableFuture<Void>> senders = java.util.stream.Stream.generate(
                        () -> CompletableFuture.runAsync(() -> room.mailing().run(1000)))
                .limit(4)
                .toList();
        senders.forEach(CompletableFuture::join);
        assertThat(smtp.taken()).containsExactlyInAnyOrder(readers);
        assertThat(count(issue)).isEqualTo(Map.of(State.SENT, 60L));
    }

    @Test
    void who_is_off_the_list_before_their_turn_gets_nothing() throws IOException {
        Issue issue = issue("stays", "leaves");
        room.subscribers("stays@example.net");
        room.mailing().run(100);
        assertThat(smtp.taken()).containsExactly("stays");
        assertThat(dispatch(issue, "leaves").state()).isEqualTo(State.SKIPPED);
    }

    @Test
    void without_a_mail_server_everything_stays_due() throws IOException {
        Issue issue = issue("patient");
        smtp.say("EHLO", ScriptedSmtp.CLOSE);
        smtp.say("HELO", ScriptedSmtp.CLOSE);
        assertThatThrownBy(() -> room.mailing().run(100))
                .isInstanceOf(MailException.class)
                .hasMessageContaining("could not reach the mail server");
        assertThat(dispatch(issue, "patient").state()).isEqualTo(State.PENDING);
        smtp.forget();
        room.mailing().run(100);
        assertThat(smtp.taken()).containsExactly("patient");
    }
}
