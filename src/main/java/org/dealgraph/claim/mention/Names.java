package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.text.English;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.dealgraph.model.OrganizationType;

/** Finds the registry's names in an article; those that are also words count only with evidence around them. */
final class Names {

    /** Evidence from which on a word-like name is taken. */
    private static final int ENOUGH = 2;

    private static final Set<String> COMPANY_WORDS = WordList.of("""
            shares stock inc corp corporation ltd plc executives spokesperson spokesman spokeswoman chief ceo
            officials customers engineers investors shareholders
            """);
    private static final Set<String> PARTY_PREPOSITIONS = WordList.of("""
            from with by to between for of and or at in into
            """);

    /**
     * A registry name at a place, taken or not.
     *
     * @param entries what it may name
     * @param evidence how much speaks for it; large where the name is no word
     */
    record Candidate(Part part, Sentence sentence, int first, int end, List<Gazetteer.Entry> entries, int evidence) {}

    private final Lore lore;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Candidate> brands = new ArrayList<>();

    Names(Lore lore) {
        this.lore = lore;
    }

    /** Looks through one part of the article. */
    void scan(Part part, Prose prose) {
        for (Sentence sentence : prose.sentences()) {
            boolean titleCase = sentence.kind() == Sentence.Kind.HEADING && Context.titleCase(prose, sentence)
                    || part == Part.TITLE && Context.titleCase(prose, sentence);
            for (int at = sentence.first(); at < sentence.end(); ) {
                Gazetteer.Match match = lore.gazetteer.at(prose, at, sentence.end());
                if (match == null) {
                    at++;
                    continue;
                }
                int maker = maker(prose, at, match);
                if (maker > at) {
                    Gazetteer.Match org = lore.gazetteer.at(prose, at, maker);
                    if (org != null) {
                        add(part, prose, sentence, at, org, titleCase);
                    }
                    add(part, prose, sentence, maker, new Gazetteer.Match(match.entries(), match.end()), titleCase);
                } else {
                    add(part, prose, sentence, at, match, titleCase);
                }
                at = match.end();
            }
        }
    }

    /** Where the product's own words begin in "Nvidia GPUs"; the first token where it is not named with its maker. */
    private int maker(Prose prose, int at, Gazetteer.Match match) {
        if (match.entries().stream().anyMatch(e -> e.name().kind() == KnownName.Kind.ORGANIZATION)) {
            return at;
        }
        Gazetteer.Match org = lore.gazetteer.at(prose, at, match.end() - 1);
        boolean maker = org != null
                && org.entries().stream()
                        .anyMatch(e -> e.name().kind() == KnownName.Kind.ORGANIZATION
                                && e.name().form() != KnownName.Form.BRAND
                                && e.name().form() != KnownName.Form.PERSON);
        return maker && org != null ? org.end() : at;
    }

    private void add(Part part, Prose prose, Sentence sentence, int at, Gazetteer.Match match, boolean titleCase) {
        List<Gazetteer.Entry> named = match.entries().stream()
                .filter(e -> e.name().form() != KnownName.Form.BRAND)
                .sorted(Comparator.comparingInt(e -> rank(e.name())))
                .toList();
        match.entries().stream()
                .filter(e -> e.name().form() == KnownName.Form.BRAND || e.name().kind() != KnownName.Kind.ORGANIZATION)
                .findFirst()
                .ifPresent(e -> brands.add(new Candidate(part, sentence, at, match.end(), match.entries(), 100)));
        if (named.isEmpty()) {
            return;
        }
        boolean wordlike = named.stream().allMatch(lore::wordlike);
        if (half(prose, sentence, at, match)) {
            return;
        }
        boolean place = named.stream().allMatch(e -> e.name().ambiguous() && government(e.name()));
        int evidence = place
                ? government(prose, sentence, at, match.end())
                : wordlike ? evidence(prose, sentence, at, match.end(), titleCase) : 100;
        candidates.add(new Candidate(part, sentence, at, match.end(), named, evidence));
    }

    /** "Hyundai" in "HD Hyundai": another firm, told apart by the capitals before one word. */
    private boolean half(Prose prose, Sentence sentence, int first, Gazetteer.Match match) {
        if (first == sentence.first()
                || match.end() - first > 1
                || prose.token(first).allCapitals()) {
            return false;
        }
        Token last = prose.token(first - 1);
        return last.allCapitals()
                && last.text().length() <= 3
                && !English.function(last.lower())
                && !lore.vocabulary.has(Vocabulary.Words.NOT_NAMES, last.lower())
                && lore.vocabulary.demonyms().find(last.lower()) == null
                && !lore.vocabulary.has(Vocabulary.Words.PLACES, last.lower())
                && lore.gazetteer.at(prose, first - 1, first) == null
                && match.entries().stream().allMatch(e -> e.name().kind() == KnownName.Kind.ORGANIZATION);
    }

    private static int rank(KnownName name) {
        int kind = name.kind() == KnownName.Kind.ORGANIZATION ? 0 : 10;
        return kind
                + switch (name.form()) {
                    case NAME -> 0;
                    case LEGAL_NAME, ALIAS -> 1;
                    default -> 5;
                };
    }

    private boolean government(KnownName name) {
        return name.kind() == KnownName.Kind.ORGANIZATION
                && lore.catalogue
                        .findOrganization(name.id())
                        .filter(o -> o.types().contains(OrganizationType.GOVERNMENT))
                        .isPresent();
    }

    /** A country's name stands for its government only where it acts. */
    private int government(Prose prose, Sentence sentence, int first, int end) {
        String before = Context.before(prose, sentence, first);
        int verb = Context.verbAfter(prose, sentence, end);
        boolean article = before.equals("the") && first > sentence.first();
        boolean inside = first > sentence.first()
                && prose.token(first - 1).capitalised()
                && !article
                && !English.function(before);
        if (inside) {
            return -10;
        }
        String lead = article ? Context.before(prose, sentence, first - 1) : before;
        boolean free = first == sentence.first() || !English.PREPOSITIONS.contains(lead);
        if (verb == end && free && acts(main(prose, sentence, verb))) {
            return ENOUGH;
        }
        boolean agent = before.equals("by")
                && first >= sentence.first() + 2
                && acts(prose.token(first - 2).lower());
        return agent ? ENOUGH : -10;
    }

    private static String main(Prose prose, Sentence sentence, int verb) {
        int at = verb;
        while (at < sentence.end()
                && at < verb + 4
                && (English.AUXILIARIES.contains(prose.token(at).lower())
                        || English.ADVERBS.contains(prose.token(at).lower()))) {
            at++;
        }
        return Context.at(prose, sentence, at);
    }

    private static boolean acts(String verb) {
        return Set.of(
                        "take",
                        "agree",
                        "invest",
                        "convert",
                        "acquire",
                        "buy",
                        "pledge",
                        "own",
                        "receive",
                        "hold",
                        "lend",
                        "provide",
                        "give",
                        "grant",
                        "award",
                        "fund",
                        "finance",
                        "spend",
                        "commit",
                        "inject",
                        "put",
                        "contribute",
                        "guarantee",
                        "approve",
                        "earmark",
                        "allocate",
                        "back",
                        "support",
                        "promise",
                        "subsidise",
                        "subsidize",
                        "build",
                        "sign",
                        "offer",
                        "make",
                        "conclude",
                        "purchase")
                .contains(English.lemma(verb));
    }

    private int evidence(Prose prose, Sentence sentence, int first, int end, boolean titleCase) {
        int score = 0;
        boolean opens = Context.opens(prose, sentence, first);
        if (first > sentence.first()
                && prose.token(first).glued()
                && prose.token(first - 1).hyphen()
                && prose.token(first - 1).glued()
                && prose.token(first).text().length() < 3) {
            return -10;
        }
        boolean letter = prose.token(end - 1).text().length() == 1;
        if (letter
                && end < sentence.end()
                && prose.token(end).hyphen()
                && prose.token(end).glued()) {
            return -10;
        }
        if (!opens && !titleCase && !prose.token(first).allCapitals()) {
            score += 2;
        }
        if (end - first > 1) {
            score += 2;
        }
        String before = Context.before(prose, sentence, first);
        String after = Context.at(prose, sentence, end);
        if (lore.vocabulary.has(Vocabulary.Words.APPOSITIVES, before)) {
            score += 2;
        }
        if (Context.possessive(prose, end) || COMPANY_WORDS.contains(after) || after.equals("(")) {
            score += 2;
        } else if (Context.verbAfter(prose, sentence, end) == end
                || (opens && prose.token(first).word() && Context.verbAfter(prose, sentence, end) > end + 2)) {
            score += 2;
        } else if (after.equals("and") || after.equals(",")) {
            score += 1;
            score += opens && neighbour(prose, sentence, end) ? 1 : 0;
        }
        if (PARTY_PREPOSITIONS.contains(before)) {
            score += 1;
        }
        return score - foreign(prose, sentence, first, end);
    }

    /** Whether a sure name or an apposition follows the comma or "and" after a name. */
    private boolean neighbour(Prose prose, Sentence sentence, int end) {
        String next = Context.at(prose, sentence, end + 1);
        return next.equals("a")
                || next.equals("an")
                || (end + 1 < sentence.end() && lore.gazetteer.at(prose, end + 1, sentence.end()) != null);
    }

    /** A capitalised neighbour that no registry name explains makes the word a part of another name. */
    private int foreign(Prose prose, Sentence sentence, int first, int end) {
        int against = 0;
        if (end < sentence.end()) {
            Token next = prose.token(end);
            boolean name = next.capitalised()
                    && !English.function(next.lower())
                    && !lore.vocabulary.has(Vocabulary.Words.NOT_NAMES, next.lower())
                    && lore.gazetteer.at(prose, end, sentence.end()) == null
                    && !COMPANY_WORDS.contains(next.lower());
            against += name ? 3 : 0;
        }
        if (first > sentence.first()) {
            Token last = prose.token(first - 1);
            boolean name = last.capitalised()
                    && !English.function(last.lower())
                    && !Context.opens(prose, sentence, first - 1)
                    && !lore.vocabulary.has(Vocabulary.Words.NOT_NAMES, last.lower());
            against += name ? 3 : 0;
        }
        return against;
    }

    /** The candidates that hold, in order; a word-like one also where the article names the same more plainly elsewhere. */
    List<Draft> accepted(java.util.function.Function<Part, Prose> proses) {
        Map<String, Integer> best = new HashMap<>();
        for (Candidate c : candidates) {
            c.entries().forEach(e -> best.merge(e.name().kind() + e.name().id(), c.evidence(), Math::max));
        }
        Set<String> certain = new HashSet<>();
        best.forEach((id, evidence) -> {
            if (evidence >= ENOUGH) {
                certain.add(id);
            }
        });
        List<Draft> drafts = new ArrayList<>();
        for (Candidate c : candidates) {
            Gazetteer.Entry entry = choose(c, certain);
            boolean sure = certain.contains(entry.name().kind() + entry.name().id());
            boolean function = c.end() - c.first() == 1
                    && English.function(proses.apply(c.part()).token(c.first()).lower());
            int needed = !sure || function ? ENOUGH : c.part() == Part.TITLE ? 0 : 0;
            if (c.evidence() >= needed) {
                drafts.add(draft(c, entry, proses.apply(c.part())));
            }
        }
        return drafts;
    }

    private static Gazetteer.Entry choose(Candidate c, Set<String> certain) {
        List<Gazetteer.Entry> entries = c.entries();
        return entries.stream()
                .filter(e -> certain.contains(e.name().kind() + e.name().id()))
                .findFirst()
                .orElse(entries.getFirst());
    }

    private Draft draft(Candidate c, Gazetteer.Entry entry, Prose prose) {
        Form form = switch (entry.name().form()) {
            case PERSON -> Form.PERSON;
            case NAME -> Form.NAME;
            default -> Form.ALIAS;
        };
        double confidence = c.evidence() >= 100 ? 0.99 : c.evidence() >= 4 ? 0.95 : 0.85;
        return new Draft(
                c.part(),
                c.sentence(),
                c.first(),
                c.end(),
                form,
                List.of(lore.reference(entry.name())),
                Context.possessive(prose, c.end()),
                confidence,
                null);
    }

    /** Brands, products, models and platforms: what "the … maker" is told by. */
    List<Candidate> brands() {
        return brands;
    }
}
