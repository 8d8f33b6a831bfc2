package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Party;
import org.dealgraph.model.Resolution;
import org.dealgraph.model.SourcedClaim;

/** Puts a claim beside what is known of its source: who the parties are, when it was published, whose report it rests on. */
@Singleton
final class Sourcing {

    SourcedClaim of(Claim claim, Article article, String original, Rules rules) {
        return new SourcedClaim(
                claim,
                resolve(claim, claim.from(), rules),
                resolve(claim, claim.to(), rules),
                resolve(claim, claim.beneficiaries(), rules),
                article.tier(),
                article.known(),
                article.published() == null,
                independence(claim, article, original, rules));
    }

    /** The same claim with its parties resolved again, after somebody decided about names. */
    SourcedClaim again(SourcedClaim sourced, Rules rules) {
        Claim claim = sourced.claim();
        return new SourcedClaim(
                claim,
                resolve(claim, claim.from(), rules),
                resolve(claim, claim.to(), rules),
                resolve(claim, claim.beneficiaries(), rules),
                sourced.tier(),
                sourced.published(),
                sourced.publishedAssumed(),
                sourced.independence());
    }

    private static List<String> resolve(Claim claim, List<Party> parties, Rules rules) {
        return resolutions(claim, parties, rules).stream()
                .map(Resolution::organization)
                .toList();
    }

    /** How each party of a claim comes to be who it is: from, to and beneficiaries, in the claim's order. */
    static List<Resolution> resolutions(Claim claim, Rules rules) {
        return Stream.of(claim.from(), claim.to(), claim.beneficiaries())
                .flatMap(parties -> resolutions(claim, parties, rules).stream())
                .toList();
    }

    private static List<Resolution> resolutions(Claim claim, List<Party> parties, Rules rules) {
        return parties.stream()
                .map(party -> rules.resolver().resolve(party, claim.article(), Instant.EPOCH))
                .toList();
    }

    /**
     * Articles that retell one story, rest on one outlet's report, are copies of one text or stand at one address are one
     * source. An outlet goes by its entity, so that its report is one under every name it has.
     *
     * @param original address of the earliest copy of the article, its own where there is none
     */
    String independence(Claim claim, Article article, String original, Rules rules) {
        if (article.story() != null) {
            return article.story();
        }
        Attribution attribution = claim.attribution();
        if (attribution.voice() == Attribution.Voice.NAMED_OUTLET && attribution.reliesOn() != null) {
            Party outlet = new Party(attribution.reliesOn(), null, null);
            return "report:"
                    + rules.resolver()
                            .resolve(outlet, claim.article(), Instant.EPOCH)
                            .organization();
        }
        return original;
    }
}
