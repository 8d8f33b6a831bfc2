package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    SourcedClaim of(Claim claim, Article article) {
        return new SourcedClaim(
                claim,
                resolve(claim.from()),
                resolve(claim.to()),
                resolve(claim.beneficiaries()),
                article.tier(),
                article.known(),
                article.published() == null,
                independence(claim, article));
    }

    private List<String> resolve(List<Party> parties) {
        return parties.stream()
                .map(party -> resolver.resolve(party, Instant.EPOCH).organization())
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
