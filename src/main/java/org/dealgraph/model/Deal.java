package org.dealgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as the claims tell it: its parties and terms.
 *
 * @param id the id of its founding claim (earliest published, then smallest); any member's id leads here
 * @param slug readable display name, not an identity
 * @param title one line in our own words, made from the terms
 * @param parties organization ids, sorted
 * @param terms by id
 * @param claims ids of all its claims, sorted
 * @param agreed earliest agreed date among its terms, or null
 * @param published earliest publication among its claims, or null
 */
public record Deal(
        String id,
        String slug,
        String title,
        List<String> parties,
        List<Term> terms,
        List<String> claims,
        @Nullable PartialDate agreed,
        @Nullable PartialDate published) {}
