package org.dealgraph.claim.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.Tokens;

/** Word sequences with what they mean, found in time linear in the text. */
final class Phrases<T> {

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

    private record Entry<T>(List<String> words, T meaning) {}

    /** A sequence that was found. */
    record Hit<T>(int first, int end, T meaning) {}

    void add(String phrase, T meaning) {
        List<String> words = Tokens.of(phrase).stream().map(Token::lower).toList();
        if (!words.isEmpty()) {
            byFirst.computeIfAbsent(words.getFirst(), k -> new ArrayList<>()).add(new Entry<>(words, meaning));
        }
    }

    /** Longer sequences first, in a stable order. */
    void seal() {
        byFirst.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(e -> -e.words().size())));
    }

    /** Every sequence that begins at a token, longest first. */
    List<Hit<T>> at(List<Token> tokens, int first) {
        List<Hit<T>> hits = new ArrayList<>();
        for (Entry<T> e : byFirst.getOrDefault(tokens.get(first).lower(), List.of())) {
            if (matches(tokens, first, e.words())) {
                hits.add(new Hit<>(first, first + e.words().size(), e.meaning()));
            }
        }
        return hits;
    }

    private static boolean matches(List<Token> tokens, int first, List<String> words) {
        if (first + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            if (!tokens.get(first + i).is(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
