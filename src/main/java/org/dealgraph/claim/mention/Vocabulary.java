package org.dealgraph.claim.mention;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dealgraph.catalogue.CatalogueException;

/**
 * The words of {@code ingest/lexicon/mentions.yml}.
 *
 * @param heads head nouns of descriptions, by phrase
 * @param modifiers words before a head noun that tell what the organization is
 * @param trades words of names that tell what an organization does
 * @param demonyms country codes by adjective
 * @param areas cities by state or wider area
 * @param sets the plain lists of the file
 */
public record Vocabulary(
        Phrases<Head> heads,
        Phrases<Head> modifiers,
        Phrases<Head> trades,
        Phrases<String> demonyms,
        Phrases<Set<String>> areas,
        Map<Words, Phrases<Boolean>> sets) {

    /** The plain lists of the file. */
    public enum Words {
        BLOCKERS,
        PLAIN,
        PAIRS,
        PLACES,
        FIRST_NAMES,
        LEGAL,
        ENDINGS,
        APPOSITIVES,
        NOT_NAMES,
        OPENERS,
        OUTLETS,
        WORDS;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Vocabulary {
        sets = Map.copyOf(sets);
    }

    /**
     * Reads the lists below a folder.
     *
     * @param ingest the folder with {@code lexicon/mentions.yml}
     * @throws CatalogueException that lists every fault with file, line and fix
     */
    public static Vocabulary load(Path ingest) {
        return new VocabularyReader(ingest).read();
    }

    Phrases<Boolean> set(Words words) {
        return sets.getOrDefault(words, Phrases.none());
    }

    /** Whether a single word stands in a list. */
    boolean has(Words words, String lowerCase) {
        return set(words).find(lowerCase) != null;
    }
}
