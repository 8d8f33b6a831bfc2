package org.dealgraph.claim.mention;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;

/** The project's own registry and vocabulary, loaded once for the tests of this package. */
final class Reader {

    private static final Path INGEST = Path.of("ingest");

    static final Mentions MENTIONS = new Mentions(Catalogue.load(INGEST), Vocabulary.load(INGEST));

    private Reader() {}

    /** What the last mention with these words stands for: ids and unverified names joined by "+", or "-" for nothing. */
    static String reference(String text, String words) {
        MentionSet set = MENTIONS.read("", text);
        List<Mention> found =
                set.mentions().stream().filter(m -> set.words(m).equals(words)).toList();
        return found.isEmpty() ? "-" : join(found.getLast());
    }

    /** Every organization mentioned by a name, in order. */
    static String names(String text) {
        MentionSet set = MENTIONS.read("", text);
        return set.mentions().stream()
                .filter(m -> m.organization() && m.form().names())
                .map(Reader::join)
                .collect(Collectors.joining(" "));
    }

    private static String join(Mention mention) {
        return mention.references().stream()
                .map(r -> r.verified() ? String.valueOf(r.id()) : "?" + r.name())
                .collect(Collectors.joining("+"));
    }
}
