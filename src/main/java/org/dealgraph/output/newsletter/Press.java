package org.dealgraph.output.newsletter;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.graph.DispatchRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.IssueRepository;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.Content;
import org.dealgraph.model.Newsletter.HandOver;
import org.dealgraph.output.Entry;
import org.dealgraph.output.News;
import org.dealgraph.output.mail.MailSettings;

/**
 * Makes issues and publishes them. An issue tells what was recorded after the last that the issue before it could tell and
 * before it was due: nothing falls between two issues and nothing is in both.
 */
@Singleton
public final class Press {

    private static final Duration FIRST = Duration.ofDays(7);
    private static final int MOST_ENTRIES = 500;
    private static final DateTimeFormatter SLUG = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm");

    private final GraphStore store;
    private final IssueRepository issues;
    private final DispatchRepository dispatches;
    private final Newsletters newsletters;
    private final News news;
    private final MailSettings mail;
    private final Briefed briefed;

    Press(
            GraphStore store,
            IssueRepository issues,
            DispatchRepository dispatches,
            Newsletters newsletters,
            News news,
            MailSettings mail,
            Briefed briefed) {
        this.store = store;
        this.issues = issues;
        this.dispatches = dispatches;
        this.newsletters = newsletters;
        this.news = news;
        this.mail = mail;
        this.briefed = briefed;
    }

    /** The issue as it would be published at a moment; empty where there is nothing new. Keeps nothing. */
    public Optional<Issue> preview(Newsletter newsletter, Instant due) {
        Instant at = due.truncatedTo(ChronoUnit.SECONDS);
        Optional<Issue> last = latest(newsletter);
        long after = last.map(Issue::until).orElseGet(() -> news.lastBefore(at.minus(FIRST)));
        long until = news.lastBefore(at);
        List<Entry> entries = until <= after ? List.of() : news.between(newsletter.feed(), after, until, MOST_ENTRIES);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Body body = newsletter.content() == Content.BRIEFING
                ? briefed.body(newsletter, last.map(Issue::published).orElse(at.minus(FIRST)), at, zone(newsletter))
                : new Digest(newsletter, entries, at, zone(newsletter)).body();
        return Optional.of(new Issue(
                newsletter.id(),
                SLUG.format(at.atZone(zone(newsletter))),
                body.subject(),
                body.html(),
                body.mail(),
                body.text(),
                at,
                after,
                until,
                entries.size()));
    }

    /**
     * Publishes the issue that is due at a moment: in one transaction it comes into the archive, and whom and which tools
     * it goes to is written down. Empty where there is nothing new.
     */
    public Optional<Issue> publish(Newsletter newsletter, Instant due) {
        return preview(newsletter, due).map(issue -> publish(newsletter, issue));
    }

    private Issue publish(Newsletter newsletter, Issue issue) {
        Set<String> recipients =
                mail.isSet() ? newsletters.subscribers(newsletter).keySet() : Set.of();
        List<String> places = newsletter.handOvers().stream().map(HandOver::id).toList();
        Instant now = Instant.now();
        return store.write(tx -> {
            Issue standing = issues.save(tx, issue);
            if (standing.equals(issue)) {
                dispatches.plan(tx, issue.id(), recipients, now);
                issues.plan(tx, issue, places, now);
            }
            return standing;
        });
    }

    /** The latest issue. */
    public Optional<Issue> latest(Newsletter newsletter) {
        return list(newsletter, Instant.MAX, 1).stream().findFirst();
    }

    /** At most {@code first} issues before a moment, the latest first. */
    public List<Issue> list(Newsletter newsletter, Instant before, int first) {
        Instant bound = before.equals(Instant.MAX) ? Instant.ofEpochMilli(Long.MAX_VALUE) : before;
        return store.read(tx -> issues.list(tx, newsletter.id(), bound, first));
    }

    public Optional<Issue> find(String id) {
        return store.read(tx -> issues.find(tx, id));
    }

    private static ZoneId zone(Newsletter newsletter) {
        return newsletter.schedule() == null
                ? ZoneOffset.UTC
                : ZoneId.of(newsletter.schedule().zone());
    }
}
