package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Party;
import org.dealgraph.model.SourcedClaim;

/** Puts a claim beside what is known of its source: who the parties are, when it was published, whose report it rests on. */
@Singleton
final class Sourcing {

    SourcedClaim of(Claim claim, Article article, Rules rules) {
        return new SourcedClaim(
                claim,
                resolve(claim, claim.from(), rules),
                resolve(claim, claim.to(), rules),
                resolve(claim, claim.beneficiaries(), rules),
                article.tier(),
                article.known(),
                article.published() == null,
                independence(claim, article));
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
        return parties.stream()
                .map(party -> rules.resolver()
                        .resolve(party, claim.article(), Instant.EPOCH)
                        .organization())
                .toList();
    }

    /** Articles that rest on one outlet's report, retell one story or stand at one address are one source. */
    private static String independence(Claim claim, Article article) {
        if (article.story() != null) {
            return article.story();
        }
        Attribution attribution = claim.attribution();
        if (attribution.voice() == Attribution.Voice.NAMED_OUTLET && attribution.reliesOn() != null) {
            return "report:" + slug(attribution.reliesOn());
        }
        return article.address();
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-");
        return plain.replaceAll("^-|-$", "");
    }
}
