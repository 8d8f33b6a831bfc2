package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.model.Dispatch;
import org.dealgraph.model.Suppression;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Mails on their way, written down before they are sent, and the addresses that are not written to. */
@Singleton
public final class DispatchRepository {

    private final Queries queries;

    public DispatchRepository(Queries queries) {
        this.queries = queries;
    }

    /** Writes down whom an issue goes to; those that are written down already stay as they are. */
    public void plan(TransactionContext tx, String issue, Collection<String> recipients, Instant now) {
        queries.execute(
                tx,
                Statement.DISPATCH_PLAN,
                new Row()
                        .with("issue", issue)
                        .with("recipients", List.copyOf(recipients))
                        .with("now", now.toEpochMilli()));
    }

    /** Mails that can be tried by now, those that wait longest first. */
    public List<Dispatch> listDue(TransactionContext tx, Instant now, int first) {
        return queries.list(
                tx,
                Statement.DISPATCH_LIST_DUE,
                new Row().with("now", now.toEpochMilli()).with("first", first),
                DispatchRepository::dispatch);
    }

    /**
     * Claims a mail for the one who is about to send its words: how often it was tried then, or empty where another has
     * claimed it, or where it is not due any more. The first statement takes the lock, so that two can never both see it
     * unclaimed.
     */
    public Optional<Integer> claim(TransactionContext tx, Dispatch dispatch, Instant now) {
        queries.execute(tx, Statement.DISPATCH_LOCK, new Row().with("id", dispatch.id()));
        return queries.find(
                tx,
                Statement.DISPATCH_CLAIM,
                new Row().with("id", dispatch.id()).with("now", now.toEpochMilli()),
                row -> row.get("attempts").asInt());
    }

    public void save(TransactionContext tx, Dispatch dispatch) {
        queries.execute(
                tx,
                Statement.DISPATCH_SAVE,
                new Row()
                        .with("id", dispatch.id())
                        .with("state", dispatch.state())
                        .with("attempts", dispatch.attempts())
                        .with("due", millis(dispatch.due()))
                        .with("at", dispatch.at().toEpochMilli())
                        .with("reply", dispatch.reply()));
    }

    /** Marks what was claimed before a moment, and never heard of since, as unknown; how many that were. */
    public long giveUp(TransactionContext tx, Instant before) {
        return queries.number(tx, Statement.DISPATCH_GIVE_UP, new Row().with("before", before.toEpochMilli()));
    }

    /** How many mails of an issue have come how far. */
    public Map<Dispatch.State, Long> count(TransactionContext tx, String issue) {
        Map<Dispatch.State, Long> counts = new EnumMap<>(Dispatch.State.class);
        queries.run(tx, Statement.DISPATCH_COUNT, new Row().with("issue", issue))
                .forEachRemaining(row -> counts.put(
                        Dispatch.State.valueOf(row.get("state").asString()),
                        row.get("found").asLong()));
        return counts;
    }

    /** Every mail of an issue. */
    public List<Dispatch> list(TransactionContext tx, String issue) {
        return queries.list(tx, Statement.DISPATCH_LIST, new Row().with("issue", issue), DispatchRepository::dispatch);
    }

    /** Remembers not to write to an address; where that is known already, since when and why stays. */
    public void save(TransactionContext tx, Suppression suppression) {
        queries.execute(
                tx,
                Statement.SUPPRESSION_SAVE,
                new Row().with("id", suppression.id()).with("body", Json.write(suppression)));
    }

    /** Lets an address be written to again; how many rules spoke against it. */
    public long release(TransactionContext tx, String newsletter, String recipient) {
        return queries.number(tx, Statement.SUPPRESSION_DELETE, new Row().with("ids", ids(newsletter, recipient)));
    }

    /** Why an address gets no mail of a newsletter; empty where it does. */
    public Optional<Suppression> findSuppression(TransactionContext tx, String newsletter, String recipient) {
        return queries.find(
                tx,
                Statement.SUPPRESSION_FIND,
                new Row().with("ids", ids(newsletter, recipient)),
                Queries.body(Suppression.class));
    }

    /** Every address that is not written to. */
    public List<Suppression> listSuppressions(TransactionContext tx) {
        return queries.list(tx, Statement.SUPPRESSION_LIST, new Row(), Queries.body(Suppression.class));
    }

    private static List<String> ids(String newsletter, String recipient) {
        return List.of(newsletter + " " + recipient, "* " + recipient);
    }

    private static Dispatch dispatch(Record row) {
        Value v = row.get("dispatch");
        return new Dispatch(
                v.get("issue").asString(),
                v.get("recipient").asString(),
                Dispatch.State.valueOf(v.get("state").asString()),
                v.get("attempts").asInt(),
                moment(v.get("due")),
                Instant.ofEpochMilli(v.get("at").asLong()),
                v.get("reply").asString(null));
    }

    static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : Long.valueOf(moment.toEpochMilli());
    }

    static @Nullable Instant moment(Value millis) {
        return millis.isNull() ? null : Instant.ofEpochMilli(millis.asLong());
    }
}
