package org.dealgraph.answer.dependence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.answer.Totals;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Power;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The needs that deals tell of: who rents computing, buys chips and draws power from whom. */
final class BoughtNeeds {

    private static final String COMMITTED = " committed";

    private final Catalogue catalogue;
    private final @Nullable LocalDate on;
    private final Map<Node, Map<Need.What, Map<Node, List<Term>>>> bought = new TreeMap<>();

    private BoughtNeeds(Catalogue catalogue, @Nullable LocalDate on) {
        this.catalogue = catalogue;
        this.on = on;
    }

    static List<Need> of(Collection<Term> terms, Catalogue catalogue, @Nullable LocalDate on) {
        BoughtNeeds needs = new BoughtNeeds(catalogue, on);
        terms.stream()
                .filter(term ->
                        term.counted() && !term.stage().ended() && term.stage().agreed())
                .forEach(needs::file);
        List<Need> all = new ArrayList<>();
        needs.bought.forEach((user, byWhat) -> byWhat.forEach((what, ways) -> all.add(need(user, what, ways))));
        return all;
    }

    private void file(Term term) {
        boolean pays = term.kind() == ClaimKind.SPEND;
        if (!pays && term.kind() != ClaimKind.CAPACITY && term.kind() != ClaimKind.SUPPLY) {
            return;
        }
        for (String user : pays ? term.from() : term.to()) {
            for (String provider : pays ? term.to() : term.from()) {
                Node of = group(user);
                Node by = group(provider);
                if (!of.equals(by)) {
                    Need.What what = what(term, provider);
                    put(of, what, way(term, what, by), term);
                }
            }
        }
    }

    /** Chips are needed as what they are, where the deal names them; who else makes them is the product's own need. */
    private Node way(Term term, Need.What what, Node provider) {
        String product = term.subject().product();
        boolean known = what == Need.What.SILICON
                && product != null
                && catalogue.findProduct(product).isPresent();
        return known ? Node.product(Objects.requireNonNull(product)) : provider;
    }

    private void put(Node of, Need.What what, Node way, Term term) {
        bought.computeIfAbsent(of, n -> new TreeMap<>())
                .computeIfAbsent(what, w -> new TreeMap<>())
                .computeIfAbsent(way, n -> new ArrayList<>())
                .add(term);
    }

    private Need.What what(Term term, String provider) {
        Power power = term.subject().power();
        if (term.kind() == ClaimKind.SUPPLY) {
            return Need.What.SILICON;
        }
        if (power != null && term.kind() == ClaimKind.CAPACITY) {
            return switch (power.layer()) {
                case CHIPS -> Need.What.SILICON;
                case COMPUTE -> Need.What.COMPUTE;
                case SITE -> Need.What.SITE;
                case POWER -> Need.What.POWER;
            };
        }
        return sells(provider);
    }

    /** What money buys from an organization, by what it does. */
    private Need.What sells(String provider) {
        Set<OrganizationType> types =
                catalogue.findOrganization(provider).map(Organization::types).orElse(Set.of());
        if (types.contains(OrganizationType.HYPERSCALER) || types.contains(OrganizationType.NEOCLOUD)) {
            return Need.What.COMPUTE;
        }
        if (types.contains(OrganizationType.CHIP_VENDOR)) {
            return Need.What.SILICON;
        }
        if (types.contains(OrganizationType.MEMORY_VENDOR)) {
            return Need.What.MEMORY;
        }
        if (types.contains(OrganizationType.FOUNDRY)) {
            return Need.What.FOUNDRY;
        }
        if (types.contains(OrganizationType.POWER_PRODUCER) || types.contains(OrganizationType.UTILITY)) {
            return Need.What.POWER;
        }
        return types.contains(OrganizationType.LANDLORD) ? Need.What.SITE : Need.What.OTHER;
    }

    private static Need need(Node user, Need.What what, Map<Node, List<Term>> ways) {
        Set<String> units = new TreeSet<>();
        Map<Node, Map<String, BigDecimal>> sums = new TreeMap<>();
        ways.forEach((way, terms) -> {
            Map<String, BigDecimal> sum = new TreeMap<>();
            for (Total total : Totals.of(terms, Scope.everything(), Basis.FIRM_AND_CONDITIONAL)) {
                if (!total.counted().isEmpty()) {
                    String unit = total.category().kind() == ClaimKind.SPEND
                            ? total.category().unit() + COMMITTED
                            : total.category().unit();
                    sum.put(unit, total.amount().value());
                }
            }
            sums.put(way, sum);
            units.addAll(sum.keySet());
        });
        String unit = unit(units, sums.values());
        return new Need(
                user,
                what,
                ways.entrySet().stream()
                        .map(way -> new Need.Way(
                                way.getKey(),
                                unit == null ? null : share(way.getKey(), unit, sums),
                                unit,
                                way.getValue().stream()
                                        .map(Term::id)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.toList()),
                                null))
                        .toList());
    }

    /** The unit that most ways tell, committed money first; of ways that each tell another nothing can be compared. */
    private static @Nullable String unit(Set<String> units, Collection<Map<String, BigDecimal>> sums) {
        return units.stream()
                .max(Comparator.comparingLong((String unit) -> told(unit, sums))
                        .thenComparing(unit -> unit.endsWith(COMMITTED))
                        .thenComparing(Comparator.reverseOrder()))
                .filter(unit -> told(unit, sums) > 1 || sums.size() == 1)
                .orElse(null);
    }

    private static long told(String unit, Collection<Map<String, BigDecimal>> sums) {
        return sums.stream().filter(sum -> sum.containsKey(unit)).count();
    }

    private static @Nullable BigDecimal share(Node way, String unit, Map<Node, Map<String, BigDecimal>> sums) {
        BigDecimal all = sums.values().stream()
                .map(sum -> sum.getOrDefault(unit, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal own = sums.getOrDefault(way, Map.of()).get(unit);
        return own == null || all.signum() == 0 ? null : own.divide(all, MathContext.DECIMAL32);
    }

    private Node group(String id) {
        return Node.organization(catalogue.groupOf(id, on));
    }
}
