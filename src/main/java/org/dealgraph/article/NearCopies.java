package org.dealgraph.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;

/**
 * Finds copies of one text among articles: syndicated, lightly rewritten, cut or lengthened.
 *
 * <p>The operating point. Two texts are copies where at least {@value #SHARED} of the three-word sequences of the shorter
 * one stand in the longer one, which is at most {@value #LONGER} times as long, and where no sentence of one stands in
 * the other with another name or number in it, and three quarters of all names and numbers are common to both, and where their
 * headlines are not built alike around names or numbers of which each article has one that the other lacks. A rewrite that keeps nine words of ten, wherever the tenth was changed,
 * keeps 0.9³ = 0.73 of the sequences; two reports of one event in their own words share less than 0.3. The last
 * condition is what keeps reports apart that are built on the same sentences about other companies or sums.
 *
 * <p>{@link #keys} are bands of a MinHash signature: texts that are copies share a key with a probability above 0.99, so
 * that only articles with a common key need be compared.
 */
public final class NearCopies {

    static final double SHARED = 0.6;
    static final double LONGER = 3;

    /** The order in which articles of a group stand: one without a date of publication last. */
    public static final Comparator<Article> EARLIEST_FIRST = Comparator.comparing(
                    Article::published, Comparator.nullsLast(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(Article::id);

    private NearCopies() {}

    /** Whether one of two articles is a copy of the other, headlines included; symmetric. */
    public static boolean areCopies(Article a, Article b) {
        return Compared.of(a).isCopyOf(Compared.of(b));
    }

    /** Whether one of two texts is a copy of the other; symmetric. */
    public static boolean areCopies(String a, String b) {
        return Compared.of(a).isCopyOf(Compared.of(b));
    }

    /** Keys under which to look for copies of an article. */
    public static Set<String> keys(Article article) {
        return keys(article.text());
    }

    /** Keys under which to look for copies of a text. */
    public static Set<String> keys(String text) {
        return Compared.of(text).keys();
    }

    /**
     * Groups of copies, each a list of article ids with the earliest published first; articles without a copy are in none.
     * The order in which articles are given does not matter.
     */
    public static List<List<String>> groups(Collection<Article> articles) {
        List<Article> ordered = articles.stream().sorted(EARLIEST_FIRST).toList();
        Map<String, List<Integer>> byKey = new HashMap<>();
        List<Compared> prints = new ArrayList<>();
        int[] group = new int[ordered.size()];
        for (int i = 0; i < ordered.size(); i++) {
            Compared print = Compared.of(ordered.get(i));
            group[i] = i;
            Set<Integer> candidates = new TreeSet<>();
            for (String key : print.keys()) {
                List<Integer> same = byKey.computeIfAbsent(key, k -> new ArrayList<>());
                candidates.addAll(same);
                same.add(i);
            }
            prints.add(print);
            for (int candidate : candidates) {
                if (find(group, i) != find(group, candidate)
                        && prints.get(candidate).isCopyOf(print)) {
                    join(group, i, candidate);
                }
            }
        }
        return collect(ordered, group);
    }

    private static int find(int[] group, int i) {
        int root = i;
        while (group[root] != root) {
            root = group[root];
        }
        return root;
    }

    private static void join(int[] group, int a, int b) {
        int first = Math.min(find(group, a), find(group, b));
        int second = Math.max(find(group, a), find(group, b));
        group[second] = first;
    }

    private static List<List<String>> collect(List<Article> ordered, int[] group) {
        Map<Integer, List<String>> members = new TreeMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            members.computeIfAbsent(find(group, i), k -> new ArrayList<>())
                    .add(ordered.get(i).id());
        }
        return members.values().stream()
                .filter(ids -> ids.size() > 1)
                .map(List::copyOf)
                .toList();
    }
}
