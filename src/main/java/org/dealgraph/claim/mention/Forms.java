package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
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

    private static final int LONGEST = 6;

    private static final Set<String> INSIDE = Set.of("of", "de", "du", "and", "&", "for", "the", "van", "von");
    private static final Set<String> PLACE_PREPOSITIONS = Set.of("in", "near", "outside", "across", "around", "at", "on");
    private static final Set<String> PARTY_PREPOSITIONS = Set.of("from", "with", "by", "to", "between", "in", "into", "for", "of", "via", "through");
    private static final Set<String> DEAL_WORDS = Set.of(
            "stake", "stakes", "deal", "deals", "agreement", "agreements", "contract", "contracts", "partnership", "lease", "leases",
            "investment", "investments", "shares", "owned", "backed", "led", "shareholding", "loan", "loans", "order", "orders",
            "venture", "capacity", "compute", "power", "electricity", "takeover", "acquisition", "purchase", "money", "funding",
            "warrants", "chips", "servers", "talks", "tie-up", "pact", "alliance", "operated", "developed", "supplied", "built",
            "provided", "made", "run", "managed", "space", "financing", "equity", "bought", "acquired", "invested", "rented", "leased");
    private static final Set<String> OF_WORDS = Set.of("acquisition", "takeover", "purchase", "customer", "supplier", "owner", "parent", "shares", "subsidiary", "unit", "control", "buyout", "client", "stake", "ownership");
    private static final Set<String> QUANTIFIERS = Set.of("most", "many", "some", "other", "such", "more", "few", "several", "any", "another", "big", "new", "global", "local", "public", "private", "national");
    private static final Set<String> SPEECH = Set.of("say", "tell", "add", "note", "write", "argue", "warn", "explain", "recall", "call", "describe", "think", "believe", "see");
    private static final Set<String> THINGS = Set.of(
            "data", "datacenter", "datacentre", "campus", "plant", "chip", "chips", "gpu", "gpus", "tpu", "tpus", "processor",
            "processors", "model", "models", "system", "systems", "supercomputer", "project", "program", "programme", "cluster", "clusters",
            "site", "facility", "facilities", "county", "award", "act", "platform", "architecture", "generation", "racks", "rack", "servers",
            "server", "accelerator", "accelerators", "park", "street", "river", "lake", "parish", "conference", "station", "reactor", "reactors",
            "cpu", "cpus", "index", "exchange", "app", "chatbot", "assistant", "software", "university", "initiative", "region", "state", "stadium", "airport");
    private static final Set<String> TITLES_BEFORE = Set.of("mr", "mr.", "mrs", "ms", "dr", "president", "minister", "chairman", "ceo",
            "cfo", "cto", "coo", "executive", "founder", "co-founder", "cofounder", "analyst", "analysts", "secretary", "governor", "mayor", "senator", "chief", "officer", "director",
            "spokesman", "spokeswoman", "spokesperson", "boss", "head");
    private static final Set<String> ROLES_AFTER = Set.of("ceo", "cfo", "coo", "cto", "chief", "president", "chairman", "chairwoman", "founder", "co-founder", "analyst",
            "executive", "head", "director", "partner", "spokesman", "spokeswoman", "spokesperson", "secretary", "minister", "who");

    private static final Set<String> LINKS = Set.of(",", "and", "&", "or", "plus");

    private record Found(Sentence sentence, int first, int end, int nameEnd, String name, int evidence) {}

    private final Lore lore;
    private final Part part;
    private final Prose prose;
    private final @Nullable Draft[] taken;
    private final Set<String> small = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    Forms(Lore lore, Part part, Prose prose, @Nullable Draft[] taken) {
        this.lore = lore;
        this.part = part;
        this.prose = prose;
        this.taken = taken;
        for (Token token : prose.tokens()) {
            if (token.word() && Character.isLowerCase(token.text().charAt(0)) && !token.innerCapital()) {
                small.add(token.lower());
            }
        }
    }

    /** Names with enough evidence somewhere in this part or among those known from the other, in order. */
    List<Draft> find(Map<String, Reference> known) {
        for (Sentence sentence : prose.sentences()) {
            boolean titleCase = Context.titleCase(prose, sentence);
            if (titleCase && (part == Part.TITLE || sentence.kind() == Sentence.Kind.HEADING)) {
                continue;
            }
            for (int at = sentence.first(); at < sentence.end(); at++) {
                int end = sequence(sentence, at);
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
        Map<String, Reference> shorts = new HashMap<>();
        names.values().forEach(r -> {
            String first = r.name().split(" ", 2)[0];
            if (!first.equals(r.name()) && first.length() > 2 && !small.contains(first.toLowerCase(java.util.Locale.ROOT)) && !lore.vocabulary.has(Words.PLACES, first)) {
                shorts.putIfAbsent(first, r);
            }
        });
        known.putAll(names);
        List<Draft> drafts = new ArrayList<>();
        for (Found f : found) {
            Reference reference = names.get(f.name());
            Reference shortFor = reference == null ? shorts.get(f.name()) : null;
            if (people.contains(f.name()) || (reference == null && shortFor == null) || f.evidence() <= -4) {
                continue;
            }
            Reference best = shortFor != null ? shortFor : java.util.Objects.requireNonNull(reference);
            double confidence = Math.clamp(0.5 + 0.08 * f.evidence(), 0.5, 0.9);
            drafts.add(new Draft(
                    part, f.sentence(), f.first(), f.end(), Form.FORM, List.of(best),
                    Context.possessive(prose, f.end()), confidence, null));
        }
        return drafts;
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
        boolean list = left.sentence() == right.sentence() && right.first() - left.end() <= 2 && right.first() > left.end();
        for (int at = left.end(); list && at < right.first(); at++) {
            list = LINKS.contains(prose.token(at).lower());
        }
        if (list && weak.evidence() < ENOUGH && other.evidence() >= ENOUGH && weak.evidence() > -2) {
            found.set(index, new Found(weak.sentence(), weak.first(), weak.end(), weak.nameEnd(), weak.name(), ENOUGH));
        }
    }

    /** One past a run of capitalised words that begins at a token, or the token itself where none does. */
    private int sequence(Sentence sentence, int first) {
        if (!begins(sentence, first)) {
            return first;
        }
        int end = first + 1;
        while (end < sentence.end() && end - first < LONGEST) {
            Token token = prose.token(end);
            if (taken[end] != null) {
                break;
            }
            if (part(token)) {
                end++;
            } else if (end + 1 < sentence.end() && joins(token) && part(prose.token(end + 1)) && taken[end + 1] == null
                    && !(token.is("of") && lore.vocabulary.set(Words.PLACES).at(prose, end + 1, sentence.end()) != null)) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    private boolean begins(Sentence sentence, int at) {
        Token token = prose.token(at);
        if (taken[at] != null || !token.capitalised() || token.text().length() > 30) {
            return false;
        }
        Token last = at > sentence.first() ? prose.token(at - 1) : null;
        boolean glued = last != null && token.glued() && (last.hyphen() || last.is("$") || last.kind() == Token.Kind.NUMBER);
        boolean unit = last != null && last.kind() == Token.Kind.NUMBER && token.text().length() <= 4;
        if (glued || unit || English.function(token.lower()) || QUANTIFIERS.contains(token.lower())) {
            return false;
        }
        return !(Context.opens(prose, sentence, at) && English.verb(token.lower()) && small.contains(token.lower()));
    }

    private static boolean part(Token token) {
        return token.capitalised() && !English.PRONOUNS.contains(token.lower()) && token.text().length() <= 30
                || token.kind() == Token.Kind.NUMBER && token.text().length() <= 2;
    }

    private static boolean joins(Token token) {
        return token.hyphen() && token.glued() || token.is("&") || token.is("of");
    }

    private void weigh(Sentence sentence, int first, int end) {
        boolean opens = Context.opens(prose, sentence, first);
        int start = first;
        if (opens && end - first > 1 && (common(prose.token(first)) || lore.vocabulary.has(Words.APPOSITIVES, prose.token(first).lower()))) {
            start++;
        }
        while (start < end && !prose.token(start).capitalised()) {
            start++;
        }
        int stop = end;
        while (stop > start && prose.token(stop - 1).kind() == Token.Kind.NUMBER && stop - 1 > start + 1) {
            stop--;
        }
        while (stop > start && !prose.token(stop - 1).capitalised() && prose.token(stop - 1).kind() != Token.Kind.NUMBER) {
            stop--;
        }
        if (start >= stop) {
            return;
        }
        if (TITLES_BEFORE.contains(prose.token(start).lower()) && stop - start > 1) {
            people.add(name(start + 1, stop));
            people.add(prose.token(stop - 1).text());
            return;
        }
        int nameEnd = stop;
        while (nameEnd > start + 1 && legal(prose.token(nameEnd - 1))) {
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
        int evidence = evidence(sentence, start, nameEnd, stop, opens);
        found.add(new Found(sentence, start, stop, nameEnd, name, evidence));
    }

    private String name(int first, int end) {
        return prose.span(first, end - 1).in(prose.text()).replaceAll("[\\s\\p{Cf}]+", " ");
    }

    /** A word that the article also writes small, or one of the grammar. */
    private boolean common(Token token) {
        return !token.innerCapital()
                && !token.allCapitals()
                && (small.contains(token.lower()) || English.function(token.lower()) || English.verb(token.lower()) || token.lower().endsWith("ly") || token.lower().endsWith("ing"));
    }

    private boolean legal(Token token) {
        return lore.vocabulary.has(Words.LEGAL, token.lower());
    }

    /** Places, outlets, months and the like, and runs of nothing but such words. */
    private boolean barred(int first, int end, String name) {
        if (lore.vocabulary.set(Words.PLACES).findPhrase(name) != null
                || lore.vocabulary.set(Words.OUTLETS).findPhrase(name) != null
                || lore.vocabulary.demonyms().findPhrase(name) != null) {
            return true;
        }
        for (int at = first; at < end; at++) {
            Token token = prose.token(at);
            boolean empty = lore.vocabulary.has(Words.NOT_NAMES, token.lower())
                    || lore.vocabulary.has(Words.PLACES, token.lower())
                    || lore.vocabulary.demonyms().find(token.lower()) != null
                    || token.kind() != Token.Kind.WORD
                    || token.is("of");
            if (!empty) {
                return lore.vocabulary.has(Words.NOT_NAMES, prose.token(first).lower()) && end - first <= 2 && !lore.vocabulary.has(Words.ENDINGS, prose.token(end - 1).lower());
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
        boolean ending = lore.vocabulary.has(Words.ENDINGS, prose.token(nameEnd - 1).lower()) || stop > nameEnd;
        if (ending || nameEnd - first > 4) {
            return false;
        }
        boolean firstName = lore.vocabulary.has(Words.FIRST_NAMES, prose.token(first).lower());
        String after = Context.at(prose, sentence, stop);
        boolean role = after.equals(",") && roleFollows(sentence, stop + 1);
        int verb = Context.verbAfter(prose, sentence, stop);
        boolean speaks = verb == stop && SPEECH.contains(English.lemma(after)) || SPEECH.contains(before.isEmpty() ? "" : English.lemma(before));
        boolean plain = nameEnd - first == 2 && !prose.token(first).innerCapital() && !prose.token(nameEnd - 1).innerCapital()
                && !prose.token(first).allCapitals() && !prose.token(nameEnd - 1).allCapitals();
        return firstName || role || after.equals("who") || (plain && speaks && !apposition(sentence, stop + 1));
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

    private int evidence(Sentence sentence, int first, int nameEnd, int stop, boolean opens) {
        int score = 0;
        boolean several = nameEnd - first > 1;
        Token last = prose.token(nameEnd - 1);
        score += stop > nameEnd ? 4 : 0;
        score += several && lore.vocabulary.has(Words.ENDINGS, last.lower()) ? 3 : 0;
        boolean odd = false;
        for (int at = first; at < nameEnd; at++) {
            odd |= prose.token(at).innerCapital();
        }
        score += odd ? 2 : only(first, nameEnd) ? 1 : 0;
        String before = Context.before(prose, sentence, first);
        if (lore.vocabulary.has(Words.APPOSITIVES, before) && !opens) {
            score += 3;
        }
        score += after(sentence, stop, several || odd);
        score += before(sentence, first, before);
        score += listed(sentence, first, stop);
        boolean determined = before.equals("the") || before.equals("a") || before.equals("an");
        if (determined && stop == nameEnd && !lore.vocabulary.has(Words.ENDINGS, last.lower())) {
            score -= 3;
        }
        if (first > sentence.first() + 1 && prose.token(first - 1).kind() == Token.Kind.CLITIC) {
            String owner = prose.token(first - 2).lower();
            boolean place = lore.vocabulary.has(Words.PLACES, owner) || lore.vocabulary.has(Words.PLACES, Context.before(prose, sentence, first - 2) + " " + owner)
                    || lore.vocabulary.set(Words.PLACES).findPhrase(Context.before(prose, sentence, first - 2) + " " + owner) != null;
            score += place ? 2 : -3;
        }
        if (taken(first - 1) || taken(stop)) {
            score -= 3;
        }
        return score - (opens && !several && !odd ? 1 : 0);
    }

    /** One word in capitals, or one with a digit, as companies like to be written. */
    private boolean only(int first, int nameEnd) {
        Token token = prose.token(first);
        return nameEnd - first == 1 && token.allCapitals() && token.text().length() > 2;
    }

    private boolean taken(int at) {
        return at >= 0 && at < taken.length && taken[at] != null;
    }

    private int after(Sentence sentence, int stop, boolean strong) {
        String next = Context.at(prose, sentence, stop);
        if (next.isEmpty()) {
            return 0;
        }
        if (THINGS.contains(next)) {
            return -4;
        }
        if (next.equals("(")) {
            return ticker(sentence, stop + 1) ? 4 : 0;
        }
        if (next.equals(",")) {
            if (apposition(sentence, stop + 1)) {
                return 4;
            }
            String place = Context.at(prose, sentence, stop + 1);
            if (Set.of("which", "whose", "backed", "owned", "led", "founded", "controlled").contains(place)) {
                return 2;
            }
            return lore.vocabulary.has(Words.PLACES, place) && !place.isEmpty() ? -3 : 0;
        }
        if (Context.possessive(prose, stop)) {
            return 1;
        }
        if (next.equals("of") && stop + 1 < sentence.end() && lore.vocabulary.set(Words.PLACES).at(prose, stop + 1, sentence.end()) != null) {
            return 2;
        }
        int verb = Context.verbAfter(prose, sentence, stop);
        if (verb >= stop && verb <= stop + 2) {
            String lemma = main(sentence, verb);
            return DEAL_VERBS.contains(lemma) ? (strong ? 3 : 3) : strong ? 1 : 1;
        }
        return Set.of("shares", "stock", "executives", "customers").contains(next) ? 2 : 0;
    }

    private static final Set<String> DEAL_VERBS = Set.of(
            "acquire", "agree", "announce", "invest", "buy", "build", "sign", "pay", "purchase", "raise", "lease", "rent", "lend",
            "supply", "provide", "commit", "pledge", "secure", "order", "sell", "develop", "operate", "own", "back", "finance",
            "deploy", "win", "book", "contract", "partner", "plan", "borrow", "file", "receive", "issue", "close", "disclose",
            "contribute", "spend", "guarantee", "host", "construct", "deliver", "ship", "train", "launch", "put", "expect", "intend", "say", "report", "decline", "confirm");

    private String main(Sentence sentence, int verb) {
        int at = verb;
        while (at < sentence.end() && at < verb + 5 && (English.AUXILIARIES.contains(prose.token(at).lower()) || English.ADVERBS.contains(prose.token(at).lower()))) {
            at++;
        }
        return at < sentence.end() ? English.lemma(prose.token(at).lower()) : "";
    }

    private boolean ticker(Sentence sentence, int from) {
        return Set.of("nasdaq", "nyse", "asx", "lse", "tsx", "hkex", "tse", "nse", "bse", "krx", "amex", "otc", "euronext", "six", "sgx")
                .contains(Context.at(prose, sentence, from));
    }

    /** ", a Texas-based data-centre developer": an article and within some words a noun of companies. */
    private boolean apposition(Sentence sentence, int from) {
        String article = Context.at(prose, sentence, from);
        if (!Set.of("a", "an", "the", "another", "one").contains(article)) {
            return false;
        }
        for (int at = from + 1; at < sentence.end() && at < from + 11; at++) {
            Token token = prose.token(at);
            boolean joined = prose.token(at - 1).hyphen();
            if (token.kind() == Token.Kind.SIGN && !token.hyphen() || (!joined && English.finite(token.lower()))) {
                return false;
            }
            if (lore.vocabulary.set(Words.APPOSITIVES).at(prose, at, sentence.end()) != null) {
                return true;
            }
        }
        return false;
    }

    private int before(Sentence sentence, int first, String before) {
        if (before.isEmpty()) {
            return 0;
        }
        String earlier = Context.before(prose, sentence, first - 1);
        if (before.equals("of") ? OF_WORDS.contains(earlier) : PARTY_PREPOSITIONS.contains(before) && (DEAL_WORDS.contains(earlier) || DEAL_VERBS.contains(English.lemma(earlier)))) {
            return 2;
        }
        if (PLACE_PREPOSITIONS.contains(before)) {
            return -2;
        }
        if (Set.of("acquire", "buy", "back", "purchase", "join", "pay", "fund", "finance", "lend", "supply").contains(English.lemma(before))) {
            return 3;
        }
        if (Set.of("from", "with", "by", "between").contains(before)) {
            return 1;
        }
        return 0;
    }

    /** Beside a known name in a list: 2, between two: 3. */
    private int listed(Sentence sentence, int first, int stop) {
        int right = stop;
        boolean link = false;
        while (right < sentence.end() && right < stop + 2 && Set.of(",", "and", "&", "or").contains(prose.token(right).lower())) {
            right++;
            link = true;
        }
        boolean after = link && right < sentence.end() && organization(right);
        int left = first - 1;
        link = false;
        while (left >= sentence.first() && left > first - 3 && Set.of(",", "and", "&", "or").contains(prose.token(left).lower())) {
            left--;
            link = true;
        }
        boolean before = link && left >= sentence.first() && organization(left);
        return after && before ? 3 : after || before ? 2 : 0;
    }

    private boolean organization(int at) {
        Draft draft = taken[at];
        return draft != null && draft.organization() && draft.form != Form.PERSON;
    }
}
