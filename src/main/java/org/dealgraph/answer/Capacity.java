package org.dealgraph.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Megawatts of one group of obligations.
 *
 * @param key what its obligations have in common
 * @param totals one total a kind and layer of power; layers are never added
 */
public record Capacity(Key key, List<Total> totals) {

    public Capacity {
        totals = List.copyOf(totals);
    }

    /** By what capacity can be split. */
    public enum Grouping {
        PROVIDER,
        USER,
        PRODUCT,
        SITE,
        START_QUARTER,
        PROGRESS
    }

    /** How far capacity has come. */
    public enum Progress {
        /** Talked of, or in a letter of intent. */
        ANNOUNCED,
        /** Agreed between a provider and a user. */
        CONTRACTED,
        /** Its owner has undertaken to build it and nobody says that it runs. */
        BUILDING,
        /** Delivered, or built. */
        ENERGIZED;

        static Progress of(Term term) {
            return switch (term.stage()) {
                case TALKS, LETTER_OF_INTENT -> ANNOUNCED;
                case CLOSED -> ENERGIZED;
                default -> term.kind() == ClaimKind.BUILD ? BUILDING : CONTRACTED;
            };
        }
    }

    /**
     * A group; null where it is not split by this, or where the obligation does not say.
     *
     * @param provider group ids joined by a comma
     * @param user group ids joined by a comma
     * @param product registry id or name
     * @param site registry id or name
     * @param start the quarter it starts in, or a coarser date where that is all that is said
     * @param progress how far
     */
    public record Key(
            @Nullable List<String> provider,
            @Nullable List<String> user,
            @Nullable String product,
            @Nullable String site,
            @Nullable PartialDate start,
            @Nullable Progress progress) {

        private String order() {
            return "%s|%s|%s|%s|%s|%s".formatted(start, provider, user, product, site, progress);
        }
    }

    /**
     * Splits the capacity that somebody provides, uses or builds.
     *
     * @param deals any deals; a product that one of them supplies between the same parties goes for its power, too
     * @param scope on which side who stands: {@code from} the providers, {@code to} the users
     * @param basis which obligations count
     * @param by how to split
     */
    public static List<Capacity> of(Collection<Deal> deals, Scope scope, Basis basis, Set<Grouping> by) {
        Map<String, List<Term>> grouped = new TreeMap<>();
        Map<String, Key> keys = new TreeMap<>();
        for (Deal deal : deals) {
            for (Term term : deal.terms()) {
                if (isCapacity(term) && scope.touches(term)) {
                    Key key = key(term, by, scope.group(), product(term, deal));
                    keys.put(key.order(), key);
                    grouped.computeIfAbsent(key.order(), k -> new ArrayList<>()).add(term);
                }
            }
        }
        List<Capacity> split = new ArrayList<>();
        grouped.forEach((order, group) -> {
            Key key = keys.get(order);
            if (key != null) {
                split.add(new Capacity(key, Totals.of(group, Scope.everything(), basis)));
            }
        });
        return split;
    }

    private static boolean isCapacity(Term term) {
        boolean power = term.subject().power() != null && term.subject().money() == null;
        return power && (term.kind() == ClaimKind.CAPACITY || term.kind() == ClaimKind.BUILD);
    }

    /** The product of a term, or the only one that its deal supplies from the same parties to the same. */
    static @Nullable String product(Term term, Deal deal) {
        if (term.subject().product() != null) {
            return term.subject().product();
        }
        List<String> beside = deal.terms().stream()
                .filter(other ->
                        other.kind() == ClaimKind.SUPPLY && !other.stage().ended())
                .filter(other -> other.from().equals(term.from()) && other.to().equals(term.to()))
                .flatMap(other -> Stream.ofNullable(other.subject().product()))
                .distinct()
                .toList();
        return beside.size() == 1 ? beside.getFirst() : null;
    }

    private static Key key(Term term, Set<Grouping> by, UnaryOperator<String> group, @Nullable String product) {
        return new Key(
                by.contains(Grouping.PROVIDER) ? groups(term.from(), group) : null,
                by.contains(Grouping.USER) ? groups(term.to(), group) : null,
                by.contains(Grouping.PRODUCT) ? product : null,
                by.contains(Grouping.SITE) ? term.subject().site() : null,
                by.contains(Grouping.START_QUARTER) ? quarter(term.schedule().start()) : null,
                by.contains(Grouping.PROGRESS) ? Progress.of(term) : null);
    }

    private static List<String> groups(List<String> ids, UnaryOperator<String> group) {
        return ids.stream().map(group).distinct().sorted().toList();
    }

    /** The quarter that holds a date; a date that is no more precise than a half stays as it is. */
    static @Nullable PartialDate quarter(@Nullable PartialDate date) {
        if (date == null) {
            return null;
        }
        PartialDate first = PartialDate.ofQuarter(
                date.earliest().getYear(), (date.earliest().getMonthValue() + 2) / 3);
        return date.latest().isAfter(first.latest()) ? date : first;
    }
}
