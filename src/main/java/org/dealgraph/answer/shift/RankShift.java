package org.dealgraph.answer.shift;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealgraph.answer.Category;
import org.dealgraph.answer.shift.Ranking.Place;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How one organization's place in a ranking has moved.
 *
 * @param category what is ranked
 * @param organization its id
 * @param before its place before; null where it had none
 * @param after its place after; null where it has none any more
 * @param came ids of the terms that count now and did not before
 * @param went ids of the terms that counted before and do not now
 */
public record RankShift(
        Category category,
        String organization,
        @Nullable Place before,
        @Nullable Place after,
        List<String> came,
        List<String> went) {

    private static final Comparator<RankShift> LARGEST = Comparator.comparing(RankShift::category)
            .thenComparing(shift -> shift.change().abs(), Comparator.reverseOrder())
            .thenComparing(RankShift::organization);

    public RankShift {
        came = List.copyOf(came);
        went = List.copyOf(went);
    }

    /**
     * Every place that moved: its rank, its sum, its share or the terms behind it. By category, the largest change of the sum
     * first.
     */
    public static List<RankShift> between(Collection<Ranking> before, Collection<Ranking> after) {
        TreeSet<Category> categories = new TreeSet<>();
        Stream.concat(before.stream(), after.stream()).forEach(ranking -> categories.add(ranking.category()));
        List<RankShift> shifts = new ArrayList<>();
        for (Category category : categories) {
            shifts(category, Ranking.in(before, category), Ranking.in(after, category), shifts);
        }
        shifts.sort(LARGEST);
        return shifts;
    }

    private static void shifts(Category category, Ranking before, Ranking after, List<RankShift> shifts) {
        TreeSet<String> organizations = new TreeSet<>();
        Stream.concat(before.places().stream(), after.places().stream())
                .forEach(place -> organizations.add(place.organization()));
        for (String organization : organizations) {
            Optional<Place> was = before.find(organization);
            Optional<Place> is = after.find(organization);
            if (!was.equals(is)) {
                shifts.add(new RankShift(
                        category, organization, was.orElse(null), is.orElse(null), rest(is, was), rest(was, is)));
            }
        }
    }

    private static List<String> rest(Optional<Place> of, Optional<Place> without) {
        List<String> others = without.map(Place::counted).orElse(List.of());
        return of.map(Place::counted).orElse(List.of()).stream()
                .filter(term -> !others.contains(term))
                .toList();
    }

    /** By how much the sum has grown; negative where it has fallen. */
    public BigDecimal change() {
        return value(after).subtract(value(before));
    }

    private static BigDecimal value(@Nullable Place place) {
        return place == null ? BigDecimal.ZERO : place.amount().value();
    }

    /** The sum before, nothing where it had no place. */
    public Interval amountBefore() {
        return before == null ? Interval.stated(BigDecimal.ZERO) : before.amount();
    }

    /** The sum after, nothing where it has no place. */
    public Interval amountAfter() {
        return after == null ? Interval.stated(BigDecimal.ZERO) : after.amount();
    }
}
