package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.pipeline.Refusal.Code;
import org.dealgraph.pipeline.Retractions.Target;
import org.neo4j.driver.TransactionContext;

/** What persons who keep the graph may have done to it, each once and on the record. */
@Singleton
public final class Curation {

    /** How many articles one order may retract or restore; the command line takes back more. */
    public static final int MOST_ARTICLES = 1_000;

    private final Audit audit;
    private final Decisions decisions;
    private final Retractions retractions;

    Curation(Audit audit, Decisions decisions, Retractions retractions) {
        this.audit = audit;
        this.decisions = decisions;
        this.retractions = retractions;
    }

    /** Decides some things together. */
    public Carried decide(Order order, List<Ruling> rulings) {
        return decided(order, tx -> decisions.decide(tx, rulings, order.by(), order.why()));
    }

    /** Takes claims out of the deal that they are in, into one of their own. */
    public Carried splitDeal(Order order, Collection<String> apart) {
        return decided(order, tx -> decisions.splitDeal(tx, apart, order.by(), order.why()));
    }

    /** Takes back everything that an order decided, by the number of its entry, so that the rules decide again. */
    public Carried takeBack(Order order, long entry) {
        return decided(order, tx -> {
            var decidedAt = audit.effect(tx, entry).decidedAt();
            if (decidedAt == null) {
                throw new Refusal(
                        Code.BAD_INPUT,
                        "entry",
                        "entry " + entry
                                + " decided nothing that could be taken back; retract takes back what came in");
            }
            return decisions.takeBack(tx, decidedAt, order.by(), order.why());
        });
    }

    /** Takes out of use what an article, source or run brought. */
    public Carried retract(Order order, Target target) {
        return withdraw(order, target, Verdict.REJECT);
    }

    /** Brings back into use what was retracted. */
    public Carried restore(Order order, Target target) {
        return withdraw(order, target, Verdict.UNSURE);
    }

    private Carried withdraw(Order order, Target target, Verdict verdict) {
        return decided(order, tx -> {
            List<String> ids = retractions.ids(tx, target);
            if (ids.isEmpty()) {
                throw new Refusal(Code.NOT_FOUND, "id", "there is no article of " + target);
            }
            if (ids.size() > MOST_ARTICLES) {
                throw new Refusal(
                        Code.TOO_LARGE,
                        "id",
                        "%d articles are more than %d: use the command line, './dealgraph retract'"
                                .formatted(ids.size(), MOST_ARTICLES));
            }
            List<Ruling> rulings =
                    ids.stream().map(id -> Ruling.on(id, verdict)).toList();
            return decisions.decide(tx, rulings, order.by(), order.why());
        });
    }

    private Carried decided(Order order, Function<TransactionContext, Decided> work) {
        return audit.carryOut(order, tx -> Effect.of(work.apply(tx)));
    }
}
