package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.jspecify.annotations.Nullable;

/** Short names that an article itself defines in brackets after a name: {@code (the “Company”)}, {@code (SSI)}. */
final class Definitions {

    /** No bracket is looked through further, and no defined name has more words. */
    private static final int BRACKET = 30;

    private static final int WORDS = 4;
    /** How far before the bracket the name may end: "Acme Corp., a Delaware corporation (the …". */
    private static final int GAP = 14;

    private static final Set<String> LEADS = WordList.of("""
            the or and together with its subsidiaries collectively each a an also known as formerly affiliates ,
            """);

    private record Alias(List<String> words, Draft name) {}

    private final Lore lore;
    private final Prose prose;
    private final @Nullable Draft[] taken;
    private final Map<String, List<Alias>> aliases = new HashMap<>();

    Definitions(Lore lore, Prose prose, @Nullable Draft[] taken) {
        this.lore = lore;
        this.prose = prose;
        this.taken = taken;
    }

    /** Further mentions by defined names, in order, none of them on a token that is taken. */
    List<Draft> find() {
        for (Sentence sentence : prose.sentences()) {
            for (int at = sentence.first() + 1; at < sentence.end(); at++) {
                if (prose.token(at).is("(")) {
                    define(sentence, at);
                }
            }
        }
        return aliases.isEmpty() ? List.of() : use();
    }

    private void define(Sentence sentence, int open) {
        Draft name = nameBefore(sentence, open);
        if (name == null) {
            return;
        }
        for (int at = open + 1;
                at < sentence.end() && at < open + BRACKET && !prose.token(at).is(")");
                at++) {
            Token token = prose.token(at);
            boolean marked = (token.quote() || token.is("'") || token.is("‘")) && at + 1 < sentence.end();
            boolean adjacent = name.end == open;
            if (marked) {
                at = quoted(sentence, at + 1, name);
            } else if (adjacent
                    && at == open + 1
                    && acronym(token)
                    && at + 1 < sentence.end()
                    && prose.token(at + 1).is(")")) {
                put(List.of(token.text()), name);
            } else if (token.word() && !LEADS.contains(token.lower())) {
                return;
            }
        }
    }

    private @Nullable Draft nameBefore(Sentence sentence, int open) {
        for (int at = open - 1; at >= sentence.first() && at > open - GAP; at--) {
            Draft name = taken[at];
            if (name != null) {
                return name.organization() && name.form != Form.PERSON ? name : null;
            }
            if (prose.token(at).is(")") || prose.token(at).is(";")) {
                return null;
            }
        }
        return null;
    }

    private int quoted(Sentence sentence, int first, Draft name) {
        List<String> words = new ArrayList<>();
        int at = first;
        for (; at < sentence.end() && at <= first + WORDS + 1; at++) {
            Token token = prose.token(at);
            if (!token.word() && token.kind() != Token.Kind.NUMBER) {
                break;
            }
            if (!(words.isEmpty() && token.is("the"))) {
                words.add(token.text());
            }
        }
        boolean capital =
                !words.isEmpty() && Character.isUpperCase(words.getFirst().charAt(0));
        if (capital && words.size() <= WORDS && !dull(words)) {
            put(words, name);
        }
        return at;
    }

    private static boolean dull(List<String> words) {
        return words.size() == 1
                && Set.of(
                                "Agreement",
                                "Notes",
                                "Parties",
                                "Closing",
                                "Transaction",
                                "Merger",
                                "Facility",
                                "Lease",
                                "Shares",
                                "Warrant",
                                "Warrants",
                                "Board",
                                "Commission",
                                "SEC",
                                "Term")
                        .contains(words.getFirst());
    }

    private boolean acronym(Token token) {
        return token.allCapitals()
                && token.text().length() <= 6
                && !lore.vocabulary.has(Vocabulary.Words.NOT_NAMES, token.lower())
                && lore.byTicker(token.text()).isEmpty();
    }

    private void put(List<String> words, Draft name) {
        aliases.computeIfAbsent(words.getFirst(), k -> new ArrayList<>()).add(new Alias(words, name));
    }

    private List<Draft> use() {
        List<Draft> found = new ArrayList<>();
        for (Sentence sentence : prose.sentences()) {
            for (int at = sentence.first(); at < sentence.end(); at++) {
                Alias alias = taken[at] == null ? alias(sentence, at) : null;
                if (alias == null) {
                    continue;
                }
                int end = at + alias.words().size();
                boolean the = at > sentence.first() && prose.token(at - 1).is("the") && taken[at - 1] == null;
                found.add(new Draft(
                        Part.TEXT,
                        sentence,
                        the ? at - 1 : at,
                        end,
                        Form.ALIAS,
                        alias.name().references,
                        Context.possessive(prose, end),
                        0.97,
                        alias.name()));
                at = end - 1;
            }
        }
        return found;
    }

    private @Nullable Alias alias(Sentence sentence, int at) {
        List<Alias> candidates = aliases.get(prose.token(at).text());
        if (candidates == null) {
            return null;
        }
        Alias best = null;
        for (Alias alias : candidates.subList(0, Math.min(8, candidates.size()))) {
            int size = alias.words().size();
            boolean same = at + size <= sentence.end();
            for (int i = 0; same && i < size; i++) {
                same = taken[at + i] == null
                        && prose.token(at + i).text().equals(alias.words().get(i));
            }
            if (same && (best == null || size > best.words().size())) {
                best = alias;
            }
        }
        return best;
    }
}
