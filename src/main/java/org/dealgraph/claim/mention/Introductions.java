package org.dealgraph.claim.mention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.dealgraph.model.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * What an article itself says of the organizations it names: "Foo, a Denver-based developer of data centres", "the Danish
 * cloud provider Foo", "Foo is a utility". The article's word goes before the registry's.
 */
final class Introductions {

    private static final int LONGEST = 12;
    private static final int BEFORE = 7;

    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "another", "one");
    private static final Set<String> FROM = Set.of("of", "from", "in", "near", "based", "headquartered");
    private static final Set<String> STOPS = WordList.of("""
            that which who whose whom with and or but by for to on backed owned led controlled founded where when
            """);

    /** What is said of one organization: single words as compared, its country and kinds where told. */
    static final class Said {
        private final Set<String> words = new HashSet<>();
        private final Set<OrganizationType> types = new HashSet<>();
        private final Set<OrganizationType> trade = new HashSet<>();
        private @Nullable String country;

        Set<String> words() {
            return words;
        }

        Set<OrganizationType> types() {
            return types;
        }

        /** What it does, as far as that is told. */
        Set<OrganizationType> trade() {
            return trade;
        }

        @Nullable
        String country() {
            return country;
        }
    }

    private final Lore lore;
    private final Map<String, Said> said = new HashMap<>();

    Introductions(Lore lore) {
        this.lore = lore;
    }

    /** What the article says of an organization, or null. */
    @Nullable
    Said of(Reference reference) {
        return said.get(reference.key());
    }

    /** Looks around the names of a part. */
    void read(Prose prose, List<Draft> names) {
        for (Draft name : names) {
            if (name.organization() && name.form.names()) {
                after(prose, name);
                before(prose, name);
            }
        }
    }

    private void after(Prose prose, Draft name) {
        Sentence sentence = name.sentence;
        String next = Context.at(prose, sentence, name.end);
        boolean told = next.equals(",") || next.equals("is") || next.equals("(");
        if (!told || !ARTICLES.contains(Context.at(prose, sentence, name.end + 1))) {
            return;
        }
        int from = name.end + 2;
        int to = from;
        boolean place = false;
        while (to < sentence.end() && to < from + LONGEST) {
            Token token = prose.token(to);
            boolean joined = token.hyphen() || prose.token(to - 1).hyphen() || token.kind() == Token.Kind.CLITIC;
            if (!joined) {
                boolean ends = token.kind() == Token.Kind.SIGN
                        || STOPS.contains(token.lower())
                        || place && !token.capitalised() && !FROM.contains(token.lower())
                        || English.AUXILIARIES.contains(token.lower());
                if (ends) {
                    break;
                }
                place |= FROM.contains(token.lower());
            }
            to++;
        }
        note(prose, from, to, name.reference());
    }

    private void before(Prose prose, Draft name) {
        int from = name.first;
        while (from > name.sentence.first() && name.first - from < BEFORE) {
            Token token = prose.token(from - 1);
            boolean joined =
                    token.hyphen() || from < name.first && prose.token(from).hyphen();
            if (!joined && (token.kind() != Token.Kind.WORD || English.function(token.lower()))) {
                break;
            }
            from--;
        }
        boolean kind = name.first > from
                && (lore.vocabulary.has(
                                Words.APPOSITIVES, prose.token(name.first - 1).lower())
                        || prose.token(name.first - 1).is("up"));
        if (kind) {
            note(prose, from, name.first, name.reference());
        }
    }

    private void note(Prose prose, int from, int to, Reference reference) {
        if (to <= from) {
            return;
        }
        Said of = said.computeIfAbsent(reference.key(), k -> new Said());
        of.words.addAll(List.of(
                Phrases.normal(prose.span(from, to - 1).in(prose.text())).split(" ")));
        for (int at = from; at < to; at++) {
            Phrases.Match<String> demonym = lore.vocabulary.demonyms().at(prose, at, to);
            if (demonym != null && of.country == null) {
                of.country = demonym.value();
            }
            Phrases.Match<Head> head = lore.vocabulary.heads().at(prose, at, to);
            if (head != null) {
                of.types.addAll(head.value().types());
                of.trade.addAll(head.value().trade());
                at = head.end() - 1;
            }
        }
    }
}
