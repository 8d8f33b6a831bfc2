package org.dealgraph.article;

import java.util.Set;
import java.util.TreeSet;
import org.dealgraph.model.Article;
import org.jspecify.annotations.Nullable;

/**
 * An article made ready for being compared with many others by the rules of {@link NearCopies}. What few comparisons come
 * to, its sentences, is made when first asked for.
 */
public final class Compared {

    private final String title;
    private final String text;
    private final Fingerprint print;
    private volatile @Nullable Sentences sentences;

    private Compared(String title, String text) {
        this.title = title;
        this.text = text;
        this.print = Fingerprint.of(text);
    }

    /** An article with its headline. */
    public static Compared of(Article article) {
        return new Compared(article.title(), article.text());
    }

    static Compared of(String text) {
        return new Compared("", text);
    }

    /** Whether one of two articles is a copy of the other, headlines included; symmetric. */
    public boolean isCopyOf(Compared other) {
        int shorter = Math.min(print.size(), other.print.size());
        int longer = Math.max(print.size(), other.print.size());
        return shorter > 0
                && longer <= NearCopies.LONGER * shorter
                && print.shared(other.print) >= NearCopies.SHARED * shorter
                && !sentences().contradicts(other.sentences())
                && !Headlines.contradict(title, text, other.title, other.text);
    }

    /** Keys under which to look for copies. */
    public Set<String> keys() {
        return new TreeSet<>(print.bands());
    }

    /** Characters of its text: what it costs to keep. */
    public int length() {
        return text.length();
    }

    private Sentences sentences() {
        Sentences made = sentences;
        if (made == null) {
            made = Sentences.of(text);
            sentences = made;
        }
        return made;
    }
}
