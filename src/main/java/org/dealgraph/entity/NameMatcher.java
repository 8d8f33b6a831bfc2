package org.dealgraph.entity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.model.Judgement.Verdict;

/**
 * Says whether two names are names of one organization. Words are compared one by one, whatever their order, by what they
 * say: a name in a name weighs more than a trade or a place, and legal forms hardly anything; what one name has and the
 * other lacks speaks against it, numbers most of all.
 */
public final class NameMatcher {

    /** From here on two names are taken to be one organization's: the operating point that the evaluation states. */
    public static final double SAME = 0.8;

    /** From here on it is worth a person's look. */
    public static final double UNSURE = 0.65;

    private static final double EXTRA = 0.88;
    private static final double NUMBERS_DIFFER = 0.4;
    private static final double NUMBER_MISSING = 0.7;
    private static final double FORMS_DIFFER = 0.95;
    private static final double PERSON = 0.5;
    private static final double WHOLE_INITIALS = 0.88;
    private static final double RUN_TOGETHER = 0.95;
    private static final Pattern CAPITALS = Pattern.compile("(?<!\\p{L})\\p{Lu}[\\p{Lu}\\d.&]{1,9}(?!\\p{Ll})");

    private final LegalForms lexicon;
    private final NameWords words;
    private final NameVariants variants;

    private NameMatcher(LegalForms lexicon, NameWords words) {
        this.lexicon = lexicon;
        this.words = words;
        this.variants = new NameVariants(lexicon, words);
    }

    /** The matcher that the lexicon below an ingest folder makes. */
    public static NameMatcher load(Path ingest) {
        return new NameMatcher(LegalForms.load(ingest), NameWords.load(ingest));
    }

    LegalForms lexicon() {
        return lexicon;
    }

    /**
     * How two names stand to each other.
     *
     * @param score 0 to 1
     * @param verdict SAME from the operating point on, UNSURE just below it, else NOT_SAME
     * @param reasons what spoke for and against, in words
     */
    public record Match(double score, Verdict verdict, List<String> reasons) {

        public Match {
            reasons = List.copyOf(reasons);
        }
    }

    /** Compares two names; the order does not matter. Names in brackets are tried as names of their own. */
    public Match match(String a, String b) {
        boolean ordered = a.compareTo(b) <= 0;
        List<Match> matches = new ArrayList<>();
        for (String x : variants.of(ordered ? a : b)) {
            for (String y : variants.of(ordered ? b : a)) {
                matches.add(compare(x, y));
            }
        }
        return Collections.max(matches, Comparator.comparingDouble(Match::score));
    }

    private record Parts(List<String> all, List<Token> tokens, Set<String> forms, boolean person, boolean consonants) {}

    private Parts parts(String name) {
        NameForm form = NameForm.of(name, lexicon);
        List<String> folded = LegalForms.words(
                words.spell(String.join(" ", form.words())).strip().replaceAll(" +", " "));
        Set<String> capitals = new TreeSet<>();
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT)) && folded.size() > 1;
        Matcher m = CAPITALS.matcher(name);
        while (!shouted && m.find()) {
            capitals.add(Letters.fold(m.group()));
        }
        return new Parts(
                form.all(),
                words.tokens(folded, capitals),
                form.forms(),
                !folded.isEmpty() && words.honorific(folded.getFirst()),
                Letters.consonantal(name));
    }

    private Match compare(String a, String b) {
        Parts x = parts(a);
        Parts y = parts(b);
        List<String> reasons = new ArrayList<>();
        Alignment alignment = new Alignment(x.tokens(), y.tokens(), x.consonants() != y.consonants());
        reasons.addAll(alignment.notes());
        double score = alignment.dice();
        score *= rest(alignment.leftRest(), reasons) * rest(alignment.rightRest(), reasons);
        score *= numbers(alignment.leftRest(), alignment.rightRest(), reasons);
        if (score < RUN_TOGETHER && key(x).equals(key(y)) && !key(x).isEmpty()) {
            score = RUN_TOGETHER;
            reasons.add("the same letters, spaced another way");
        }
        if (score < WHOLE_INITIALS && (abbreviates(x, y) || abbreviates(y, x))) {
            score = WHOLE_INITIALS;
            reasons.add("one abbreviates the other");
        }
        if (!x.forms().isEmpty() && !y.forms().isEmpty() && Collections.disjoint(x.forms(), y.forms())) {
            score *= FORMS_DIFFER;
            reasons.add("unlike legal forms");
        }
        if (x.person() != y.person()) {
            score *= PERSON;
            reasons.add("one is a person");
        }
        Verdict verdict = score >= SAME ? Verdict.SAME : score >= UNSURE ? Verdict.UNSURE : Verdict.NOT_SAME;
        return new Match(score, verdict, reasons);
    }

    /** Whether a name of one word in capitals is made of the other's initials, legal form and little words or not. */
    private static boolean abbreviates(Parts brief, Parts full) {
        if (brief.tokens().size() != 1 || !brief.tokens().getFirst().capitals()) {
            return false;
        }
        String letters = brief.tokens().getFirst().raw();
        List<String> telling =
                full.tokens().stream().filter(t -> !t.weak()).map(Token::raw).toList();
        return letters.length() > 2
                && full.all().size() > 1
                && (letters.equals(Initials.of(full.all()))
                        || Initials.ofTelling(letters, full.all())
                        || Initials.bySyllables(letters, full.all())
                        || coversTheName(letters, full)
                        || letters.equals(Initials.of(telling))
                        || Initials.bySyllables(letters, telling)
                        || letters.equals(Initials.of(
                                full.tokens().stream().map(Token::raw).toList())));
    }

    /**
     * Whether the letters are the initials of the whole name and of as much of the legal form behind it as they go on:
     * "TSMC" of a Manufacturing Company Limited, "PDVSA" with its "SA" in full.
     */
    private static boolean coversTheName(String letters, Parts full) {
        String name = Initials.of(full.tokens().stream().map(Token::raw).toList());
        String spelled = full.all().stream()
                .skip(1)
                .reduce(
                        full.all().getFirst().substring(0, 1),
                        (run, word) -> run
                                + (word.equals(full.all().getLast()) && word.length() <= 3
                                        ? word
                                        : Initials.of(List.of(word))));
        String whole = Initials.of(full.all());
        return letters.length() > 3
                && letters.length() >= name.length()
                && (whole.startsWith(letters) || spelled.equals(letters));
    }

    /** A word that one name has and the other lacks: another firm, or a part of it. */
    private static double rest(List<Token> rest, List<String> reasons) {
        List<Token> telling = rest.stream().filter(token -> !token.weak()).toList();
        telling.forEach(token -> reasons.add("only one has '" + token.raw() + "'"));
        return telling.isEmpty() ? 1 : EXTRA;
    }

    private static double numbers(List<Token> left, List<Token> right, List<String> reasons) {
        boolean one = left.stream().anyMatch(t -> t.sort() == Token.Sort.NUMBER);
        boolean other = right.stream().anyMatch(t -> t.sort() == Token.Sort.NUMBER);
        if (one || other) {
            reasons.add("numbers do not agree");
        }
        return one && other ? NUMBERS_DIFFER : one || other ? NUMBER_MISSING : 1;
    }

    private static String key(Parts parts) {
        StringBuilder key = new StringBuilder();
        parts.tokens().stream()
                .filter(t -> !t.weak())
                .forEach(t -> key.append(t.raw().replace(" ", "")));
        return key.toString();
    }
}
