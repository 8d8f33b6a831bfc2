package org.dealgraph.pipeline;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Term;

/** Every deal at one moment, and the answers that were computed from them. It never changes. */
public final class Snapshot {

    private static final int MOST_ANSWERS = 1_000;

    /** In all answers together. One takes some tens of bytes, so that they fill at most a few tenths of the heap. */
    private static final long MOST_VALUES = Runtime.getRuntime().maxMemory() / 256;

    private final Moment moment;
    private final long revision;
    private final List<Deal> deals;
    private final List<Term> terms;
    private final Map<String, Term> termsById = new HashMap<>();
    private final Map<String, Deal> byClaim = new HashMap<>();
    private final Map<Object, Object> answers = new ConcurrentHashMap<>();
    private final AtomicLong values = new AtomicLong();

    Snapshot(Moment moment, long revision, Collection<Deal> deals) {
        this.moment = moment;
        this.revision = revision;
        this.deals = List.copyOf(deals);
        terms = this.deals.stream().flatMap(deal -> deal.terms().stream()).toList();
        terms.forEach(term -> termsById.putIfAbsent(term.id(), term));
        this.deals.forEach(deal -> deal.claims().forEach(claim -> byClaim.put(claim, deal)));
    }

    public Moment moment() {
        return moment;
    }

    /** Number of the last revision that it rests on. */
    public long revision() {
        return revision;
    }

    /** All deals, by id. */
    public List<Deal> deals() {
        return deals;
    }

    /** All terms. */
    public List<Term> terms() {
        return terms;
    }

    /** All terms by id. */
    public Map<String, Term> termsById() {
        return Collections.unmodifiableMap(termsById);
    }

    /** The deal with this id, or the one that the claim with this id is in. */
    public Optional<Deal> find(String dealOrClaim) {
        return Optional.ofNullable(byClaim.get(dealOrClaim));
    }

    /**
     * An answer that is a function of this snapshot and a question, computed once. Beyond a thousand answers, or too many
     * values in all of them, what is new is computed each time.
     */
    @SuppressWarnings("unchecked")
    public <T> T answer(Object question, Supplier<T> compute) {
        Object known = answers.get(question);
        if (known != null) {
            return (T) known;
        }
        T answer = compute.get();
        if (answers.size() < MOST_ANSWERS && values.get() < MOST_VALUES) {
            int weight = Weight.of(answer);
            if (values.get() + weight <= MOST_VALUES && answers.putIfAbsent(question, answer) == null) {
                values.addAndGet(weight);
            }
        }
        return answer;
    }
}
