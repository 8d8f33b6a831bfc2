package org.dealgraph.claim.candidate;

import java.util.Collections;
import java.util.Set;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * How usual a direction is: labs buy from clouds, clouds and chip vendors invest in labs, vendors supply. Evidence, never
 * proof: it is one number among many.
 */
final class Prior {

    private static final Set<OrganizationType> CLOUD =
            Set.of(OrganizationType.HYPERSCALER, OrganizationType.NEOCLOUD, OrganizationType.LANDLORD);
    private static final Set<OrganizationType> VENDOR = Set.of(
            OrganizationType.CHIP_VENDOR,
            OrganizationType.FOUNDRY,
            OrganizationType.MEMORY_VENDOR,
            OrganizationType.EQUIPMENT_VENDOR,
            OrganizationType.NETWORK_VENDOR,
            OrganizationType.INTEGRATOR,
            OrganizationType.POWER_EQUIPMENT);
    private static final Set<OrganizationType> POWER =
            Set.of(OrganizationType.POWER_PRODUCER, OrganizationType.UTILITY);
    private static final Set<OrganizationType> MONEY = Set.of(OrganizationType.INVESTOR, OrganizationType.BANK);

    private Prior() {}

    /** The same for two sides, by the first organization of each. */
    static double of(ClaimKind kind, Side from, @Nullable Side to) {
        return of(kind, types(from), to == null ? Set.of() : types(to));
    }

    private static Set<OrganizationType> types(Side side) {
        return side.members().getFirst().types();
    }

    /** From -1, the wrong way round, to 1, the usual way. */
    private static double of(ClaimKind kind, Set<OrganizationType> from, Set<OrganizationType> to) {
        return switch (kind) {
            case SPEND -> rank(to) - rank(from);
            case CAPACITY, SUPPLY -> rank(from) - rank(to);
            case INVEST -> Math.clamp(wealth(from) - wealth(to), -1, 1);
            case LEND -> any(from, MONEY) ? 1 : any(to, MONEY) ? -1 : 0;
            case ACQUIRE -> Math.clamp(wealth(from) - wealth(to), -1, 1) / 2;
            case BUILD -> any(from, CLOUD) || any(from, POWER) ? 1 : any(from, MONEY) ? -0.5 : 0.2;
            case RIGHT -> any(from, Set.of(OrganizationType.LAB)) ? 1 : any(to, Set.of(OrganizationType.LAB)) ? -1 : 0;
        };
    }

    /** Where one stands in the chain of supply: 0 at its end, the lab; higher the further up. */
    private static double rank(Set<OrganizationType> types) {
        if (any(types, Set.of(OrganizationType.LAB)) && !any(types, CLOUD)) {
            return 0;
        }
        if (types.contains(OrganizationType.HYPERSCALER)) {
            return 0.35;
        }
        if (any(types, CLOUD)) {
            return 0.75;
        }
        if (any(types, VENDOR) || any(types, POWER)) {
            return 1;
        }
        return 0.3;
    }

    private static double wealth(Set<OrganizationType> types) {
        if (any(types, MONEY)) {
            return 1;
        }
        if (types.contains(OrganizationType.HYPERSCALER) || any(types, VENDOR)) {
            return 0.8;
        }
        return any(types, Set.of(OrganizationType.LAB, OrganizationType.NEOCLOUD)) ? 0 : 0.4;
    }

    static boolean any(Set<OrganizationType> types, Set<OrganizationType> of) {
        return !Collections.disjoint(types, of);
    }
}
