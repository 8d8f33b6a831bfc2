package org.dealgraph.output.newsletter;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.IssueRepository;
import org.dealgraph.model.HandedOver;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.HandOver;
import org.dealgraph.output.FeedSettings;
import org.dealgraph.output.handover.HandOverException;
import org.dealgraph.output.handover.Tools;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands issues over to tools, again and again where a tool is not there, for about a day. */
@Singleton
public final class HandOvers {

    private static final Logger LOG = LoggerFactory.getLogger(HandOvers.class);
    private static final int AT_ONCE = 20;

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(18));

    private final GraphStore store;
    private final IssueRepository issues;
    private final Newsletters newsletters;
    private final Tools tools;
    private final FeedSettings addresses;
    private final Clock clock = Clock.systemUTC();

    HandOvers(GraphStore store, IssueRepository issues, Newsletters newsletters, Tools tools, FeedSettings addresses) {
        this.store = store;
        this.issues = issues;
        this.newsletters = newsletters;
        this.tools = tools;
        this.addresses = addresses;
    }

    /** Hands over what is due; how many were tried. */
    public int run() {
        List<HandedOver> due = store.read(tx -> issues.listDue(tx, clock.instant(), AT_ONCE));
        due.forEach(this::take);
        return due.size();
    }

    private void take(HandedOver waiting) {
        Optional<Issue> issue = store.read(tx -> issues.find(tx, waiting.issue()));
        Optional<Newsletter> newsletter = issue.flatMap(i -> newsletters.find(i.newsletter()));
        Optional<HandOver> to = newsletter.stream()
                .flatMap(n -> n.handOvers().stream())
                .filter(h -> h.id().equals(waiting.place()))
                .findFirst();
        if (to.isEmpty()) {
            save(waiting, false, null, "the newsletter's file does not name it any more");
            return;
        }
        try {
            save(waiting, true, null, tools.hand(newsletter.get(), issue.get(), to.get(), page(issue.get())));
        } catch (HandOverException e) {
            boolean again = e.isPassing() && waiting.attempts() < WAITS.size();
            LOG.warn("{} to {}: {}", waiting.issue(), waiting.place(), e.getMessage());
            save(
                    waiting,
                    false,
                    again ? clock.instant().plus(WAITS.get(waiting.attempts())) : null,
                    String.valueOf(e.getMessage()));
        }
    }

    /** Where the issue stands in the archive, or null where the server's public address is not known. */
    @Nullable
    String page(Issue issue) {
        return addresses.address().isEmpty() ? null : addresses.address() + "/newsletter/" + issue.id();
    }

    private void save(HandedOver from, boolean done, @Nullable Instant due, String detail) {
        store.run(tx -> issues.save(
                tx,
                new HandedOver(from.issue(), from.place(), done, from.attempts() + 1, due, clock.instant(), detail)));
    }
}
