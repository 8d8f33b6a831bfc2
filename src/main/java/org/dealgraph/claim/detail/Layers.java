package org.dealgraph.claim.detail;

import java.util.HashSet;
import java.util.Set;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.quantity.PowerAmount;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Power;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a power stands for where its noun phrase does not say: chips from who sells chips, computing from a cloud or a
 * lab, electricity from who generates it, a site from who builds and lets.
 */
final class Layers {

    private static final Set<OrganizationType> VENDOR =
            Set.of(OrganizationType.CHIP_VENDOR, OrganizationType.FOUNDRY, OrganizationType.INTEGRATOR);
    private static final Set<OrganizationType> ENERGY =
            Set.of(OrganizationType.POWER_PRODUCER, OrganizationType.UTILITY, OrganizationType.POWER_EQUIPMENT);

    private Layers() {}

    /** The power of a candidate with its layer: as said, else by its provider, else as words further off hint. */
    static Power of(PowerAmount amount, Candidate c) {
        Power power = amount.power();
        if (amount.said() != null) {
            return power;
        }
        Power.Layer layer = c.kind() == ClaimKind.BUILD ? built(c.from()) : provided(c.from(), c.to());
        return layer == null ? power : new Power(power.megawatts(), power.measure(), layer);
    }

    private static Power.Layer built(Side builder) {
        return meets(types(builder), ENERGY) && !types(builder).contains(OrganizationType.LANDLORD)
                ? Power.Layer.POWER
                : Power.Layer.SITE;
    }

    private static Power.@Nullable Layer provided(Side provider, @Nullable Side user) {
        Set<OrganizationType> types = types(provider);
        if (types.contains(OrganizationType.HYPERSCALER)) {
            return Power.Layer.COMPUTE;
        }
        boolean cloud = types.contains(OrganizationType.NEOCLOUD);
        boolean lets = types.contains(OrganizationType.LANDLORD);
        if (cloud && lets) {
            return user != null && meets(types(user), Set.of(OrganizationType.HYPERSCALER, OrganizationType.NEOCLOUD))
                    ? Power.Layer.SITE
                    : Power.Layer.COMPUTE;
        }
        if (!cloud && meets(types, VENDOR)) {
            return Power.Layer.CHIPS;
        }
        if (cloud || types.contains(OrganizationType.LAB)) {
            return Power.Layer.COMPUTE;
        }
        if (lets) {
            return Power.Layer.SITE;
        }
        return meets(types, ENERGY) ? Power.Layer.POWER : null;
    }

    private static Set<OrganizationType> types(Side side) {
        Set<OrganizationType> types = new HashSet<>();
        side.members().forEach(m -> types.addAll(m.types()));
        return types;
    }

    private static boolean meets(Set<OrganizationType> types, Set<OrganizationType> of) {
        return types.stream().anyMatch(of::contains);
    }
}
