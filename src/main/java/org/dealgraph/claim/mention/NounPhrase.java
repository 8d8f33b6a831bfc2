package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.mention.Anaphor.Owner;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.jspecify.annotations.Nullable;

/** One noun phrase being read from its determiner to its head. */
final class NounPhrase {

    /** No description is longer, from its determiner to its head. */
    private static final int LONGEST = 10;

    private static final Set<String> BASED = Set.of("based", "headquartered", "born", "bred");
    private static final Set<String> BESIDE =
            Set.of("listed", "backed", "owned", "focused", "controlled", "funded", "led", "style");
    private static final Set<String> ADJECTIVES = WordList.of("""
            ing ed est ous ful ive ish less ary ic
            """);
    private static final Set<String> PERSONAL = Set.of("his", "her");

    private final Lore lore;
    private final Part part;
    private final Prose prose;
    private final @Nullable Draft[] names;
    private final Map<Integer, Names.Candidate> brands;
    private final Set<String> cities;

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

    NounPhrase(Descriptions in, Sentence sentence, int first, int start, Owner owner) {
        lore = in.lore;
        part = in.part;
        prose = in.prose;
        names = in.names;
        brands = in.brands;
        cities = in.cities;
        this.sentence = sentence;
        this.first = first;
        this.start = start;
        this.owner = owner;
        limit = Math.min(sentence.end(), start + LONGEST);
        at = start;
    }

    @Nullable
    Anaphor read() {
        while (at < limit) {
            Phrases.Match<Head> head =
                    names[at] == null ? lore.vocabulary.heads().at(prose, at, limit) : null;
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
        return lore.vocabulary.heads().at(prose, end, limit) != null
                && !English.finite(prose.token(end).lower());
    }

    private @Nullable Anaphor whole(int end) {
        String next = Context.at(prose, sentence, end);
        if (lore.vocabulary.has(Words.BLOCKERS, next) || (end < sentence.end() && names[end] != null)) {
            return null;
        }
        if (end < sentence.end()
                && prose.token(end).kind() == Token.Kind.NUMBER
                && traits.getLast().role() == Head.Role.SUBSIDIARY) {
            return null;
        }
        int close = end;
        boolean behind = traits.getLast().maker()
                || traits.getLast().generic()
                || traits.getLast().role() == Head.Role.PARENT
                || owners.isEmpty() && traits.getLast().telling();
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
        boolean personal = PERSONAL.contains(Context.at(prose, sentence, first - 1))
                || first == start
                        && start > sentence.first() + 1
                        && names[start - 2] != null
                        && Objects.requireNonNull(names[start - 2]).form == Form.PERSON;
        boolean plainOwner =
                !personal && owner != Owner.NONE && last.role() == null && !(last.telling() || !owners.isEmpty());
        if (plainOwner
                || (owner == Owner.NONE && last.role() == Head.Role.SUBSIDIARY && owners.isEmpty() && start == at)) {
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
                Collections.unmodifiableSet(new LinkedHashSet<>(owners)),
                List.copyOf(loose),
                Context.possessive(prose, close),
                owner);
    }

    /** Whether the head says that it owns what is named with it. */
    private boolean owning(int end) {
        return traits.getLast().role() == Head.Role.PARENT
                || prose.token(end - 1).is("owner")
                || prose.token(end - 1).is("operator");
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
        if (token.hyphen()
                || token.is(",")
                        && at > start
                        && prose.token(at - 1).word()
                        && adjective(prose.token(at - 1).lower())) {
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
        if (to > at
                && to + 1 < limit
                && prose.token(to).hyphen()
                && BASED.contains(prose.token(to + 1).lower())) {
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
            name.append(name.isEmpty() ? "" : " ")
                    .append(Phrases.fold(prose.token(to).lower()));
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
            return at - 2 >= start
                    && (prose.token(at - 2).is("world")
                            || prose.token(at - 2).is("country")
                            || prose.token(at - 2).is("nation"));
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
