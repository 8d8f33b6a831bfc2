package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.dealgraph.entity.Resolver;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Party;
import org.dealgraph.model.SourcedClaim;

/** Puts a claim beside what is known of its source: who the parties are, when it was published, whose report it rests on. */
@Singleton
final class Sourcing {

    private final Resolver resolver;

    Sourcing(Resolver resolver) {
        this.resolver = resolver;
    }

    SourcedClaim of(Claim claim, Article article, String original) {
        return new SourcedClaim(
                claim,
                resolve(claim.from()),
                resolve(claim.to()),
                resolve(claim.beneficiaries()),
                article.tier(),
                article.known(),
                article.published() == null,
                independence(claim, article, original));
    }

    private List<String> resolve(List<Party> parties) {
        return parties.stream()
                .map(party -> resolver.resolve(party, Instant.EPOCH).organization())
                .toList();
    }

    /**
     * Articles that retell one story, rest on one outlet's report, are copies of one text or stand at one address are one
     * source. An outlet goes by its entity, so that its report is one under every name it has.
     *
     * @param original address of the earliest copy of the article, its own where there is none
     */
    String independence(Claim claim, Article article, String original) {
        if (article.story() != null) {
            return article.story();
        }
        Attribution attribution = claim.attribution();
        if (attribution.voice() == Attribution.Voice.NAMED_OUTLET && attribution.reliesOn() != null) {
            Party outlet = new Party(attribution.reliesOn(), null, null);
            return "report:" + resolver.resolve(outlet, Instant.EPOCH).organization();
        }
        return original;
    }
}
