package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds people by their last names where the article gives the full name somewhere. */
final class Surnames {

    private Surnames() {}

    static List<Draft> find(
            Part part, Prose prose, List<Draft> names, @Nullable Draft[] taken, Function<Part, Prose> proses) {
        Map<String, Draft> people = new HashMap<>();
        for (Draft name : names) {
            if (name.form == Form.PERSON && name.end - name.first > 1) {
                people.putIfAbsent(proses.apply(name.part).token(name.end - 1).text(), name);
            }
        }
        List<Draft> found = new ArrayList<>();
        if (people.isEmpty()) {
            return found;
        }
        for (Sentence sentence : prose.sentences()) {
            for (Token token : prose.tokens(sentence)) {
                Draft person = taken[token.index()] == null ? people.get(token.text()) : null;
                if (person != null) {
                    int end = token.index() + 1;
                    found.add(new Draft(
                            part,
                            sentence,
                            token.index(),
                            end,
                            Form.PERSON,
                            person.references,
                            Context.possessive(prose, end),
                            0.9,
                            null));
                }
            }
        }
        return found;
    }
}
