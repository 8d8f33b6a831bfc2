package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dealgraph.claim.mention.Anaphor.Sort;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.jspecify.annotations.Nullable;

/** Finds pronouns that may stand for an organization; the empty "it" of "it is clear that" is left out. */
final class Pronouns {

    private static final Set<String> EMPTY_VERBS = WordList.of("""
            seems seemed appears appeared emerged emerges turns turned follows followed transpired takes took
            matters rains helps helped depends
            """);
    private static final Set<String> BE = WordList.of("""
            is was 's ’s remains remained became becomes be been
            """);
    private static final Set<String> OPENERS = WordList.of("""
            that to whether if how why what who when unclear clear
            """);

    private Pronouns() {}

    static List<Anaphor> find(Part part, Prose prose) {
        List<Anaphor> found = new ArrayList<>();
        for (Sentence sentence : prose.sentences()) {
            boolean quoted = false;
            for (int at = sentence.first(); at < sentence.end(); at++) {
                Token token = prose.token(at);
                if (token.quote()) {
                    quoted = !quoted;
                }
                Sort sort = sort(prose, sentence, at, quoted);
                if (sort != null) {
                    boolean possessive =
                            Set.of("its", "their", "his", "our", "my").contains(token.lower())
                                    || (token.is("her")
                                            && at + 1 < sentence.end()
                                            && prose.token(at + 1).word());
                    found.add(Anaphor.pronoun(part, sentence, at, at + 1, sort, possessive));
                }
            }
        }
        return found;
    }

    private static @Nullable Sort sort(Prose prose, Sentence sentence, int at, boolean quoted) {
        Token token = prose.token(at);
        return switch (token.lower()) {
            case "it" -> token.text().equals("IT") || empty(prose, sentence, at) ? null : Sort.IT;
            case "its" -> Sort.ITS;
            case "they", "them", "their" -> Sort.THEY;
            case "he", "she", "his", "him", "her" -> Sort.PERSON;
            case "we", "our" -> Sort.WE;
            case "us" -> quoted && token.text().equals("us") ? Sort.WE : null;
            default -> null;
        };
    }

    private static boolean empty(Prose prose, Sentence sentence, int at) {
        String next = Context.at(prose, sentence, at + 1);
        if (EMPTY_VERBS.contains(next)) {
            return true;
        }
        int be = next.equals("will") || next.equals("would") || next.equals("may") ? at + 2 : at + 1;
        if (!BE.contains(Context.at(prose, sentence, be))) {
            return false;
        }
        for (int i = be + 1; i < sentence.end() && i < be + 5; i++) {
            if (OPENERS.contains(prose.token(i).lower())) {
                return !prose.token(i - 1).lower().endsWith("ing")
                        || prose.token(i).is("that");
            }
        }
        return false;
    }
}
