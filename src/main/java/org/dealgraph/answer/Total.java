package org.dealgraph.answer;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A sum of obligations of one category on one basis.
 *
 * @param category what is added
 * @param basis which obligations count
 * @param amount the sum as an interval; its low end counts a cap as nothing
 * @param counted ids of the terms that make it up, sorted
 * @param excluded the terms of the category that are left out, and why, by id
 */
public record Total(Category category, Basis basis, Interval amount, List<String> counted, List<Excluded> excluded) {

    public Total {
        counted = List.copyOf(counted);
        excluded = List.copyOf(excluded);
    }

    /** The same, with more that is left out. */
    Total without(List<Excluded> more) {
        List<Excluded> all = Stream.concat(excluded.stream(), more.stream())
                .sorted(Comparator.comparing(Excluded::term))
                .toList();
        return new Total(category, basis, amount, counted, all);
    }

    /**
     * A term that a total leaves out.
     *
     * @param term its id
     * @param reason why
     * @param amount what it would have been, or null where it has none
     */
    public record Excluded(
            String term, Reason reason, @Nullable Interval amount) {}

    /** Why a term is not in a total. */
    public enum Reason {
        /** No claim of it passes the confidence gate, and no second source agrees, or it is denied. */
        BELOW_THE_GATE,
        ENDED,
        ONLY_TALKS,
        BEYOND_TALKS,
        /** A letter of intent or talks, on a basis that asks for agreements. */
        NOT_AGREED,
        /** Conditional, optional or cancelable. */
        NOT_FIRM,
        /** A rate, which is never added to a sum. */
        RATE,
        NO_AMOUNT,
        /** Counted within the term it is part of, or as its parts. */
        WITHIN_ANOTHER,
        /** The same obligation under another name. */
        MIRROR,
        /** Another term that counts has taken its place. */
        REPLACED,
        /** Agreed in another year than the one asked for, or at no known time. */
        OTHER_YEAR,
        /** Delivery or use has begun, and the question is about what has not. */
        BEGUN,
        /** Delivery or use has not begun, and the question is about what has. */
        NOT_BEGUN,
        /** Nobody says whether delivery or use has begun by the day asked about. */
        START_UNKNOWN,
        /** Without a length, so that nobody can say when it is payable. */
        NO_SCHEDULE,
        /** In a currency for which no dated rate is held. */
        NO_RATE,
        /** Owed by several together of whom some are outside the question, without shares. */
        JOINT
    }
}
