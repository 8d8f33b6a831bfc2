package org.dealgraph.claim.mention;

import java.util.Set;
import java.util.regex.Pattern;
import org.dealgraph.claim.mention.Vocabulary.Words;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.jspecify.annotations.Nullable;

/** Weighs what in and around a run of capitalised words speaks for a company. */
final class FormEvidence {

    private static final Set<String> PLACE_PREPOSITIONS =
            Set.of("in", "near", "outside", "across", "around", "at", "on");
    private static final Set<String> PARTY_PREPOSITIONS = WordList.of("""
            from with by to between in into for of via through
            """);
    private static final Set<String> DEAL_WORDS = WordList.of("""
            stake stakes deal deals agreement agreements contract contracts partnership lease leases investment
            investments shares owned backed led shareholding loan loans order orders venture capacity compute
            power electricity takeover acquisition purchase money funding warrants chips servers talks tie-up
            pact alliance operated developed supplied built provided made run managed space financing equity
            bought acquired invested rented leased
            """);
    private static final Set<String> OF_WORDS = WordList.of("""
            acquisition takeover purchase customer supplier owner parent shares subsidiary unit control buyout
            client stake ownership stakes sale buyer maker owners parts
            """);
    private static final Set<String> THINGS = WordList.of("""
            data datacenter datacentre campus plant chip chips gpu gpus tpu tpus processor processors model
            models system systems supercomputer project program programme cluster clusters site facility
            facilities county award act platform architecture generation racks rack servers server accelerator
            accelerators park street river lake parish conference station reactor reactors cpu cpus index
            exchange app chatbot assistant software university initiative region state stadium airport
            """);
    private static final Set<String> DEAL_VERBS = WordList.of("""
            acquire agree announce invest buy build sign pay purchase raise lease rent lend supply provide
            commit pledge secure order sell develop operate own back finance deploy win book contract partner
            plan borrow file receive issue close disclose contribute spend guarantee host construct deliver ship
            train launch put expect intend say report decline confirm take hold obtain win land grant award license
            swallow absorb merge join offer bid subscribe cancel terminate reserve extend choose pick select give
            bring lose belong employ license exercise withdraw rescue forgo
            """);
    private static final Set<String> GOT = WordList.of("""
            acquire buy back purchase join pay fund finance lend supply swallow absorb own license employ rescue owe
            sue merge partner tap namely called named
            """);
    private static final Set<String> BETWEEN_TWO = WordList.of("""
            deal deals agreement agreements contract contracts talks partnership pact alliance venture tie-up lease
            merger negotiations sign signed partner partnered merge merged ties terms
            """);
    private static final Set<String> OWNED = WordList.of("""
            shares shareholders stock board customers founders owners owner chief offer bid bankruptcy investors
            parent revenue executives shareholder ceo stake takeover directors backers lenders creditors
            """);
    private static final Set<String> REGIONS = WordList.of("""
            state city town province county prefecture port region island district village municipality north south
            east west outskirts coast campus site plant emirate canton commune
            """);
    private static final Set<String> INSTITUTIONS = Set.of("university", "bank", "ministry", "fund", "institute");
    private static final Set<String> GIVEN = Set.of("give", "grant", "award", "sell", "offer", "lend");
    private static final Set<String> HALVES = Set.of("start up", "scale up", "spin off", "spin out");
    private static final Set<String> WENT_ON = WordList.of("to set due in talks about poised");
    private static final Pattern COMPOUND =
            Pattern.compile(".{3,}(bank|tech|soft|corp|compute|cloud|semi|energie|energy|capital|photonics)");
    private static final Pattern DOMAIN = Pattern.compile(".+\\.(ai|com|io|co|net)");

    private final Lore lore;
    private final Prose prose;
    private final @Nullable Draft[] taken;

    FormEvidence(Lore lore, Prose prose, @Nullable Draft[] taken) {
        this.lore = lore;
        this.prose = prose;
        this.taken = taken;
    }

    /** A score; from 3 on a company is likely, from -4 down excluded. */
    int of(Sentence sentence, int first, int nameEnd, int stop, boolean opens) {
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
        boolean half = HALVES.contains(Context.before(prose, sentence, first - 1 - gap(first)) + " " + before);
        if ((half || lore.vocabulary.has(Words.APPOSITIVES, before)) && !opens) {
            score += 3;
        }
        if (!several && COMPOUND.matcher(last.lower()).matches()) {
            score += 2;
        } else if (!several && DOMAIN.matcher(last.lower()).matches()) {
            score += 3;
        }
        score += after(sentence, stop);
        score += before(sentence, first, stop, before);
        score += described(sentence, first, stop) ? 3 : 0;
        score += listed(sentence, first, stop);
        boolean determined = before.equals("the") || before.equals("a") || before.equals("an");
        boolean institution =
                several && INSTITUTIONS.contains(prose.token(first).lower());
        if (institution || several && INSTITUTIONS.contains(last.lower())) {
            score += 3;
        } else if (determined && stop == nameEnd && !lore.vocabulary.has(Words.ENDINGS, last.lower())) {
            score -= 3;
        }
        if (first > sentence.first() + 1 && prose.token(first - 1).kind() == Token.Kind.CLITIC) {
            String owner = prose.token(first - 2).lower();
            boolean place = lore.vocabulary.has(Words.PLACES, owner)
                    || lore.vocabulary.has(Words.PLACES, Context.before(prose, sentence, first - 2) + " " + owner)
                    || lore.vocabulary
                                    .set(Words.PLACES)
                                    .findPhrase(Context.before(prose, sentence, first - 2) + " " + owner)
                            != null;
            score += place ? 2 : -3;
        }
        if (taken(first - 1) || taken(stop)) {
            score -= 3;
        }
        return score - (opens && !several && !odd && !bare(last) ? 1 : 0);
    }

    /** How many quotation marks and hyphens stand right before a token. */
    private int gap(int first) {
        int gap = 0;
        while (first - 1 - gap >= 0
                && (prose.token(first - 1 - gap).hyphen()
                        || prose.token(first - 1 - gap).quote())) {
            gap++;
        }
        return gap;
    }

    /** A word in the singular that opens a sentence without an article is a name, unless it is a name of stuff. */
    private boolean bare(Token token) {
        String word = token.lower();
        return word.length() > 2
                && !word.endsWith("s")
                && !word.endsWith("ing")
                && !word.endsWith("ly")
                && !word.endsWith("ed")
                && !lore.vocabulary.has(Words.OPENERS, word);
    }

    /** One word in capitals, or one with a digit, as companies like to be written. */
    private boolean only(int first, int nameEnd) {
        Token token = prose.token(first);
        return nameEnd - first == 1 && token.allCapitals() && token.text().length() > 2;
    }

    private boolean taken(int at) {
        return at >= 0 && at < taken.length && taken[at] != null;
    }

    private int after(Sentence sentence, int stop) {
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
            if (Set.of("which", "whose", "backed", "owned", "led", "founded", "controlled")
                    .contains(place)) {
                return 3;
            }
            if (Set.of("of", "from", "in", "based").contains(place)
                    && lore.vocabulary.set(Words.PLACES).at(prose, stop + 2, sentence.end()) != null) {
                int verb = Context.verbAfter(prose, sentence, stop);
                return verb >= 0 && DEAL_VERBS.contains(main(sentence, verb)) ? 3 : 2;
            }
            return lore.vocabulary.has(Words.PLACES, place) && !place.isEmpty() ? -3 : joint(sentence, stop);
        }
        if (Context.possessive(prose, stop)) {
            return OWNED.contains(Context.at(prose, sentence, stop + 1)) ? 3 : 1;
        }
        if (next.equals("of")
                && stop + 1 < sentence.end()
                && lore.vocabulary.set(Words.PLACES).at(prose, stop + 1, sentence.end()) != null) {
            return 2;
        }
        int verb = Context.verbAfter(prose, sentence, stop);
        if (verb >= stop && verb <= stop + 2) {
            String lemma = main(sentence, verb);
            return DEAL_VERBS.contains(lemma) ? 3 : 1;
        }
        if (next.equals("and")) {
            return joint(sentence, stop);
        }
        return Set.of("shares", "stock", "executives", "customers").contains(next) ? 2 : 0;
    }

    /** "Axcelis and Veeco are merging": 2 where a list goes on to a verb of deals. */
    private int joint(Sentence sentence, int stop) {
        int at = stop;
        while (at < sentence.end()
                && at < stop + 14
                && (prose.token(at).capitalised()
                        || Set.of(",", "and", "&").contains(prose.token(at).lower()))) {
            at++;
        }
        boolean verb = at > stop + 1 && Context.verbAfter(prose, sentence, at) == at;
        return verb && DEAL_VERBS.contains(main(sentence, at)) ? 2 : 0;
    }

    private String main(Sentence sentence, int verb) {
        int at = verb;
        while (at < sentence.end()
                && at < verb + 5
                && (English.AUXILIARIES.contains(prose.token(at).lower())
                        || English.ADVERBS.contains(prose.token(at).lower())
                        || (at > verb && WENT_ON.contains(prose.token(at).lower())))) {
            at++;
        }
        return at < sentence.end() ? English.lemma(prose.token(at).lower()) : "";
    }

    private boolean ticker(Sentence sentence, int from) {
        return Set.of(
                        "nasdaq",
                        "nyse",
                        "asx",
                        "lse",
                        "tsx",
                        "hkex",
                        "tse",
                        "nse",
                        "bse",
                        "krx",
                        "amex",
                        "otc",
                        "euronext",
                        "six",
                        "sgx")
                .contains(Context.at(prose, sentence, from));
    }

    /** ", a Texas-based data-centre developer": an article and within some words a noun of companies. */
    boolean apposition(Sentence sentence, int from) {
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

    /** Whether the object of "gave Foo the right" or "sold Foo 40 MW" follows. */
    private boolean something(Sentence sentence, int stop) {
        return stop < sentence.end()
                && (prose.token(stop).kind() == Token.Kind.NUMBER
                        || Set.of("the", "a", "an", "access", "exclusive", "$")
                                .contains(prose.token(stop).lower()));
    }

    /** "with a Chinese server company, Foo,": a description, a comma and the name that it describes. */
    private boolean described(Sentence sentence, int first, int stop) {
        return first - 2 > sentence.first()
                && prose.token(first - 1).is(",")
                && lore.vocabulary.has(Words.APPOSITIVES, prose.token(first - 2).lower())
                && stop < sentence.end()
                && ",.;".contains(prose.token(stop).text());
    }

    private int before(Sentence sentence, int first, int stop, String before) {
        if (before.isEmpty()) {
            return 0;
        }
        String earlier = Context.before(prose, sentence, first - 1);
        if (before.equals("of") && REGIONS.contains(earlier)) {
            return -6;
        }
        if (before.equals("of")) {
            return earlier.equals("%") || earlier.equals("percent") || earlier.equals("cent")
                    ? 3
                    : OF_WORDS.contains(earlier) ? 3 : 0;
        }
        if (PARTY_PREPOSITIONS.contains(before)
                && (DEAL_WORDS.contains(earlier) || DEAL_VERBS.contains(English.lemma(earlier)))) {
            boolean agent = before.equals("by") || before.equals("from");
            return agent || (before.equals("with") && BETWEEN_TWO.contains(earlier)) ? 3 : 2;
        }
        if (PLACE_PREPOSITIONS.contains(before)) {
            return -2;
        }
        if (GOT.contains(English.lemma(before))) {
            return 3;
        }
        if (GIVEN.contains(English.lemma(before)) && something(sentence, stop)) {
            return 3;
        }
        if (before.equals("over") && English.lemma(earlier).equals("take")) {
            return 3;
        }
        return switch (before) {
            case "from" -> dealt(sentence, first) ? 3 : 1;
            case "by", "with", "between" -> dealt(sentence, first) ? 2 : 1;
            default -> 0;
        };
    }

    /** Whether a verb or noun of deals stands within some words before, in the same clause. */
    private boolean dealt(Sentence sentence, int first) {
        for (int at = first - 2; at >= sentence.first() && at > first - 11; at--) {
            String word = prose.token(at).lower();
            if (word.equals(";") || word.equals(":")) {
                return false;
            }
            if (DEAL_WORDS.contains(word) || DEAL_VERBS.contains(English.lemma(word))) {
                return true;
            }
        }
        return false;
    }

    /** Beside a known name in a list: 2, between two: 3. */
    private int listed(Sentence sentence, int first, int stop) {
        int right = stop;
        boolean link = false;
        while (right < sentence.end()
                && right < stop + 2
                && Set.of(",", "and", "&", "or").contains(prose.token(right).lower())) {
            right++;
            link = true;
        }
        boolean after = link && right < sentence.end() && organization(right);
        int left = first - 1;
        link = false;
        while (left >= sentence.first()
                && left > first - 3
                && Set.of(",", "and", "&", "or").contains(prose.token(left).lower())) {
            left--;
            link = true;
        }
        boolean before = link && left >= sentence.first() && organization(left);
        boolean joined = after && prose.token(stop).is("and")
                || before && prose.token(first - 1).is("and");
        return joined || after && before ? 3 : after || before ? 2 : 0;
    }

    private boolean organization(int at) {
        Draft draft = taken[at];
        return draft != null && draft.organization() && draft.form != Form.PERSON;
    }
}
