package org.dealgraph.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Term;

/**
 * Who is hit when one party pays only a share of what it owes.
 *
 * <p>Every obligation counts once, with those to whom it is owed, at the first step that reaches it. Exposures of different
 * steps, kinds or creditors are not added along paths: the same dollar would count several times. The answer has a total of
 * the first step only, in which a joint obligation counts once.
 *
 * @param node the group that pays less
 * @param unpaid the share that it does not pay, 0 to 1
 * @param totals what it does not pay in all, one total a category
 * @param exposures who is hit, nearest first, then by the largest total in dollars
 */
public record Stress(String node, BigDecimal unpaid, List<Total> totals, List<Exposure> exposures) {

    /** The most steps that can be asked for. */
    public static final int FARTHEST = 4;

    private static final Comparator<Exposure> NEAREST_AND_LARGEST = Comparator.comparingInt(Exposure::step)
            .thenComparing(Exposure::dollars, Comparator.reverseOrder())
            .thenComparing(Exposure::organization)
            .thenComparing(Exposure::role);

    public Stress {
        totals = List.copyOf(totals);
        exposures = List.copyOf(exposures);
    }

    /**
     * What one organization stands to lose.
     *
     * @param organization group id
     * @param step 1 where the node owes it; 2 where somebody hit in step 1 does, and so on
     * @param through groups by which it is reached, the one that owes it last
     * @param role how the organization stands in it
     * @param totals what it is owed by itself, scaled in step 1 by the share unpaid; in later steps the whole, since nobody
     *     knows how much of a loss is passed on
     * @param joint ids of the obligations that are owed by or to others too: they stand beside its totals
     */
    public record Exposure(
            String organization, int step, List<String> through, Role role, List<Total> totals, List<String> joint) {

        /** The largest of its totals in dollars. */
        BigDecimal dollars() {
            return totals.stream()
                    .filter(total -> total.category().unit().equals(Dollars.DOLLAR))
                    .map(total -> total.amount().value())
                    .max(Comparator.naturalOrder())
                    .orElse(BigDecimal.ZERO);
        }
    }

    /** How somebody stands in an obligation that is not met. */
    public enum Role {
        /** Sells to the one who does not pay. */
        SELLER,
        /** Was promised equity or a price. */
        INVESTEE,
        /** Has lent. */
        LENDER,
        /** Stands in for the one who does not pay, or guarantees its loans. */
        GUARANTOR
    }

    /**
     * Follows a shock.
     *
     * @param obligations every term that may matter
     * @param node group id
     * @param unpaid 0 to 1
     * @param steps how far, 1 to {@link #FARTHEST}
     * @param basis which obligations count
     */
    public static Stress of(Obligations obligations, String node, BigDecimal unpaid, int steps, Basis basis) {
        if (unpaid.signum() < 0 || unpaid.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("could not leave unpaid a share of " + unpaid + ": 0 to 1");
        }
        if (steps < 1 || steps > FARTHEST) {
            throw new IllegalArgumentException("could not follow a shock " + steps + " steps: 1 to " + FARTHEST);
        }
        return new Walk(obligations, basis).from(node, unpaid, steps);
    }

    /** One breadth-first walk from debtor to creditor. */
    private static final class Walk {

        private final Obligations obligations;
        private final UnaryOperator<String> group;
        private final Basis basis;
        private final Set<String> counted = new HashSet<>();
        private final List<Exposure> exposures = new ArrayList<>();
        private final Set<String> reached = new TreeSet<>();
        private String origin = "";

        Walk(Obligations obligations, Basis basis) {
            this.obligations = obligations;
            this.group = obligations.group();
            this.basis = basis;
        }

        Stress from(String node, BigDecimal unpaid, int steps) {
            origin = node;
            Map<String, List<String>> frontier = new TreeMap<>(Map.of(node, List.of(node)));
            reached.add(node);
            for (int step = 1; step <= steps; step++) {
                Map<String, List<String>> next = new TreeMap<>();
                for (Map.Entry<String, List<String>> debtor : frontier.entrySet()) {
                    BigDecimal share = step == 1 ? unpaid : BigDecimal.ONE;
                    expose(debtor.getKey(), debtor.getValue(), share, step).stream()
                            .filter(reached::add)
                            .forEach(creditor -> next.put(creditor, longer(debtor.getValue(), creditor)));
                }
                frontier = next;
            }
            exposures.sort(NEAREST_AND_LARGEST);
            return new Stress(node, unpaid, totals(owedBy(node), Scope.everything(), unpaid), exposures);
        }

        private Set<String> expose(String debtor, List<String> through, BigDecimal share, int step) {
            Map<String, Map<Role, List<Term>>> hit = new TreeMap<>();
            for (Term term : owedBy(debtor)) {
                if (counted.add(term.id())) {
                    Role role = role(term);
                    creditors(term, debtor)
                            .forEach(creditor -> hit.computeIfAbsent(creditor, c -> new TreeMap<>())
                                    .computeIfAbsent(role, r -> new ArrayList<>())
                                    .add(term));
                }
            }
            hit.forEach((creditor, roles) -> roles.forEach((role, owed) -> exposures.add(new Exposure(
                    creditor,
                    step,
                    through,
                    role,
                    totals(owed, between(debtor, creditor), share),
                    owed.stream()
                            .filter(term -> !between(debtor, creditor).holds(term))
                            .map(Term::id)
                            .sorted()
                            .toList()))));
            return hit.keySet();
        }

        /** What is the two's alone, whichever side they stand on; a loan is owed against its direction. */
        private Scope between(String debtor, String creditor) {
            Set<String> both = Set.of(debtor, creditor);
            return new Scope(both, both, group);
        }

        /** What tells no sum is left to the list of obligations. */
        private List<Total> totals(List<Term> owed, Scope scope, BigDecimal share) {
            return Totals.of(owed, scope, basis).stream()
                    .filter(total -> total.amount().value().signum() > 0
                            || total.excluded().stream().anyMatch(out -> out.reason() == Total.Reason.JOINT))
                    .map(total -> scaled(total, share))
                    .toList();
        }

        /** What a debtor owes in money: its purchases, its promised investments, and the loans made to it or guaranteed for it. */
        private List<Term> owedBy(String debtor) {
            return Stream.concat(
                            obligations.from(debtor).stream().filter(Walk::owedByGiver),
                            obligations.to(debtor).stream().filter(term -> term.kind() == ClaimKind.LEND))
                    .filter(term -> basis.leavesOut(term) == null)
                    .toList();
        }

        private static boolean owedByGiver(Term term) {
            return switch (term.kind()) {
                case SPEND, INVEST, ACQUIRE -> true;
                case LEND, CAPACITY, SUPPLY, BUILD, RIGHT -> false;
            };
        }

        private Set<String> creditors(Term term, String debtor) {
            Set<String> creditors = new LinkedHashSet<>();
            (term.kind() == ClaimKind.LEND ? term.from() : term.to())
                    .stream()
                            .map(group)
                            .filter(id -> !id.equals(debtor) && !id.equals(origin))
                            .forEach(creditors::add);
            return creditors;
        }

        private static Role role(Term term) {
            return switch (term.kind()) {
                case LEND -> Category.of(term).sort().equals("GUARANTEE") ? Role.GUARANTOR : Role.LENDER;
                case SPEND -> Role.SELLER;
                default -> Role.INVESTEE;
            };
        }

        private static Total scaled(Total total, BigDecimal share) {
            return new Total(
                    total.category(), total.basis(), total.amount().times(share), total.counted(), total.excluded());
        }

        private static List<String> longer(List<String> path, String next) {
            List<String> longer = new ArrayList<>(path);
            longer.add(next);
            return List.copyOf(longer);
        }
    }
}
