package org.dealgraph.claim.mention;

import java.util.Set;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.jspecify.annotations.Nullable;

/** Finds runs of capitalised words: initials, "&" and a legal form after a comma inside them, currencies outside. */
final class Capitals {

    private static final int LONGEST = 8;

    private static final Set<String> QUANTIFIERS = WordList.of("""
            most many some other such more few several any another big new global local public private national
            """);
    private static final Set<String> LEADS = WordList.of("""
            new global local public private national first two three one next
            """);
    /** What goes on with "of" and another name, be it a place. */
    private static final Set<String> INSTITUTIONS = WordList.of("""
            bank university department ministry government state city commonwealth province county port institute
            school college office council board church house republic kingdom trust fund exchange
            """);

    private final Lore lore;
    private final Prose prose;
    private final @Nullable Draft[] taken;
    private final Set<String> small;

    /**
     * @param taken what is known of each token
     * @param small words that the article also writes without a capital
     */
    Capitals(Lore lore, Prose prose, @Nullable Draft[] taken, Set<String> small) {
        this.lore = lore;
        this.prose = prose;
        this.taken = taken;
        this.small = small;
    }

    /** One past a run of capitalised words that begins at a token, or the token itself where none does. */
    int end(Sentence sentence, int first) {
        if (!begins(sentence, first)) {
            return first;
        }
        int end = first + 1;
        while (end < sentence.end() && end - first < LONGEST && taken[end] == null) {
            int next = next(sentence, end);
            if (next == end) {
                break;
            }
            end = next;
        }
        return end;
    }

    private int next(Sentence sentence, int at) {
        Token token = prose.token(at);
        if (part(token)) {
            return currency(sentence, at) ? at : at + 1;
        }
        if (at + 1 >= sentence.end() || taken[at + 1] != null) {
            return at;
        }
        Token after = prose.token(at + 1);
        Token last = prose.token(at - 1);
        if (token.is(".") && token.glued()) {
            boolean initial = last.text().length() == 1 && last.capitalised() && after.capitalised();
            boolean number = last.is("no") && after.kind() == Token.Kind.NUMBER;
            return initial ? at + 1 : number ? at + 2 : at;
        }
        if (token.is(",")) {
            return lore.vocabulary.has(Words.LEGAL, after.lower()) && after.capitalised() ? at + 2 : at;
        }
        boolean joined = token.hyphen() && token.glued() && after.glued()
                || token.is("&")
                || token.is("of") && INSTITUTIONS.contains(last.lower());
        return joined && part(after) && !currency(sentence, at + 1) ? at + 2 : at;
    }

    private boolean begins(Sentence sentence, int at) {
        Token token = prose.token(at);
        if (taken[at] != null || !token.capitalised() || token.text().length() > 30 || currency(sentence, at)) {
            return false;
        }
        Token last = at > sentence.first() ? prose.token(at - 1) : null;
        boolean glued =
                last != null && token.glued() && (last.hyphen() || last.is("$") || last.kind() == Token.Kind.NUMBER);
        boolean unit =
                last != null && last.kind() == Token.Kind.NUMBER && token.text().length() <= 4;
        if (glued || unit || token.text().indexOf('\'') > 0 || token.text().indexOf('’') > 0) {
            return false;
        }
        if (English.function(token.lower()) || QUANTIFIERS.contains(token.lower())) {
            return leads(sentence, at);
        }
        return !(Context.opens(prose, sentence, at) && English.verb(token.lower()) && small.contains(token.lower()));
    }

    /** "National" in "National Grid", "Two" in "Two Seas": a word that begins a name where a capital follows. */
    private boolean leads(Sentence sentence, int at) {
        if (!LEADS.contains(prose.token(at).lower()) || at + 1 >= sentence.end() || taken[at + 1] != null) {
            return false;
        }
        Token next = prose.token(at + 1);
        return next.capitalised()
                && !next.allCapitals()
                && !English.function(next.lower())
                && !lore.vocabulary.has(Words.NOT_NAMES, next.lower())
                && lore.vocabulary.demonyms().find(next.lower()) == null;
    }

    /** "C" in "C$300 million". */
    private boolean currency(Sentence sentence, int at) {
        return at + 1 < sentence.end()
                && prose.token(at).text().length() <= 3
                && prose.token(at + 1).is("$")
                && prose.token(at + 1).glued();
    }

    private static boolean part(Token token) {
        return token.capitalised()
                        && !English.PRONOUNS.contains(token.lower())
                        && token.text().length() <= 30
                || token.kind() == Token.Kind.NUMBER && token.text().length() <= 2;
    }
}
