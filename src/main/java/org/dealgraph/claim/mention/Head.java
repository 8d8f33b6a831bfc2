package org.dealgraph.claim.mention;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * What a noun or modifier of a description says about the organization it stands for.
 *
 * @param types what it must be, where its types are known; empty where the word does not say
 * @param not what it cannot be
 * @param prefer what it rather is
 * @param industry words of which one stands in its industry or descriptions; an alternative to {@code types}
 * @param role its part in a deal, or null
 * @param generic whether the word says nothing about it ("company")
 * @param maker whether a product before the word tells who it is ("the ChatGPT maker")
 * @param unlisted whether it is rather not traded on an exchange
 */
record Head(
        Set<OrganizationType> types,
        Set<OrganizationType> not,
        Set<OrganizationType> prefer,
        List<String> industry,
        @Nullable Role role,
        boolean generic,
        boolean maker,
        boolean unlisted) {

    /** Parts in a deal by which the press names a company. */
    enum Role {
        BUYER,
        CUSTOMER,
        TENANT,
        LANDLORD,
        SELLER,
        INVESTOR,
        LENDER,
        BORROWER,
        TARGET,
        PARTNER,
        RIVAL,
        PARENT,
        SUBSIDIARY
    }

    Head {
        types = Set.copyOf(types);
        not = Set.copyOf(not);
        prefer = Set.copyOf(prefer);
        industry = List.copyOf(industry);
    }

    /** What an organization that the registry does not know does, if the word is all that is known; empty where it does not say. */
    Set<OrganizationType> trade() {
        if (role == Role.LANDLORD) {
            return Set.of(OrganizationType.LANDLORD);
        }
        if (!types.isEmpty() && !prefer.isEmpty()) {
            return prefer;
        }
        return types.stream()
                .filter(t -> t != OrganizationType.HYPERSCALER)
                .sorted()
                .limit(1)
                .collect(Collectors.toSet());
    }

    /** Whether the word alone picks out a kind of organization. */
    boolean telling() {
        return !types.isEmpty() || !industry.isEmpty();
    }
}
