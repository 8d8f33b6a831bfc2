package org.dealgraph.article;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dealgraph.model.Article;
import org.jspecify.annotations.Nullable;

/**
 * Says which versions of the page at one address hold. A later version of a page takes the place of the earlier ones: it
 * was corrected, or withdrawn by a notice. Later is what was last seen there later, so that a page that goes back to its old
 * words has them back; then what the page dates later; never what arrived later, so that any order of processing gives the
 * same.
 *
 * <p>Two things are told apart from that. What a feed gives of a page, its beginning or a part, takes no page's place. And a
 * name that is no address of the web, such as a file's, may be borne by unlike texts: only what has the same title, or at
 * least half of all words in common, is a version of the same.
 */
public final class Versions {

    private static final double EXCERPT_LENGTH = 0.6;
    private static final double EXCERPT_SHARED = 0.8;
    private static final double ALIKE = 0.5;
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Versions() {}

    /**
     * The versions whose place another has taken, each with the id of the first that took it.
     *
     * @param page every version of the page at one address that was not withdrawn
     * @param seenAgain when a version was seen again after it had been taken in, by its id
     */
    public static Map<String, String> superseded(Collection<Article> page, Map<String, Instant> seenAgain) {
        List<Article> ordered = page.stream().sorted(later(seenAgain)).toList();
        Map<String, String> superseded = new TreeMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            Article earlier = ordered.get(i);
            Optional<Article> later = ordered.subList(i + 1, ordered.size()).stream()
                    .filter(candidate -> replaces(candidate, earlier))
                    .findFirst();
            later.ifPresent(article -> superseded.put(earlier.id(), article.id()));
        }
        return superseded;
    }

    private static Comparator<Article> later(Map<String, Instant> seenAgain) {
        return Comparator.comparing(
                        (Article article) -> lastSeen(article, seenAgain),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Article::modified, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Article::published, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Article::id);
    }

    private static @Nullable Instant lastSeen(Article article, Map<String, Instant> seenAgain) {
        Instant first = article.publishedAssumed();
        Instant again = seenAgain.get(article.id());
        return again == null || (first != null && first.isAfter(again)) ? first : again;
    }

    private static boolean replaces(Article later, Article earlier) {
        Set<String> after = words(later);
        Set<String> before = words(earlier);
        Set<String> shared = new HashSet<>(after);
        shared.retainAll(before);
        if (isWeb(later)) {
            return !(after.size() < EXCERPT_LENGTH * before.size() && shared.size() >= EXCERPT_SHARED * after.size());
        }
        boolean titled = !later.title().isBlank() && later.title().equals(earlier.title());
        return titled || shared.size() >= ALIKE * (after.size() + before.size() - shared.size());
    }

    private static boolean isWeb(Article article) {
        return article.address().startsWith("https://") || article.address().startsWith("http://");
    }

    private static Set<String> words(Article article) {
        return new HashSet<>(Arrays.asList(GAP.split(article.text().toLowerCase(Locale.ROOT))));
    }
}
