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
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Term;
import org.dealgraph.pipeline.Snapshot;
import org.dealgraph.pipeline.Snapshots;
import org.jspecify.annotations.Nullable;

/** What the fields that compute answers share: the moment they are asked at, its terms, and the groups of its day. */
@Singleton
final class Answers {

    private final Snapshots snapshots;
    private final Catalogue catalogue;

    Answers(Snapshots snapshots, Catalogue catalogue) {
        this.snapshots = snapshots;
        this.catalogue = catalogue;
    }

    /** Everything at the moment that a field is asked at. */
    Asked asked(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        Snapshot snapshot = snapshots.at(moment);
        LocalDate day = moment.day();
        return new Asked(moment, snapshot, day, id -> catalogue.groupOf(id, day));
    }

    /**
     * A moment as a field sees it.
     *
     * @param moment its dates
     * @param snapshot its deals
     * @param day whose standing edges count, or null for those of today
     * @param group leads an organization to its group on that day
     */
    record Asked(Moment moment, Snapshot snapshot, @Nullable LocalDate day, UnaryOperator<String> group) {

        String revision() {
            return Long.toString(snapshot.revision());
        }

        List<Term> terms(Collection<String> ids) {
            Map<String, Term> byId = snapshot.termsById();
            return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
        }

        List<CommitmentWiring.Sum> sums(List<Total> totals) {
            return totals.stream()
                    .map(total -> CommitmentWiring.Sum.of(total, snapshot.termsById(), Map.of()))
                    .toList();
        }

        /** An answer that is kept; what the arithmetic refuses is a fault of the question. */
        <T> T answer(Object question, Supplier<T> compute) {
            return refusing(() -> snapshot.answer(question, compute));
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
