package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dealgraph.article.NearCopies;
import org.dealgraph.graph.CopyRepository;
import org.dealgraph.model.Article;
import org.neo4j.driver.TransactionContext;

/**
 * Finds the articles that carry one text: syndicated, cut, or lightly rewritten. All stay stored, and count as one source,
 * that of the earliest. Which group an article is in does not depend on the order of arrival.
 */
@Singleton
final class Copies {

    private final CopyRepository copies;

    Copies(CopyRepository copies) {
        this.copies = copies;
    }

    /**
     * Looks for copies of articles that were just saved.
     *
     * @return the articles of every group that one of them is in, with the address of the group's earliest article
     */
    Map<Article, String> find(TransactionContext tx, Collection<Article> saved) {
        List<Article> searched = saved.stream().filter(Copies::isReport).toList();
        searched.forEach(article -> copies.saveBands(tx, article.id(), NearCopies.keys(article)));
        searched.forEach(article -> join(tx, article));
        Map<Article, String> originals = new TreeMap<>(java.util.Comparator.comparing(Article::id));
        for (Article article : searched) {
            if (!originals.containsKey(article)) {
                List<Article> group = copies.listGroup(tx, article.id());
                String original = group.stream()
                        .min(NearCopies.EARLIEST_FIRST)
                        .orElse(article)
                        .address();
                group.forEach(member -> originals.put(member, original));
            }
        }
        return originals;
    }

    private void join(TransactionContext tx, Article article) {
        Set<String> group = ids(copies.listGroup(tx, article.id()));
        for (Article candidate : copies.listCandidates(tx, article.id())) {
            if (!group.contains(candidate.id()) && NearCopies.areCopies(article, candidate)) {
                copies.link(tx, article.id(), candidate.id());
                group = ids(copies.listGroup(tx, article.id()));
            }
        }
    }

    private static Set<String> ids(List<Article> group) {
        Set<String> ids = new HashSet<>();
        group.forEach(article -> ids.add(article.id()));
        return ids;
    }

    /** Retellings have a story of their own that they count by, and a text that is not kept cannot be compared. */
    private static boolean isReport(Article article) {
        return article.story() == null && !article.text().isEmpty();
    }
}
