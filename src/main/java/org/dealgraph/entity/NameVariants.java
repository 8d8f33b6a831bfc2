package org.dealgraph.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that one line holds: many write a firm's name with its former or trading name behind it, in another script in
 * brackets, or behind its abbreviation. A place in brackets is no name.
 */
final class NameVariants {

    private static final int LEAST_ALONE = 4;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[（]([^)\\]）]*)[)\\]）]");
    private static final Pattern OTHERWISE =
            Pattern.compile("(?i)\\s*[,;(]?\\s*\\b(?:d/b/a|dba|t/a|trading as|doing business"
                    + " as|a\\.?k\\.?a\\.?|f\\.?k\\.?a\\.?|formerly(?: known as)?|also known as)\\s+");
    private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern BRIEF = Pattern.compile("\\p{Lu}{3,9}");

    private final LegalForms forms;
    private final NameWords words;

    NameVariants(LegalForms forms, NameWords words) {
        this.forms = forms;
        this.words = words;
    }

    /** The name as it is, and each other that it holds. */
    List<String> of(String name) {
        String cut = name.length() > Letters.LONGEST ? name.substring(0, Letters.LONGEST) : name;
        Set<String> variants = new LinkedHashSet<>();
        variants.add(cut);
        for (String otherwise : OTHERWISE.split(cut)) {
            if (otherwise.length() > 2 && !otherwise.equals(cut)) {
                variants.add(otherwise);
            }
        }
        addBrackets(cut, variants);
        String outside = BRACKETS.matcher(cut).replaceAll(" ").strip();
        for (String side : DASH.split(outside)) {
            if (tellsMuch(tokens(side))) {
                variants.add(side);
            }
        }
        List.copyOf(variants).forEach(variant -> addWithoutItsInitials(variant, variants));
        return List.copyOf(variants);
    }

    /** What stands in brackets, and the name without it: not where it tells which of several firms is meant, as a place does. */
    private void addBrackets(String name, Set<String> variants) {
        Matcher brackets = BRACKETS.matcher(name);
        String outside = brackets.replaceAll(" ").strip();
        boolean tells = false;
        brackets.reset();
        while (brackets.find()) {
            String inside = brackets.group(1).strip();
            if (isName(inside, outside, brackets.end() == name.length())) {
                variants.add(inside);
            } else {
                tells |= tokens(inside).stream().anyMatch(token -> !token.weak() && !isForm(inside));
            }
        }
        if (!outside.isEmpty() && !tells) {
            variants.add(outside);
        }
    }

    private boolean isForm(String inside) {
        List<String> folded = LegalForms.words(Letters.fold(inside));
        return forms.at(folded, 0).filter(form -> form.end() == folded.size()).isPresent();
    }

    private boolean isName(String inside, String outside, boolean last) {
        if (inside.length() > 2 && inside.equals(inside.toUpperCase(Locale.ROOT))) {
            return true;
        }
        List<Token> tokens = tokens(inside);
        boolean otherScript =
                LATIN.matcher(inside).find() && !LATIN.matcher(outside).find();
        boolean alone = tokens.size() == 1
                && inside.length() >= LEAST_ALONE
                && Character.isUpperCase(inside.charAt(0))
                && (last || otherScript);
        return tellsMuch(tokens) || alone && tokens.getFirst().sort() == Token.Sort.NAME;
    }

    /** Whether words say by themselves whom they name: two telling ones at least, and no mere place. */
    private static boolean tellsMuch(List<Token> tokens) {
        return tokens.stream().filter(token -> !token.weak()).count() > 1
                && tokens.stream().anyMatch(token -> token.sort() != Token.Sort.PLACE && !token.weak());
    }

    private List<Token> tokens(String name) {
        return words.tokens(
                LegalForms.words(
                        words.spell(String.join(" ", NameForm.of(name, forms).words()))),
                Set.of());
    }

    /** "DSME Daewoo Shipbuilding and Marine Engineering": the initials before or behind a name add nothing. */
    private void addWithoutItsInitials(String name, Set<String> variants) {
        String[] parts = name.strip().split("[\\s,]+");
        if (parts.length < 4) {
            return;
        }
        List<String> front = List.of(parts).subList(1, parts.length);
        List<String> back = List.of(parts).subList(0, parts.length - 1);
        if (BRIEF.matcher(parts[0]).matches() && startsAs(parts[0], front)) {
            variants.add(String.join(" ", front));
        }
        if (BRIEF.matcher(parts[parts.length - 1]).matches() && startsAs(parts[parts.length - 1], back)) {
            variants.add(String.join(" ", back));
        }
    }

    private boolean startsAs(String brief, List<String> rest) {
        return Initials.start(
                Letters.fold(brief), NameForm.of(String.join(" ", rest), forms).all());
    }
}
