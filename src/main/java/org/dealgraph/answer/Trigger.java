package org.dealgraph.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a source's sentence the words that say what sets a guarantee off. */
public final class Trigger {

    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(?:if|should|unless|in case|in the event|to the extent|whenever|in so far as|when)\\b[^.;]{3,200}",
            Pattern.CASE_INSENSITIVE);

    private Trigger() {}

    /** The conditional clause of a sentence, where it has one. */
    public static Optional<String> in(String sentence) {
        Matcher clause = CLAUSE.matcher(sentence);
        return clause.find() ? Optional.of(clause.group().strip()) : Optional.empty();
    }
}
