package org.dealgraph.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.article.Compared;
import org.dealgraph.article.NearCopies;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.CopyRepository;
import org.dealgraph.model.Article;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Finds the articles that carry one text: syndicated, cut, or lightly rewritten. All stay stored, and count as one source,
 * that of the earliest. Which group an article is in does not depend on the order of arrival.
 */
@Singleton
final class Copies {

    /** Characters of the texts that are kept ready for comparing; each costs a few bytes. */
    private static final int READY = 2_000_000;

    private final CopyRepository copies;
    private final ArticleRepository articles;
    /** An article's id names its text, so what is kept never grows old. */
    private final Cache<String, Compared> ready = Caffeine.newBuilder()
            .maximumWeight(READY)
            .weigher((String id, Compared article) -> article.length() + 1)
            .build();

    Copies(CopyRepository copies, ArticleRepository articles) {
        this.copies = copies;
        this.articles = articles;
    }

    /**
     * Looks for copies of articles that were just saved.
     *
     * @return the articles of every group that one of them is in, with the address of the group's earliest article
     */
    Map<Article, String> find(TransactionContext tx, Collection<Article> saved) {
        List<Article> searched = saved.stream().filter(Copies::isReport).toList();
        if (searched.isEmpty()) {
            return Map.of();
        }
        Map<String, Compared> made = new TreeMap<>();
        searched.forEach(article -> made.put(article.id(), Compared.of(article)));
        copies.saveBands(
                tx,
                made.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().keys())));
        Set<String> linked = join(tx, made);
        Map<Article, String> originals = new TreeMap<>(Comparator.comparing(Article::id));
        for (Article article : searched) {
            if (!originals.containsKey(article)) {
                List<Article> group =
                        linked.contains(article.id()) ? copies.listGroup(tx, article.id()) : List.of(article);
                String original = group.stream()
                        .min(NearCopies.EARLIEST_FIRST)
                        .orElse(article)
                        .address();
                group.forEach(member -> originals.put(member, original));
            }
        }
        return originals;
    }

    /** Links each with its copies; answers with the ids of those that have any. */
    private Set<String> join(TransactionContext tx, Map<String, Compared> made) {
        Map<String, List<String>> candidates = copies.listCandidates(tx, made.keySet());
        Map<String, Compared> texts = new TreeMap<>(made);
        texts.putAll(texts(
                tx,
                candidates.values().stream()
                        .flatMap(List::stream)
                        .filter(id -> !made.containsKey(id))
                        .collect(Collectors.toSet())));
        Set<String> linked = new HashSet<>(copies.listLinked(tx, made.keySet()));
        made.forEach((id, article) -> {
            Set<String> group = linked.contains(id) ? ids(copies.listGroup(tx, id)) : Set.of(id);
            for (String candidate : candidates.getOrDefault(id, List.of())) {
                if (!group.contains(candidate) && areCopies(article, texts.get(candidate))) {
                    copies.link(tx, id, candidate);
                    group = ids(copies.listGroup(tx, id));
                    linked.addAll(group);
                }
            }
        });
        return linked;
    }

    private static boolean areCopies(Compared article, @Nullable Compared candidate) {
        return candidate != null && article.isCopyOf(candidate);
    }

    private Map<String, Compared> texts(TransactionContext tx, Set<String> ids) {
        Map<String, Compared> texts = new TreeMap<>(ready.getAllPresent(ids));
        List<String> missing =
                ids.stream().filter(id -> !texts.containsKey(id)).sorted().toList();
        if (!missing.isEmpty()) {
            articles.listByIds(tx, missing).forEach(article -> texts.put(article.id(), Compared.of(article)));
            missing.forEach(id -> ready.asMap().computeIfAbsent(id, texts::get));
        }
        return texts;
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
