package org.dealgraph.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Chips of one product that one organization gets in one way from one provider.
 *
 * @param product registry id or name
 * @param way whether it gets the chips themselves or only the use of them
 * @param providers group ids of those who provide them, sorted
 * @param start when, as coarsely as the obligations say; null where they do not
 * @param totals units and megawatts, one total a kind and unit
 * @param terms ids of the obligations, sorted
 */
public record ChipMix(
        String product,
        Way way,
        List<String> providers,
        @Nullable PartialDate start,
        List<Total> totals,
        List<String> terms) {

    /** What is had of a chip: owning one and using one are different things and never added. */
    public enum Way {
        /** The chips are sold or delivered to it. */
        DELIVERED,
        /** It uses chips that another runs. */
        USED
    }

    private record Key(
            String product,
            Way way,
            List<String> providers,
            @Nullable PartialDate start) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::product)
                .thenComparing(Key::way)
                .thenComparing(key -> String.join(",", key.providers()))
                .thenComparing(key -> key.start() == null ? "" : key.start().text());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The mix of an organization.
     *
     * @param deals any deals
     * @param organization group id
     * @param group leads an organization to its group
     * @param cloud whether an organization runs computing for others: chips that it supplies stay with it and are used there
     * @param basis which obligations count
     */
    public static List<ChipMix> of(
            Collection<Deal> deals,
            String organization,
            UnaryOperator<String> group,
            Predicate<String> cloud,
            Basis basis) {
        TreeMap<Key, List<Term>> rows = new TreeMap<>();
        for (Deal deal : deals) {
            for (Term term : deal.terms()) {
                boolean chips = term.kind() == ClaimKind.SUPPLY || term.kind() == ClaimKind.CAPACITY;
                String product = chips ? Capacity.product(term, deal) : null;
                boolean mine = Stream.concat(term.to().stream(), term.beneficiaries().stream())
                        .map(group)
                        .anyMatch(organization::equals);
                if (mine && product != null && basis.leavesOut(term) == null) {
                    Key key = new Key(
                            product,
                            way(term, organization, group, cloud),
                            term.from().stream().map(group).distinct().sorted().toList(),
                            Capacity.quarter(term.schedule().start()));
                    rows.computeIfAbsent(key, k -> new ArrayList<>()).add(term);
                }
            }
        }
        return rows.entrySet().stream()
                .map(row -> new ChipMix(
                        row.getKey().product(),
                        row.getKey().way(),
                        row.getKey().providers(),
                        row.getKey().start(),
                        Totals.of(row.getValue(), Scope.everything(), basis),
                        row.getValue().stream().map(Term::id).sorted().toList()))
                .toList();
    }

    /** Power that somebody provides is used where it stands; chips that go to another for its sake are used there too. */
    private static Way way(Term term, String organization, UnaryOperator<String> group, Predicate<String> cloud) {
        boolean toIt = term.to().stream().map(group).anyMatch(organization::equals);
        boolean handedOver =
                term.kind() == ClaimKind.SUPPLY && term.from().stream().noneMatch(cloud);
        return handedOver && toIt ? Way.DELIVERED : Way.USED;
    }
}
