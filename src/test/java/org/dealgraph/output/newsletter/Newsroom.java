package org.dealgraph.output.newsletter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dealgraph.api.RunningServer;
import org.dealgraph.graph.DispatchRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.IssueRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.Revision.Kind;
import org.dealgraph.model.Stage;
import org.dealgraph.output.FeedSettings;
import org.dealgraph.output.Told;
import org.dealgraph.output.handover.HandOverSettings;
import org.dealgraph.output.mail.MailSettings;
import org.dealgraph.output.mail.MailSettings.Security;
import org.jspecify.annotations.Nullable;

/** The application with one newsletter, its subscribers and a mail server, for tests; its clock goes as they say. */
final class Newsroom implements AutoCloseable {

    static final String BASE = "https://deals.example.org";

    /** After everything that {@link Told} tells in a few hours. */
    static final Instant DUE = Told.BEGIN.plus(Duration.ofDays(1));

    final RunningServer server;
    final Told told;
    final TestClock clock = new TestClock();
    private final GraphStore store;
    private final Path folder;
    private final MailSettings mail;
    private final @Nullable MailTrust trust;

    Newsroom(GraphStore store, Path folder, int smtp, Security security, @Nullable MailTrust trust, String... more)
            throws IOException {
        this.store = store;
        this.folder = folder;
        this.trust = trust;
        this.told = new Told(store);
        this.mail = new MailSettings(
                "localhost",
                smtp,
                security,
                null,
                null,
                "Deal Desk <desk@example.org>",
                "bounces@example.org",
                1_000_000,
                Duration.ofSeconds(20),
                Duration.ofMinutes(20));
        Path files = Files.createDirectories(folder.resolve("newsletters"));
        Files.writeString(
                files.resolve("week.yml"),
                "id: week\ntitle: The week\ndescription: What happened.\nfeed: all=true\nschedule: 0 7 * * *\n"
                        + "zone: Europe/Berlin\nreplyTo: answers@example.org\nsubscribers: week.txt\n"
                        + String.join("\n", more) + "\n");
        this.server = RunningServer.on(
                store,
                mail,
                new FeedSettings(BASE),
                new NewsletterSettings(false, files, folder, Duration.ofSeconds(20), Duration.ofDays(1)),
                new HandOverSettings(
                        "key-123456", "user", "token-123456", "ab:00112233445566778899", Duration.ofSeconds(5)));
    }

    void subscribers(String... lines) throws IOException {
        Files.write(folder.resolve("week.txt"), List.of(lines));
    }

    Newsletter week() {
        return server.bean(Newsletters.class).get("week");
    }

    Press press() {
        return server.bean(Press.class);
    }

    DispatchRepository dispatches() {
        return server.bean(DispatchRepository.class);
    }

    /** A sender of its own, as a process that was just started has one. */
    Mailing mailing() {
        return new Mailing(
                store,
                dispatches(),
                server.bean(IssueRepository.class),
                server.bean(Newsletters.class),
                server.bean(Letters.class),
                mail,
                clock,
                trust);
    }

    /** Something that is new. */
    void news(String id, String title) {
        Deal deal = Told.deal(id, title, "new:payer", 2, Stage.DEFINITIVE, "2027");
        told.state(
                deal, "The <b>article</b> & more", "https://news.example/?a=1&b=2", "They \"pay\" <i>more</i> & more.");
        told.happened(Kind.ADDED, Cause.NEWS, null, deal);
    }

    @Override
    public void close() {
        server.close();
    }

    /** A clock that stands still until it is told to go. */
    static final class TestClock extends Clock {

        private volatile Instant now = Instant.now().plus(Duration.ofMinutes(1));

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
