package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.dealgraph.model.Judgement;
import org.neo4j.driver.TransactionContext;

/** Stored decisions. All are kept, so that what was decided before can be told and taken back. */
@Singleton
public final class JudgementRepository {

    private static final String SEPARATOR = "\u001f";
    private final Queries queries;

    public JudgementRepository(Queries queries) {
        this.queries = queries;
    }

    /** Saves judgements; the same one twice is one. */
    public void save(TransactionContext tx, Collection<Judgement> judgements) {
        queries.execute(
                tx,
                Statement.JUDGEMENT_SAVE,
                new Row()
                        .with("rows", judgements.stream().map(j -> row(j).map()).toList()));
    }

    /** A number that every change of the judgements raises; 0 where nothing was ever decided. */
    public long version(TransactionContext tx) {
        return queries.number(tx, Statement.JUDGEMENT_VERSION, new Row());
    }

    /** Every judgement, oldest first. */
    public List<Judgement> list(TransactionContext tx) {
        return queries.list(tx, Statement.JUDGEMENT_LIST, new Row(), Queries.body(Judgement.class));
    }

    /** The judgements with this name, entity or claim on either side, oldest first. */
    public List<Judgement> listAbout(TransactionContext tx, String subject) {
        return queries.list(
                tx, Statement.JUDGEMENT_LIST_ABOUT, new Row().with("subject", subject), Queries.body(Judgement.class));
    }

    /** Takes one judgement back; says whether it was there. */
    public boolean delete(TransactionContext tx, Judgement judgement) {
        return queries.number(tx, Statement.JUDGEMENT_DELETE, new Row().with("id", id(judgement))) > 0;
    }

    private static Row row(Judgement judgement) {
        return new Row()
                .with("id", id(judgement))
                .with(
                        "properties",
                        new Row()
                                .with("left", judgement.left())
                                .with("right", judgement.right())
                                .with("verdict", judgement.verdict())
                                .with("by", judgement.by())
                                .with("at", judgement.at().toEpochMilli())
                                .with("body", Json.write(judgement)));
    }

    private static String id(Judgement j) {
        return String.join(SEPARATOR, j.left(), j.right(), j.verdict().name(), j.by(), j.at().toString());
    }
}
