package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.mention.Anaphor.Owner;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds definite descriptions of organizations: "the ChatGPT maker", "its cloud arm", "both companies". */
final class Descriptions {

    /** No description is longer, from its determiner to its head. */
    private static final int LONGEST = 10;

    private static final Set<String> STARTS = Set.of("the", "this", "that");
    private static final Set<String> OWNERS = Set.of("its", "their", "his", "her", "our");
    private static final Set<String> PERSONAL = Set.of("his", "her");
    private static final Set<String> COUNTS = Set.of("two", "three", "both");
    private static final Set<String> BASED = Set.of("based", "headquartered", "born", "bred");
    private static final Set<String> BESIDE = Set.of("listed", "backed", "owned", "focused", "controlled", "funded", "led", "style");
    private static final Set<String> ADJECTIVES = Set.of("ing", "ed", "est", "ous", "ful", "ive", "ish", "less", "ary", "ic");

    private final Lore lore;
    private final Part part;
    private final Prose prose;
    private final @Nullable Draft[] names;
    private final TreeMap<Integer, Names.Candidate> brands = new TreeMap<>();
    private final Set<String> cities = new HashSet<>();

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
        if (!brands.containsKey(at) || (at > sentence.first() && prose.token(at - 1).hyphen())) {
            return null;
        }
        Anaphor anaphor = described(sentence, at, at, Owner.NONE);
        return anaphor != null && !anaphor.owners().isEmpty() && (heading || at == sentence.first() || prose.token(at - 1).kind() == Token.Kind.SIGN || English.function(prose.token(at - 1).lower()))
                ? anaphor
                : null;
    }

    private @Nullable Anaphor pair(Sentence sentence, int at) {
        Phrases.Match<Boolean> match = lore.vocabulary.set(Words.PAIRS).at(prose, at, sentence.end());
        if (match != null) {
            int end = match.end();
            String next = Context.at(prose, sentence, end);
            boolean noun = prose.token(end - 1).is("two") || prose.token(end - 1).is("both");
            boolean open = next.isEmpty()
                    || prose.token(end).kind() != Token.Kind.WORD
                    || English.finite(next)
                    || English.ADVERBS.contains(next)
                    || (!noun && (English.function(next)))
                    || next.equals("are") || next.equals("were");
            return open ? Anaphor.pronoun(part, sentence, at, end, Anaphor.Sort.PAIR, Context.possessive(prose, end)) : null;
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
        boolean counted = start < sentence.end() && COUNTS.contains(prose.token(start).lower());
        boolean led = start == at ? prose.token(at).is("both") : prose.token(at).is("the") || prose.token(at).is("these");
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
                return new Anaphor(part, sentence, at, i + 1, Anaphor.Sort.PAIR,
                        prose.token(start).lower(), traits, Anaphor.Places.ANYWHERE, Set.of(), List.of(),
                        Context.possessive(prose, i + 1), Owner.NONE);
            }
        }
        return null;
    }

    private @Nullable Anaphor described(Sentence sentence, int first, int start, Owner owner) {
        NounPhrase phrase = new NounPhrase(sentence, first, start, owner);
        return phrase.read();
    }

    /** One noun phrase being read from its determiner to its head. */
    private final class NounPhrase {

        private final Sentence sentence;
        private final int first;
        private final int start;
        private final Owner owner;
        private final int limit;
        private final List<Head> traits = new ArrayList<>();
        private final Set<String> owners = new LinkedHashSet<>();
        private final Set<String> parents = new LinkedHashSet<>();
        private final List<String> loose = new ArrayList<>();
        private @Nullable String country;
        private @Nullable Set<String> where;
        private int at;

        NounPhrase(Sentence sentence, int first, int start, Owner owner) {
            this.sentence = sentence;
            this.first = first;
            this.start = start;
            this.owner = owner;
            limit = Math.min(sentence.end(), start + LONGEST);
            at = start;
        }

        @Nullable Anaphor read() {
            while (at < limit) {
                Phrases.Match<Head> head = names[at] == null ? lore.vocabulary.heads().at(prose, at, limit) : null;
                if (head != null) {
                    int end = head.end();
                    traits.add(head.value());
                    if (compound(end)) {
                        at = prose.token(end).hyphen() ? end + 1 : end;
                        continue;
                    }
                    return whole(end);
                }
                if (!modifier()) {
                    return null;
                }
            }
            return null;
        }

        /** Whether a head noun is followed by another or joined to the next word. */
        private boolean compound(int end) {
            if (end >= limit) {
                return false;
            }
            if (prose.token(end).hyphen() && prose.token(end).glued()) {
                return true;
            }
            return lore.vocabulary.heads().at(prose, end, limit) != null && !English.finite(prose.token(end).lower());
        }

        private @Nullable Anaphor whole(int end) {
            String next = Context.at(prose, sentence, end);
            if (lore.vocabulary.has(Words.BLOCKERS, next) || (end < sentence.end() && names[end] != null)) {
                return null;
            }
            int close = end;
            boolean behind = traits.getLast().maker() || traits.getLast().generic() || traits.getLast().role() == Head.Role.PARENT || owners.isEmpty() && traits.getLast().telling();
            if (behind && (next.equals("of") || next.equals("behind"))) {
                int brand = Context.at(prose, sentence, end + 1).equals("the") ? end + 2 : end + 1;
                Names.Candidate candidate = brands.get(brand);
                Draft name = brand < sentence.end() ? names[brand] : null;
                if (candidate != null) {
                    own(candidate);
                    close = candidate.end();
                } else if (name != null && name.organization() && !name.possessive && owning(end)) {
                    named(name);
                    close = name.end;
                }
            }
            if (!parents.isEmpty() && owning(end)) {
                owners.clear();
                owners.addAll(parents);
            }
            Head last = traits.getLast();
            boolean personal = PERSONAL.contains(Context.at(prose, sentence, first - 1)) || first == start && start > sentence.first() + 1 && names[start - 2] != null && java.util.Objects.requireNonNull(names[start - 2]).form == Form.PERSON;
            boolean plainOwner = !personal && owner != Owner.NONE && last.role() == null && !(last.telling() || !owners.isEmpty());
            if (plainOwner || (owner == Owner.NONE && last.role() == Head.Role.SUBSIDIARY && owners.isEmpty() && start == at)) {
                return null;
            }
            String phrase = Phrases.normal(prose.span(start, end - 1).in(prose.text()));
            return new Anaphor(
                    part,
                    sentence,
                    first,
                    close,
                    Anaphor.Sort.DESCRIPTION,
                    phrase,
                    List.copyOf(traits),
                    new Anaphor.Places(country, where),
                    Set.copyOf(owners),
                    List.copyOf(loose),
                    Context.possessive(prose, close),
                    owner);
        }

        /** Whether the head says that it owns what is named with it. */
        private boolean owning(int end) {
            return traits.getLast().role() == Head.Role.PARENT || prose.token(end - 1).is("owner") || prose.token(end - 1).is("operator");
        }

        /** Takes one word or phrase before the head; false where no noun phrase goes on. */
        private boolean modifier() {
            Token token = prose.token(at);
            Names.Candidate brand = brands.get(at);
            if (brand != null) {
                return brand(brand);
            }
            Draft name = names[at];
            if (name != null) {
                return name(name);
            }
            if (token.hyphen() || token.is(",") && at > start && prose.token(at - 1).word() && adjective(prose.token(at - 1).lower())) {
                at++;
                return true;
            }
            if (token.kind() == Token.Kind.SIGN) {
                return false;
            }
            return place() || trait() || plain(token);
        }

        private boolean brand(Names.Candidate candidate) {
            at = candidate.end();
            if (at < limit && prose.token(at).kind() == Token.Kind.CLITIC) {
                return false;
            }
            if (at < limit && prose.token(at).hyphen()) {
                at += 2;
                return true;
            }
            own(candidate);
            return true;
        }

        private void own(Names.Candidate candidate) {
            for (Gazetteer.Entry entry : candidate.entries()) {
                KnownName brandName = entry.name();
                if (brandName.kind() == KnownName.Kind.ORGANIZATION) {
                    owners.add(brandName.id());
                } else {
                    owners.addAll(lore.owners(brandName));
                }
            }
        }

        private boolean name(Draft name) {
            at = name.end;
            if (at >= limit || name.possessive || !name.organization()) {
                return false;
            }
            if (prose.token(at).hyphen()) {
                at += 2;
                return true;
            }
            named(name);
            return true;
        }

        private void named(Draft name) {
            String id = name.reference().id();
            if (id != null) {
                names(id);
            }
        }

        private void names(String id) {
            String group = lore.catalogue.groupOf(id, null);
            if (!group.equals(id)) {
                parents.add(group);
            }
            owners.add(id);
            owners.addAll(lore.units(id));
        }

        private boolean place() {
            Phrases.Match<String> demonym = lore.vocabulary.demonyms().at(prose, at, limit);
            if (demonym != null && prose.token(at).capitalised()) {
                country = demonym.value();
                at = demonym.end();
                skipBased();
                return true;
            }
            Phrases.Match<Set<String>> area = lore.vocabulary.areas().at(prose, at, limit);
            int city = city();
            if (city > at && (area == null || city > area.end())) {
                where = Set.of(Phrases.normal(prose.span(at, city - 1).in(prose.text())));
                at = city;
                skipBased();
                return true;
            }
            if (area != null && prose.token(at).capitalised()) {
                where = area.value();
                at = area.end();
                skipBased();
                return true;
            }
            return based();
        }

        private void skipBased() {
            if (at + 1 < limit && prose.token(at).hyphen()) {
                boolean elsewhere = BESIDE.contains(prose.token(at + 1).lower());
                if (elsewhere) {
                    country = null;
                    where = null;
                }
                at += 2;
            } else if (at < limit && BASED.contains(prose.token(at).lower())) {
                at++;
            }
        }

        /** "Springfield-based", for a place the registry does not know: no organization of the registry fits. */
        private boolean based() {
            int to = at;
            while (to < limit && prose.token(to).capitalised() && to - at < 4) {
                to++;
            }
            if (to > at && to + 1 < limit && prose.token(to).hyphen() && BASED.contains(prose.token(to + 1).lower())) {
                where = Set.of(Phrases.normal(prose.span(at, to - 1).in(prose.text())));
                at = to + 2;
                return true;
            }
            return false;
        }

        private int city() {
            StringBuilder name = new StringBuilder();
            int best = at;
            for (int to = at; to < limit && to < at + 3 && prose.token(to).capitalised(); to++) {
                name.append(name.isEmpty() ? "" : " ").append(Phrases.fold(prose.token(to).lower()));
                if (cities.contains(name.toString())) {
                    best = to + 1;
                }
            }
            return best;
        }

        private boolean trait() {
            Phrases.Match<Head> match = lore.vocabulary.modifiers().at(prose, at, limit);
            if (match == null) {
                return false;
            }
            traits.add(match.value());
            at = match.end();
            return true;
        }

        private boolean plain(Token token) {
            String lower = token.lower();
            if (token.kind() == Token.Kind.CLITIC) {
                at++;
                return at - 2 >= start && (prose.token(at - 2).is("world") || prose.token(at - 2).is("country") || prose.token(at - 2).is("nation"));
            }
            if (lore.vocabulary.has(Words.PLAIN, lower) || token.kind() == Token.Kind.NUMBER) {
                at++;
                return true;
            }
            if (English.function(lower) || token.capitalised() && at > start && !token.allCapitals()) {
                return false;
            }
            if (!adjective(lower)) {
                loose.add(Phrases.fold(lower));
            }
            at++;
            return loose.size() < 3;
        }

        private static boolean adjective(String lower) {
            return lower.length() > 4 && ADJECTIVES.stream().anyMatch(lower::endsWith);
        }
    }
}
