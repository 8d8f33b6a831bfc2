package org.dealgraph.output.newsletter;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.graph.DispatchRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.IssueRepository;
import org.dealgraph.model.Dispatch;
import org.dealgraph.model.HandedOver;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Mailbox;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Suppression;
import org.dealgraph.output.handover.Draft;

/** What the one who writes a newsletter asks and orders, from the command line, beside a server or without one. */
@Singleton
public final class Desk {

    private final GraphStore store;
    private final Newsletters newsletters;
    private final Press press;
    private final Rounds rounds;
    private final IssueRepository issues;
    private final DispatchRepository dispatches;
    private final HandOvers handOvers;

    Desk(
            GraphStore store,
            Newsletters newsletters,
            Press press,
            Rounds rounds,
            IssueRepository issues,
            DispatchRepository dispatches,
            HandOvers handOvers) {
        this.store = store;
        this.newsletters = newsletters;
        this.press = press;
        this.rounds = rounds;
        this.issues = issues;
        this.dispatches = dispatches;
        this.handOvers = handOvers;
    }

    /**
     * How an issue stands.
     *
     * @param issue its id
     * @param subject of it
     * @param mails how many have come how far
     * @param handedOver how it stands with each tool
     */
    public record Standing(
            String issue, String subject, Map<Dispatch.State, Long> mails, List<HandedOver> handedOver) {}

    /** One line a newsletter: its id, schedule, number of addresses and latest issue. */
    public List<String> list() {
        return newsletters.listAll().stream().map(this::line).toList();
    }

    private String line(Newsletter newsletter) {
        String when = newsletter.schedule() == null
                ? "no schedule"
                : newsletter.schedule().cron() + " " + newsletter.schedule().zone() + ", next "
                        + new Schedule(newsletter.schedule())
                                .next(Instant.now())
                                .map(Instant::toString)
                                .orElse("never");
        return newsletter.id() + "  " + newsletter.title() + "  " + when + "  "
                + newsletters.subscribers(newsletter).size() + " addresses, last issue "
                + press.latest(newsletter).map(Issue::slug).orElse("none");
    }

    /** The issue as it would be published now; empty where nothing is new. */
    public Optional<Issue> preview(String newsletter) {
        return press.preview(newsletters.get(newsletter), Instant.now());
    }

    /** Publishes now what is new, mails it and hands it over; empty where nothing is new. */
    public Optional<Issue> publish(String newsletter) {
        return rounds.publishNow(newsletters.get(newsletter));
    }

    /** An issue; the latest where no slug is given. */
    public Optional<Issue> find(String newsletter, String slug) {
        Newsletter named = newsletters.get(newsletter);
        return slug.isEmpty() ? press.latest(named) : press.find(named.id() + "/" + slug);
    }

    /** How an issue stands, and the addresses that it did not or may not have reached with the reasons. */
    public Standing standing(Issue issue) {
        return store.read(tx -> new Standing(
                issue.id(), issue.subject(), dispatches.count(tx, issue.id()), issues.listHandedOver(tx, issue.id())));
    }

    /** The files of an issue by their names: what each tool takes, and the issue as HTML, mail and text. */
    public Map<String, String> files(Issue issue) {
        Newsletter newsletter = newsletters.get(issue.newsletter());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("issue.html", ArchivePages.issue(newsletter, issue));
        files.put("mail.html", issue.mail());
        files.put("issue.txt", issue.text());
        Draft.all(newsletter, issue, handOvers.page(issue))
                .forEach(draft -> files.put(
                        draft.tool().name().toLowerCase(java.util.Locale.ROOT) + ".json", draft.json() + "\n"));
        return files;
    }

    /** Every address of a newsletter's file that gets no mail, with the reason and since when. */
    public List<String> suppressed(String newsletter) {
        Newsletter named = newsletters.get(newsletter);
        Map<String, Mailbox> subscribers = newsletters.subscribers(named);
        List<String> lines = new ArrayList<>();
        for (Suppression s : store.read(dispatches::listSuppressions)) {
            Mailbox mailbox = subscribers.get(s.recipient());
            if (mailbox != null && (s.newsletter() == null || s.newsletter().equals(named.id()))) {
                lines.add(mailbox.address() + "  " + s.reason() + "  " + s.at()
                        + (s.detail() == null ? "" : "  " + s.detail()));
            }
        }
        return lines;
    }

    /** Lets an address be written to again, because its owner asks for it; whether anything spoke against it. */
    public boolean release(String newsletter, Mailbox address) {
        Newsletter named = newsletters.get(newsletter);
        return store.write(tx -> dispatches.release(tx, named.id(), address.fingerprint())) > 0;
    }

    /** Writes to an address no more, as if its owner had used the link. */
    public void unsubscribe(String newsletter, Mailbox address) {
        Newsletter named = newsletters.get(newsletter);
        store.run(tx -> dispatches.save(
                tx,
                new Suppression(
                        address.fingerprint(), named.id(), Suppression.Reason.UNSUBSCRIBED, Instant.now(), null)));
    }
}
