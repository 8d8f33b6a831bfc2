package org.dealgraph.claim.mention;

import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;

/** Whether two places of a sentence stand in one clause. */
final class Clauses {

    private static final Set<String> BREAKS = WordList.of("""
            said says saying say that which who whose while but because after before when as if though although
            where whereas once since so added announced told until ; : — – , ( ) •
            """);

    private Clauses() {}

    /** Whether no clause begins between two tokens. */
    static boolean same(Prose prose, int left, int right) {
        if (right - left > 30) {
            return false;
        }
        for (int at = left; at < right; at++) {
            Token token = prose.token(at);
            if (BREAKS.contains(token.lower())) {
                return false;
            }
            if (token.is("and")
                    && at + 1 < right
                    && token.word()
                    && org.dealgraph.claim.text.English.finite(
                            prose.token(at + 1).lower())) {
                return false;
            }
        }
        return true;
    }
}
