package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dealgraph.answer.Total;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Term;
import org.dealgraph.pipeline.Inquiries;
import org.dealgraph.pipeline.Inquiry;
import org.dealgraph.pipeline.Snapshot;
import org.jspecify.annotations.Nullable;

/** What the fields that compute answers share: the moment they are asked at, its terms, and the groups of its day. */
@Singleton
final class Answers {

    private final Inquiries inquiries;

    Answers(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** Everything at the moment that a field is asked at. */
    Asked asked(DataFetchingEnvironment env) {
        return asked(Moments.of(env));
    }

    /** Everything at a moment. */
    Asked asked(Moment moment) {
        return new Asked(inquiries.at(moment));
    }

    Inquiries inquiries() {
        return inquiries;
    }

    /**
     * A moment as a field sees it.
     *
     * @param inquiry what can be asked of it
     */
    record Asked(Inquiry inquiry) {

        Moment moment() {
            return inquiry.moment();
        }

        Snapshot snapshot() {
            return inquiry.snapshot();
        }

        /** The day whose standing edges count, or null for those of today. */
        @Nullable
        LocalDate day() {
            return inquiry.day();
        }

        UnaryOperator<String> group() {
            return inquiry.grouping();
        }

        String revision() {
            return Long.toString(snapshot().revision());
        }

        /** Its terms by id. */
        Map<String, Term> byId() {
            return snapshot().termsById();
        }

        List<Term> terms(Collection<String> ids) {
            return inquiry.terms(ids);
        }

        List<CommitmentWiring.Sum> sums(List<Total> totals) {
            return totals.stream()
                    .map(total -> CommitmentWiring.Sum.of(total, snapshot().termsById(), Map.of()))
                    .toList();
        }
    }

    /** Turns a refusal of the arithmetic into a fault of the question. */
    static <T> T refusing(Supplier<T> compute) {
        try {
            return compute.get();
        } catch (IllegalArgumentException e) {
            throw new BadArgument(Objects.requireNonNullElse(e.getMessage(), "could not answer that"));
        }
    }

    static <E extends Enum<E>> Set<E> choices(@Nullable Collection<?> names, Class<E> type) {
        Set<E> choices = EnumSet.noneOf(type);
        if (names != null) {
            names.forEach(name -> choices.add(Enum.valueOf(type, String.valueOf(name))));
        }
        return choices;
    }
}
