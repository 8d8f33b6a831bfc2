package org.dealgraph.graph;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person typed, as a query for a full-text index: every word must occur, and no character has a meaning. */
final class FullText {

    private static final int MAX_WORDS = 16;
    private static final int MAX_WORD = 64;

    private FullText() {}

    /** The query, or empty where the input has no letter or digit. */
    static Optional<String> query(String input) {
        String query = Arrays.stream(input.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(word -> '"' + word.substring(0, Math.min(MAX_WORD, word.length())) + '"')
                .collect(Collectors.joining(" AND "));
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }
}
