package org.dealgraph.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dealgraph.answer.dependence.Need;
import org.dealgraph.answer.dependence.Needs;
import org.dealgraph.answer.dependence.Node;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Every organization that has to do with some obligations, in which role, and over how many steps. */
public final class Stakeholders {

    /** The most steps that are followed. */
    public static final int FARTHEST = 6;

    private static final Map<Need.What, Role> ROLES = new EnumMap<>(Map.ofEntries(
            Map.entry(Need.What.DEVELOPER, Role.LAB),
            Map.entry(Need.What.OPERATOR, Role.PROVIDER),
            Map.entry(Need.What.PLATFORM, Role.PROVIDER),
            Map.entry(Need.What.COMPUTE, Role.PROVIDER),
            Map.entry(Need.What.SILICON, Role.CHIP_VENDOR),
            Map.entry(Need.What.VENDOR, Role.CHIP_VENDOR),
            Map.entry(Need.What.DESIGN, Role.DESIGN_PARTNER),
            Map.entry(Need.What.FOUNDRY, Role.FOUNDRY),
            Map.entry(Need.What.MEMORY, Role.MEMORY),
            Map.entry(Need.What.INTEGRATOR, Role.INTEGRATOR),
            Map.entry(Need.What.POWER, Role.POWER),
            Map.entry(Need.What.SITE, Role.LANDLORD),
            Map.entry(Need.What.OTHER, Role.SUPPLIER)));

    private final UnaryOperator<String> group;
    private final Needs needs;
    private final Predicate<String> cloud;
    private final Map<String, Map<Role, Stake>> found = new TreeMap<>();

    private Stakeholders(UnaryOperator<String> group, Needs needs, Predicate<String> cloud) {
        this.group = group;
        this.cloud = cloud;
        this.needs = needs;
    }

    /** What an organization is to somebody's deal. */
    public enum Role {
        CUSTOMER,
        BENEFICIARY,
        LAB,
        PROVIDER,
        INVESTOR,
        INVESTEE,
        LENDER,
        GUARANTOR,
        BORROWER,
        BUYER,
        TARGET,
        BUILDER,
        CHIP_VENDOR,
        DESIGN_PARTNER,
        FOUNDRY,
        MEMORY,
        INTEGRATOR,
        POWER,
        LANDLORD,
        DISTRIBUTOR,
        RIGHT_HOLDER,
        GRANTOR,
        SUPPLIER
    }

    /**
     * One organization in one role.
     *
     * @param organization group id
     * @param role which
     * @param steps 1 for a party, 2 for whoever a party or what it trades in rests on, and so on
     * @param path from the party, by way of products and others, to the organization
     * @param terms ids of the obligations by which it is reached, sorted
     * @param source address behind the last step where the registry knows it, or null
     */
    public record Stake(
            String organization,
            Role role,
            int steps,
            List<Node> path,
            List<String> terms,
            @Nullable String source) {}

    /**
     * Finds them.
     *
     * @param terms the obligations asked about
     * @param needs what everything rests on
     * @param group leads an organization to its group
     * @param cloud whether an organization runs computing for others
     * @param steps how far, 1 to {@link #FARTHEST}
     * @return nearest first, then by organization and role
     */
    public static List<Stake> of(
            Collection<Term> terms, Needs needs, UnaryOperator<String> group, Predicate<String> cloud, int steps) {
        if (steps < 1 || steps > FARTHEST) {
            throw new IllegalArgumentException("could not follow " + steps + " steps: 1 to " + FARTHEST);
        }
        Stakeholders all = new Stakeholders(group, needs, cloud);
        terms.forEach(all::parties);
        if (steps > 1) {
            all.remoter(terms, steps);
        }
        return all.found.values().stream()
                .flatMap(roles -> roles.values().stream())
                .sorted(Comparator.comparingInt(Stake::steps)
                        .thenComparing(Stake::organization)
                        .thenComparing(Stake::role))
                .toList();
    }

    private void parties(Term term) {
        Role from = switch (term.kind()) {
            case SPEND -> Role.CUSTOMER;
            case INVEST -> Role.INVESTOR;
            case LEND -> guarantees(term) ? Role.GUARANTOR : Role.LENDER;
            case ACQUIRE -> Role.BUYER;
            case CAPACITY -> capacity(term);
            case SUPPLY -> term.from().stream().anyMatch(cloud) ? Role.PROVIDER : Role.CHIP_VENDOR;
            case BUILD -> Role.BUILDER;
            case RIGHT -> Role.GRANTOR;
        };
        Role to = switch (term.kind()) {
            case SPEND -> Role.PROVIDER;
            case INVEST -> Role.INVESTEE;
            case LEND -> Role.BORROWER;
            case ACQUIRE -> Role.TARGET;
            case CAPACITY, SUPPLY, BUILD -> Role.CUSTOMER;
            case RIGHT -> distributes(term) ? Role.DISTRIBUTOR : Role.RIGHT_HOLDER;
        };
        term.from().forEach(id -> party(id, from, term));
        term.to().forEach(id -> party(id, to, term));
        term.beneficiaries().forEach(id -> party(id, Role.BENEFICIARY, term));
    }

    private void party(String id, Role role, Term term) {
        String organization = group.apply(id);
        keep(new Stake(organization, role, 1, List.of(Node.organization(organization)), List.of(term.id()), null));
    }

    /** Whoever the parties, products and sites of the obligations rest on. */
    private void remoter(Collection<Term> terms, int steps) {
        Map<Node, Set<String>> starts = new LinkedHashMap<>();
        for (Term term : terms) {
            String product = term.subject().product();
            String site = term.subject().site();
            if (product != null) {
                start(starts, Node.product(product), term);
            }
            if (site != null) {
                start(starts, Node.site(site), term);
            }
            providers(term).forEach(id -> start(starts, Node.organization(group.apply(id)), term));
        }
        starts.forEach((node, by) -> walk(List.of(node), by, steps, new TreeSet<>(Set.of(node))));
    }

    private static void start(Map<Node, Set<String>> starts, Node node, Term term) {
        starts.computeIfAbsent(node, n -> new TreeSet<>()).add(term.id());
    }

    private static List<String> providers(Term term) {
        return switch (term.kind()) {
            case SPEND -> term.to();
            case CAPACITY, SUPPLY, BUILD -> term.from();
            default -> List.of();
        };
    }

    private void walk(List<Node> path, Set<String> terms, int steps, Set<Node> seen) {
        if (path.size() >= steps) {
            return;
        }
        for (Need need : needs.of(path.getLast())) {
            for (Need.Way way : need.ways()) {
                if (seen.add(way.on())) {
                    List<Node> longer = new ArrayList<>(path);
                    longer.add(way.on());
                    if (way.on().type() == Node.Type.ORGANIZATION) {
                        Role role = ROLES.getOrDefault(need.what(), Role.SUPPLIER);
                        keep(new Stake(
                                way.on().id(),
                                role,
                                longer.size(),
                                List.copyOf(longer),
                                List.copyOf(terms),
                                way.source()));
                    }
                    walk(longer, terms, steps, seen);
                }
            }
        }
    }

    /** The shortest way to an organization in a role is told; ways as short join their obligations. */
    private void keep(Stake stake) {
        found.computeIfAbsent(stake.organization(), o -> new TreeMap<>()).merge(stake.role(), stake, (old, now) -> {
            if (old.steps() != now.steps()) {
                return old.steps() < now.steps() ? old : now;
            }
            Set<String> terms = new TreeSet<>(old.terms());
            terms.addAll(now.terms());
            return new Stake(old.organization(), old.role(), old.steps(), old.path(), List.copyOf(terms), old.source());
        });
    }

    private static boolean guarantees(Term term) {
        Instrument paper = term.subject().instrument();
        return paper != null && paper.guarantees();
    }

    private static boolean distributes(Term term) {
        return term.subject().right() != null && term.subject().right().name().contains("DISTRIBUTION");
    }

    private static Role capacity(Term term) {
        var power = term.subject().power();
        return power == null
                ? Role.PROVIDER
                : switch (power.layer()) {
                    case CHIPS -> Role.CHIP_VENDOR;
                    case COMPUTE -> Role.PROVIDER;
                    case SITE -> Role.LANDLORD;
                    case POWER -> Role.POWER;
                };
    }
}
