package org.dealgraph.pipeline;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.SourcedClaim;

/** Claims built by hand as small articles that the pipeline can take in. */
final class Stated {

    private Stated() {}

    /**
     * The claims by the article that states them; an agency's report, which several rest on, is the article's story. A page
     * has one date, tier and story, those of its first claim; it has no date of its own where that is assumed for all, and
     * no text, in which rebuilding would look for copies that taking in what is stated does not look for.
     */
    static List<Map<Article, List<Claim>>> articles(List<SourcedClaim> claims) {
        Map<String, List<SourcedClaim>> byArticle = new LinkedHashMap<>();
        claims.forEach(c -> byArticle
                .computeIfAbsent(c.claim().article(), a -> new ArrayList<>())
                .add(c));
        List<Map<Article, List<Claim>>> articles = new ArrayList<>();
        byArticle.forEach((id, stated) -> {
            SourcedClaim first = stated.getFirst();
            PartialDate published = first.published();
            boolean undated = published == null || stated.stream().allMatch(SourcedClaim::publishedAssumed);
            Article article = new Article(
                    id,
                    "https://made.example/" + articles.size(),
                    "made",
                    null,
                    first.tier(),
                    id,
                    null,
                    undated ? null : published,
                    undated && published != null
                            ? published.earliest().atStartOfDay(ZoneOffset.UTC).toInstant()
                            : null,
                    null,
                    "en",
                    "",
                    null,
                    first.independence().equals(id) ? null : first.independence());
            articles.add(Map.of(
                    article, stated.stream().map(SourcedClaim::claim).distinct().toList()));
        });
        return articles;
    }
}
