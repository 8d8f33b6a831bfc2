package org.dealgraph.answer.shift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.dealgraph.answer.Category;
import org.dealgraph.answer.Commitments;
import org.dealgraph.answer.Total;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Organizations by how much they owe or are owed, one ranking a category: kinds are never added. A share is of what the
 * ranked have together, so what is owed jointly is in none of them.
 *
 * @param category what is ranked
 * @param places the largest first; equals share a rank
 */
public record Ranking(Category category, List<Place> places) {

    public Ranking {
        places = List.copyOf(places);
    }

    /**
     * One organization's place.
     *
     * @param organization its id
     * @param rank from 1
     * @param amount its total
     * @param share of the sum of all places, 0 to 1
     * @param counted ids of the terms that make it up, sorted
     */
    public record Place(String organization, int rank, Interval amount, BigDecimal share, List<String> counted) {

        public Place {
            counted = List.copyOf(counted);
        }
    }

    private record Entry(String organization, Total total) {

        BigDecimal value() {
            return total.amount().value();
        }
    }

    /**
     * The rankings of some groups, by category.
     *
     * @param groups split by one side, their money in dollars
     * @param side the organization of a group's key
     */
    public static List<Ranking> of(
            Collection<Commitments.Group> groups, Function<Commitments.Key, @Nullable String> side) {
        Map<Category, List<Entry>> byCategory = new TreeMap<>();
        for (Commitments.Group group : groups) {
            String organization = side.apply(group.key());
            for (Total total : group.dollars()) {
                if (organization != null
                        && !organization.isEmpty()
                        && !total.counted().isEmpty()) {
                    byCategory
                            .computeIfAbsent(total.category(), c -> new ArrayList<>())
                            .add(new Entry(organization, total));
                }
            }
        }
        return byCategory.entrySet().stream()
                .map(e -> new Ranking(e.getKey(), places(e.getValue())))
                .toList();
    }

    private static List<Place> places(List<Entry> entries) {
        BigDecimal all = entries.stream().map(Entry::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Entry> sorted = entries.stream()
                .sorted(Comparator.comparing(Entry::value).reversed().thenComparing(Entry::organization))
                .toList();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Entry entry = sorted.get(i);
            boolean equal = i > 0 && sorted.get(i - 1).value().compareTo(entry.value()) == 0;
            places.add(new Place(
                    entry.organization(),
                    equal ? places.getLast().rank() : i + 1,
                    entry.total().amount(),
                    all.signum() == 0 ? BigDecimal.ZERO : entry.value().divide(all, MathContext.DECIMAL32),
                    entry.total().counted()));
        }
        return places;
    }

    /** An organization's place. */
    public Optional<Place> find(String organization) {
        return places.stream()
                .filter(place -> place.organization().equals(organization))
                .findFirst();
    }

    /** Herfindahl-Hirschman index of the shares, 0 to 1. */
    public BigDecimal concentration() {
        return places.stream()
                .map(place -> place.share().multiply(place.share(), MathContext.DECIMAL32))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The ranking of a category among some; an empty one where there is none. */
    static Ranking in(Collection<Ranking> rankings, Category category) {
        return rankings.stream()
                .filter(ranking -> Objects.equals(ranking.category(), category))
                .findFirst()
                .orElseGet(() -> new Ranking(category, List.of()));
    }
}
