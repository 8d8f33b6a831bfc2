package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.jspecify.annotations.Nullable;

/**
 * Finds companies that the registry does not know, by capitals and context: a legal or usual ending, a description before
 * or after the name, a verb of deals, a list with known names. People, places, outlets and products are left out.
 */
final class Forms {

    /** Evidence from which on a name is taken. */
    private static final int ENOUGH = 3;

    /** Evidence that several weaker places of one name must bring together. */
    private static final int REPEATED = 4;

    private static final Set<String> CALENDAR = WordList.of("""
            january february march april may june july august september october november december monday tuesday
            wednesday thursday friday saturday sunday
            """);
    private static final Set<String> SPEECH = WordList.of("""
            say tell add note write argue warn explain recall call describe think believe see
            """);
    private static final Set<String> TITLES_BEFORE = WordList.of("""
            mr mr. mrs ms dr president minister chairman ceo cfo cto coo executive founder co-founder cofounder
            analyst analysts secretary governor mayor senator chief officer director spokesman spokeswoman
            spokesperson boss head
            """);
    private static final Set<String> ROLES_AFTER = WordList.of("""
            ceo cfo coo cto chief president chairman chairwoman founder co-founder analyst executive head
            director partner spokesman spokeswoman spokesperson secretary minister who
            """);

    private static final Set<String> LINKS = Set.of(",", "and", "&", "or", "plus");

    private record Found(Sentence sentence, int first, int end, int nameEnd, String name, int evidence) {}

    private final Lore lore;
    private final Part part;
    private final Prose prose;
    private final @Nullable Draft[] taken;
    private final FormEvidence weights;
    private final Capitals capitals;
    private final Set<String> small = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    Forms(Lore lore, Part part, Prose prose, @Nullable Draft[] taken) {
        this.lore = lore;
        this.part = part;
        this.prose = prose;
        this.taken = taken;
        weights = new FormEvidence(lore, prose, taken);
        for (Token token : prose.tokens()) {
            if (token.word() && Character.isLowerCase(token.text().charAt(0)) && !token.innerCapital()) {
                small.add(token.lower());
            }
        }
        capitals = new Capitals(lore, prose, taken, small);
    }

    /** Names with enough evidence somewhere in this part or among those known from the other, in order. */
    List<Draft> find(Map<String, Reference> known) {
        for (Sentence sentence : prose.sentences()) {
            boolean titleCase = Context.titleCase(prose, sentence);
            if (titleCase && (part == Part.TITLE || sentence.kind() == Sentence.Kind.HEADING)) {
                continue;
            }
            for (int at = sentence.first(); at < sentence.end(); at++) {
                int end = capitals.end(sentence, at);
                if (end > at) {
                    weigh(sentence, at, end);
                    at = end - 1;
                }
            }
        }
        return accepted(known);
    }

    private List<Draft> accepted(Map<String, Reference> known) {
        Map<String, Reference> names = new LinkedHashMap<>(known);
        Map<String, Integer> total = new HashMap<>();
        spread();
        for (Found f : found) {
            total.merge(f.name(), Math.clamp(f.evidence(), -4, 2), Integer::sum);
        }
        for (Found f : found) {
            if ((f.evidence() >= ENOUGH || total.getOrDefault(f.name(), 0) >= REPEATED) && !people.contains(f.name())) {
                names.putIfAbsent(f.name(), Reference.unverified(f.name()));
            }
        }
        Map<String, Reference> shorts = shorts(names.values());
        names.replaceAll((name, reference) -> shorts.getOrDefault(name, reference));
        known.putAll(names);
        shorts.forEach(names::putIfAbsent);
        found.removeIf(f -> people.contains(f.name()) || f.evidence() <= -4);
        Map<String, Draft> full = new HashMap<>();
        for (Found f : found) {
            Reference reference = names.get(f.name());
            if (reference != null && reference.name().equals(f.name())) {
                full.computeIfAbsent(f.name(), name -> draft(f, reference, null));
            }
        }
        List<Draft> drafts = new ArrayList<>();
        for (Found f : found) {
            Reference reference = names.get(f.name());
            if (reference != null) {
                Draft first = full.get(reference.name());
                boolean same = first != null && first.first == f.first();
                drafts.add(same ? first : draft(f, reference, reference.name().equals(f.name()) ? null : first));
            }
        }
        return drafts;
    }

    /** A mention by form; a short form goes back to where the name stands in full. */
    private Draft draft(Found f, Reference reference, @Nullable Draft full) {
        double confidence = Math.clamp(0.5 + 0.08 * f.evidence(), 0.5, 0.9);
        return new Draft(
                part,
                f.sentence(),
                f.first(),
                f.end(),
                Form.FORM,
                List.of(reference),
                Context.possessive(prose, f.end()),
                confidence,
                full);
    }

    /** The first word or words by which the article may call a longer name again: those that open only one. */
    private Map<String, Reference> shorts(Collection<Reference> names) {
        Map<String, Reference> shorts = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Reference reference : names) {
            String name = reference.name();
            for (int at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
                String first = name.substring(0, at);
                String lower = first.toLowerCase(Locale.ROOT);
                boolean tells = first.length() > 2
                        && !small.contains(lower)
                        && !lore.vocabulary.has(Words.PLACES, lower)
                        && !lore.vocabulary.has(Words.NOT_NAMES, lower)
                        && lore.vocabulary.demonyms().find(lower) == null;
                Reference other = tells ? shorts.putIfAbsent(first, reference) : null;
                if (other != null && !other.equals(reference)) {
                    several.add(first);
                }
            }
        }
        shorts.keySet().removeAll(several);
        return shorts;
    }

    /** A name in a list with one that holds is the more likely to hold: once from the left, once from the right. */
    private void spread() {
        for (int i = 1; i < found.size(); i++) {
            strengthen(i, found.get(i - 1), found.get(i));
        }
        for (int i = found.size() - 2; i >= 0; i--) {
            strengthen(i, found.get(i), found.get(i + 1));
        }
    }

    private void strengthen(int index, Found left, Found right) {
        Found weak = found.get(index);
        Found other = weak == left ? right : left;
        boolean list =
                left.sentence() == right.sentence() && right.first() - left.end() <= 2 && right.first() > left.end();
        for (int at = left.end(); list && at < right.first(); at++) {
            list = LINKS.contains(prose.token(at).lower());
        }
        if (list && weak.evidence() < ENOUGH && other.evidence() >= ENOUGH && weak.evidence() > -2) {
            found.set(index, new Found(weak.sentence(), weak.first(), weak.end(), weak.nameEnd(), weak.name(), ENOUGH));
        }
    }

    private void weigh(Sentence sentence, int first, int end) {
        boolean opens = Context.opens(prose, sentence, first);
        int start = first;
        if (opens
                && end - first > 1
                && (common(prose.token(first))
                        || lore.vocabulary.has(
                                Words.APPOSITIVES, prose.token(first).lower()))) {
            start++;
        }
        while (start < end
                && (!prose.token(start).capitalised()
                        || (start + 1 < end
                                && CALENDAR.contains(prose.token(start).lower())))) {
            start++;
        }
        int stop = end;
        while (stop > start && prose.token(stop - 1).kind() == Token.Kind.NUMBER && stop - 1 > start + 1) {
            stop--;
        }
        while (stop > start
                && !prose.token(stop - 1).capitalised()
                && prose.token(stop - 1).kind() != Token.Kind.NUMBER) {
            stop--;
        }
        if (start >= stop) {
            return;
        }
        int title = title(start, stop);
        if (title >= start) {
            people.add(name(title + 1, stop));
            people.add(prose.token(stop - 1).text());
            return;
        }
        int nameEnd = stop;
        while (nameEnd > start + 1
                && (legal(prose.token(nameEnd - 1)) || prose.token(nameEnd - 1).is(","))) {
            nameEnd--;
        }
        String name = name(start, nameEnd);
        Token only = prose.token(start);
        boolean single = nameEnd - start == 1;
        if (name.length() < 2 || barred(start, nameEnd, name) || (single && opens && common(only) && nameEnd == stop)) {
            return;
        }
        if (person(sentence, start, nameEnd, stop)) {
            people.add(name);
            people.add(prose.token(nameEnd - 1).text());
            return;
        }
        int evidence = weights.of(sentence, start, nameEnd, stop, opens);
        found.add(new Found(sentence, start, stop, nameEnd, name, evidence));
    }

    /** The last title in "Finance Minister Jane Doe", or -1. */
    private int title(int start, int stop) {
        if (lore.vocabulary.has(Words.ENDINGS, prose.token(stop - 1).lower())) {
            return -1;
        }
        for (int at = stop - 2; at >= start; at--) {
            if (TITLES_BEFORE.contains(prose.token(at).lower())) {
                return at;
            }
        }
        return -1;
    }

    private String name(int first, int end) {
        return prose.span(first, end - 1).in(prose.text()).replaceAll("[\\s\\p{Cf}]+", " ");
    }

    /** A word that the article also writes small, or one of the grammar. */
    private boolean common(Token token) {
        return !token.innerCapital()
                && !token.allCapitals()
                && (small.contains(token.lower())
                        || English.function(token.lower())
                        || English.verb(token.lower())
                        || token.lower().endsWith("ly")
                        || token.lower().endsWith("ing"));
    }

    private boolean legal(Token token) {
        return lore.vocabulary.has(Words.LEGAL, token.lower());
    }

    /** Places, outlets, months and the like, and runs of nothing but such words. */
    private boolean barred(int first, int end, String name) {
        if (lore.vocabulary.set(Words.PLACES).findPhrase(name) != null
                || lore.vocabulary.set(Words.OUTLETS).findPhrase(name) != null
                || lore.vocabulary.demonyms().findPhrase(name) != null
                || lore.vocabulary.set(Words.OPENERS).findPhrase(name) != null) {
            return true;
        }
        for (int at = first; at < end; at++) {
            Token token = prose.token(at);
            boolean empty = lore.vocabulary.has(Words.NOT_NAMES, token.lower())
                    || lore.vocabulary.has(Words.PLACES, token.lower())
                    || lore.vocabulary.demonyms().find(token.lower()) != null
                    || token.kind() != Token.Kind.WORD
                    || token.is("of")
                    || legal(token);
            if (!empty) {
                return lore.vocabulary.has(Words.NOT_NAMES, prose.token(first).lower())
                        && end - first <= 2
                        && !lore.vocabulary.has(
                                Words.ENDINGS, prose.token(end - 1).lower());
            }
        }
        return true;
    }

    private boolean person(Sentence sentence, int first, int nameEnd, int stop) {
        String before = Context.before(prose, sentence, first);
        if (TITLES_BEFORE.contains(before)) {
            return stop == nameEnd;
        }
        if (nameEnd - first == 1) {
            return people.contains(prose.token(first).text());
        }
        boolean ending =
                lore.vocabulary.has(Words.ENDINGS, prose.token(nameEnd - 1).lower()) || stop > nameEnd;
        if (ending || nameEnd - first > 4) {
            return false;
        }
        boolean firstName =
                lore.vocabulary.has(Words.FIRST_NAMES, prose.token(first).lower());
        String after = Context.at(prose, sentence, stop);
        boolean role = after.equals(",") && roleFollows(sentence, stop + 1);
        int verb = Context.verbAfter(prose, sentence, stop);
        boolean speaks = verb == stop && SPEECH.contains(English.lemma(after))
                || SPEECH.contains(before.isEmpty() ? "" : English.lemma(before));
        boolean plain = nameEnd - first == 2
                && !prose.token(first).innerCapital()
                && !prose.token(nameEnd - 1).innerCapital()
                && !prose.token(first).allCapitals()
                && !prose.token(nameEnd - 1).allCapitals();
        return firstName || role || after.equals("who") || (plain && speaks && !weights.apposition(sentence, stop + 1));
    }

    private boolean roleFollows(Sentence sentence, int from) {
        for (int at = from; at < sentence.end() && at < from + 5; at++) {
            String word = prose.token(at).lower();
            if (ROLES_AFTER.contains(word)) {
                return true;
            }
            if (word.equals(",")) {
                return false;
            }
        }
        return false;
    }
}
