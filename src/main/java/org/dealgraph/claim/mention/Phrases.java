package org.dealgraph.claim.mention;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of a few words with what they mean, found in tokens by the longest match. Case, hyphens, accents and British
 * spelling do not matter; {@link Gazetteer} minds the case of names.
 */
final class Phrases<T> {

    /** No phrase has more tokens than this. */
    static final int LONGEST = 12;

    private static final Phrases<Boolean> NONE = new Phrases<>();

    private final Map<String, T> single = new HashMap<>();
    private final Map<String, T> all = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();

    /**
     * A phrase found.
     *
     * @param value what it means
     * @param end one past its last token
     */
    record Match<T>(T value, int end) {}

    static Phrases<Boolean> none() {
        return NONE;
    }

    void put(String phrase, T value) {
        List<String> words = words(phrase);
        if (words.isEmpty() || words.size() > LONGEST) {
            return;
        }
        String key = String.join(" ", words);
        all.putIfAbsent(key, value);
        if (words.size() == 1) {
            single.putIfAbsent(key, value);
        }
        longest.merge(words.getFirst(), words.size(), Math::max);
    }

    /** What a phrase of one word means, or null. */
    @Nullable
    T find(String word) {
        return single.get(fold(word));
    }

    /** What a phrase means, or null. */
    @Nullable
    T findPhrase(String phrase) {
        return all.get(normal(phrase));
    }

    /** The longest phrase that starts at a token and ends before a limit, or null. */
    @Nullable
    Match<T> at(Prose prose, int token, int limit) {
        Token start = prose.token(token);
        if (start.kind() == Token.Kind.SIGN || start.text().length() > 40) {
            return null;
        }
        String key = fold(start.lower());
        Integer most = longest.get(key);
        if (most == null) {
            return null;
        }
        Match<T> best = null;
        StringBuilder phrase = new StringBuilder(key);
        int words = 1;
        for (int at = token; ; ) {
            T value = all.get(phrase.toString());
            if (value != null) {
                best = new Match<>(value, at + 1);
            }
            int next = next(prose, at, limit);
            if (next < 0 || words == most) {
                return best;
            }
            phrase.append(' ').append(fold(prose.token(next).lower()));
            words++;
            at = next;
        }
    }

    /** The next word of a phrase: hyphens inside a word are passed over. */
    private static int next(Prose prose, int at, int limit) {
        int next = at + 1;
        if (next < limit && prose.token(next).hyphen()) {
            next++;
        }
        if (next >= limit) {
            return -1;
        }
        Token token = prose.token(next);
        return token.kind() == Token.Kind.SIGN || token.text().length() > 40 ? -1 : next;
    }

    /** A phrase as it is compared: its folded words joined by one space. */
    static String normal(String phrase) {
        return String.join(" ", words(phrase));
    }

    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (Token token : Tokens.of(phrase)) {
            if (token.kind() != Token.Kind.SIGN) {
                words.add(fold(token.lower()));
            }
        }
        return words;
    }

    /** A word without accents, possessive points and British spelling. */
    static String fold(String lower) {
        String word = lower;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                word = Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
                word = word.replace("’", "'")
                        .replace("ø", "o")
                        .replace("ß", "ss")
                        .toLowerCase(Locale.ROOT);
                break;
            }
        }
        return switch (word) {
            case "centre" -> "center";
            case "centres" -> "centers";
            case "fibre" -> "fiber";
            case "datacentre" -> "datacenter";
            default -> word;
        };
    }
}
