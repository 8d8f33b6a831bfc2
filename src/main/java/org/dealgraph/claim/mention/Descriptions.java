package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.dealgraph.claim.mention.Anaphor.Owner;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds definite descriptions of organizations: "the ChatGPT maker", "its cloud arm", "both companies". */
final class Descriptions {

    private static final Set<String> STARTS = Set.of("the", "this", "that");
    private static final Set<String> OWNERS = Set.of("its", "their", "his", "her", "our");
    private static final Set<String> COUNTS = Set.of("two", "three", "both");

    final Lore lore;
    final Part part;
    final Prose prose;
    final @Nullable Draft[] names;
    final TreeMap<Integer, Names.Candidate> brands = new TreeMap<>();
    final Set<String> cities = new HashSet<>();

    Descriptions(Lore lore, Part part, Prose prose, @Nullable Draft[] names, List<Names.Candidate> brands) {
        this.lore = lore;
        this.part = part;
        this.prose = prose;
        this.names = names;
        brands.stream().filter(b -> b.part() == part).forEach(b -> this.brands.put(b.first(), b));
        cities.addAll(lore.cities());
    }

    List<Anaphor> find() {
        List<Anaphor> found = new ArrayList<>();
        for (Sentence sentence : prose.sentences()) {
            boolean heading = part == Part.TITLE || sentence.kind() == Sentence.Kind.HEADING;
            for (int at = sentence.first(); at < sentence.end(); at++) {
                Anaphor anaphor = at(sentence, at, heading);
                if (anaphor != null) {
                    found.add(anaphor);
                    at = anaphor.end() - 1;
                }
            }
        }
        return found;
    }

    private @Nullable Anaphor at(Sentence sentence, int at, boolean heading) {
        Token token = prose.token(at);
        if (names[at] != null) {
            Draft name = names[at];
            boolean last = name != null && name.end == at + 1 && name.possessive && at + 2 < sentence.end();
            return last ? described(sentence, at + 2, at + 2, Owner.NAME) : bare(sentence, at, heading);
        }
        Anaphor pair = pair(sentence, at);
        pair = pair == null ? plural(sentence, at) : pair;
        if (pair != null) {
            return pair;
        }
        if (STARTS.contains(token.lower())) {
            if (!token.is("the") && English.finite(Context.at(prose, sentence, at + 1))) {
                return null;
            }
            return described(sentence, at, at + 1, Owner.NONE);
        }
        if (OWNERS.contains(token.lower())) {
            return described(sentence, at + 1, at + 1, Owner.PRONOUN);
        }
        return bare(sentence, at, heading);
    }

    /** "ChatGPT maker", without a determiner, as headlines have it. */
    private @Nullable Anaphor bare(Sentence sentence, int at, boolean heading) {
        if (!brands.containsKey(at)
                || (at > sentence.first() && prose.token(at - 1).hyphen())) {
            return null;
        }
        Anaphor anaphor = described(sentence, at, at, Owner.NONE);
        return anaphor != null
                        && !anaphor.owners().isEmpty()
                        && (heading
                                || at == sentence.first()
                                || prose.token(at - 1).kind() == Token.Kind.SIGN
                                || English.function(prose.token(at - 1).lower()))
                ? anaphor
                : null;
    }

    private @Nullable Anaphor pair(Sentence sentence, int at) {
        Phrases.Match<Boolean> match = lore.vocabulary.set(Words.PAIRS).at(prose, at, sentence.end());
        if (match != null) {
            int end = match.end();
            String next = Context.at(prose, sentence, end);
            boolean noun =
                    prose.token(end - 1).is("two") || prose.token(end - 1).is("both");
            boolean open = next.isEmpty()
                    || prose.token(end).kind() != Token.Kind.WORD
                    || English.finite(next)
                    || English.ADVERBS.contains(next)
                    || (!noun && (English.function(next)))
                    || next.equals("are")
                    || next.equals("were");
            return open
                    ? Anaphor.pronoun(part, sentence, at, end, Anaphor.Sort.PAIR, Context.possessive(prose, end))
                    : null;
        }
        if (prose.token(at).is("the") && at + 1 < sentence.end()) {
            String next = prose.token(at + 1).lower();
            String after = Context.at(prose, sentence, at + 2);
            boolean alone = after.isEmpty()
                    || ",.;:)".contains(after)
                    || prose.token(at + 2).kind() == Token.Kind.CLITIC
                    || English.function(after)
                    || (English.finite(after) && !after.equals("hand"));
            Anaphor.Sort sort = switch (next) {
                case "former" -> Anaphor.Sort.FORMER;
                case "latter" -> Anaphor.Sort.LATTER;
                case "other" -> Anaphor.Sort.OTHER;
                default -> null;
            };
            return sort == null || !alone
                    ? null
                    : Anaphor.pronoun(part, sentence, at, at + 2, sort, Context.possessive(prose, at + 2));
        }
        return null;
    }

    /** "the two chipmakers", "both labs": a number and a head noun in the plural. */
    private @Nullable Anaphor plural(Sentence sentence, int at) {
        int start = COUNTS.contains(prose.token(at).lower()) ? at : at + 1;
        boolean counted =
                start < sentence.end() && COUNTS.contains(prose.token(start).lower());
        boolean led = start == at
                ? prose.token(at).is("both")
                : prose.token(at).is("the") || prose.token(at).is("these");
        if (!counted || !led) {
            return null;
        }
        List<Head> traits = new ArrayList<>();
        for (int i = start + 1; i < sentence.end() && i < start + 5; i++) {
            Token token = prose.token(i);
            if (!token.word() && !token.hyphen() || names[i] != null) {
                return null;
            }
            Head head = lore.pluralHead(prose, start + 1, i);
            if (head != null) {
                traits.add(head);
                return new Anaphor(
                        part,
                        sentence,
                        at,
                        i + 1,
                        Anaphor.Sort.PAIR,
                        prose.token(start).lower(),
                        traits,
                        Anaphor.Places.ANYWHERE,
                        Set.of(),
                        List.of(),
                        Context.possessive(prose, i + 1),
                        Owner.NONE);
            }
        }
        return null;
    }

    private @Nullable Anaphor described(Sentence sentence, int first, int start, Owner owner) {
        return new NounPhrase(this, sentence, first, start, owner).read();
    }
}
