package org.dealgraph.claim.mention;

import java.util.List;
import java.util.Set;
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

    /** Whether the word alone picks out a kind of organization. */
    boolean telling() {
        return !types.isEmpty() || !industry.isEmpty();
    }
}
