package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.HandedOver;
import org.dealgraph.model.Issue;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Issues of newsletters, the tools that each is handed over to, and the secret behind links in mails. */
@Singleton
public final class IssueRepository {

    private static final String UNSUBSCRIBE = "unsubscribe";

    private final Queries queries;

    public IssueRepository(Queries queries) {
        this.queries = queries;
    }

    /** Saves an issue unless one with its id is there; the one that stands then. */
    public Issue save(TransactionContext tx, Issue issue) {
        return queries.find(
                        tx,
                        Statement.ISSUE_SAVE,
                        new Row()
                                .with("id", issue.id())
                                .with("newsletter", issue.newsletter())
                                .with("published", issue.published().toEpochMilli())
                                .with("body", Json.write(issue)),
                        Queries.body(Issue.class))
                .orElse(issue);
    }

    public Optional<Issue> find(TransactionContext tx, String id) {
        return queries.find(tx, Statement.ISSUE_FIND, new Row().with("id", id), Queries.body(Issue.class));
    }

    /** At most {@code first} issues that were published before a moment, the latest first. */
    public List<Issue> list(TransactionContext tx, String newsletter, Instant before, int first) {
        return queries.list(
                tx,
                Statement.ISSUE_LIST,
                new Row()
                        .with("newsletter", newsletter)
                        .with("before", before.toEpochMilli())
                        .with("first", first),
                Queries.body(Issue.class));
    }

    /** Writes down which tools an issue goes to. */
    public void plan(TransactionContext tx, Issue issue, Collection<String> places, Instant now) {
        queries.execute(
                tx,
                Statement.HANDOVER_PLAN,
                new Row()
                        .with("issue", issue.id())
                        .with("places", List.copyOf(places))
                        .with("now", now.toEpochMilli()));
    }

    /** What can be handed over by now. */
    public List<HandedOver> listDue(TransactionContext tx, Instant now, int first) {
        return queries.list(
                tx,
                Statement.HANDOVER_LIST_DUE,
                new Row().with("now", now.toEpochMilli()).with("first", first),
                IssueRepository::handedOver);
    }

    /** How an issue stands with each tool that it goes to. */
    public List<HandedOver> listHandedOver(TransactionContext tx, String issue) {
        return queries.list(tx, Statement.HANDOVER_LIST, new Row().with("issue", issue), IssueRepository::handedOver);
    }

    public void save(TransactionContext tx, HandedOver handedOver) {
        queries.execute(
                tx,
                Statement.HANDOVER_SAVE,
                new Row()
                        .with("id", handedOver.id())
                        .with("done", handedOver.done())
                        .with("attempts", handedOver.attempts())
                        .with("due", DispatchRepository.millis(handedOver.due()))
                        .with("at", handedOver.at().toEpochMilli())
                        .with("detail", handedOver.detail()));
    }

    /** The secret that links in mails are made with, in hexadecimal; {@code offered} where there is none yet. */
    public String seal(TransactionContext tx, String offered) {
        return queries.find(
                        tx,
                        Statement.SEAL_KEEP,
                        new Row().with("id", UNSUBSCRIBE).with("secret", offered),
                        row -> row.get("secret").asString())
                .orElse(offered);
    }

    private static HandedOver handedOver(Record row) {
        Value v = row.get("handedOver");
        return new HandedOver(
                v.get("issue").asString(),
                v.get("place").asString(),
                v.get("done").asBoolean(),
                v.get("attempts").asInt(),
                DispatchRepository.moment(v.get("due")),
                Instant.ofEpochMilli(v.get("at").asLong()),
                v.get("detail").isNull() ? null : v.get("detail").asString());
    }
}
