package org.dealgraph.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.model.Article;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.pipeline.poll.Polling.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What the claims behind one total came from. How often a source was asked is told of the present only.
 *
 * @param articles that state what the total counts
 * @param independent reports, when those that rest on one count once
 * @param sources that brought the articles, by id
 * @param polled how many of them are asked for news by themselves
 * @param share of the polled ones that were asked in time, or null where none is
 * @param missing those that were not
 */
record TotalCoverage(
        int articles,
        int independent,
        List<String> sources,
        int polled,
        @Nullable Double share,
        List<Standing> missing) {

    /**
     * The coverage of some claims.
     *
     * @param asked the sources that are to be polled
     * @param late those of them that were not asked in time
     */
    static TotalCoverage of(
            List<SourcedClaim> claims, List<Article> articles, List<Standing> asked, List<Standing> late) {
        List<String> sources =
                articles.stream().map(Article::source).distinct().sorted().toList();
        Map<String, Standing> polled = asked.stream()
                .filter(s -> sources.contains(s.source().id()))
                .collect(Collectors.toMap(s -> s.source().id(), s -> s, (a, b) -> a, TreeMap::new));
        List<Standing> missing =
                late.stream().filter(s -> polled.containsKey(s.source().id())).toList();
        return new TotalCoverage(
                (int) articles.stream().map(Article::id).distinct().count(),
                (int) claims.stream().map(SourcedClaim::independence).distinct().count(),
                sources,
                polled.size(),
                polled.isEmpty() ? null : (polled.size() - missing.size()) / (double) polled.size(),
                missing);
    }
}
