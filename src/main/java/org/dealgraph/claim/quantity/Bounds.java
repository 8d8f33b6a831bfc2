package org.dealgraph.claim.quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.model.Bound;
import org.jspecify.annotations.Nullable;

/** Words before and after a figure that bound it: "more than", "up to", "roughly", "or so", "-plus". */
final class Bounds {

    /**
     * What the words around a figure make of it.
     *
     * @param bound the strongest hedge; an upper or lower bound is stronger than "about"
     * @param start index of the first token that belongs to it
     * @param end index of the token behind it
     */
    record Hedge(Bound bound, int start, int end) {}

    private record Phrase(String[] words, Bound bound) {}

    private static final Map<String, List<Phrase>> BEFORE = phrases("""
            AT_LEAST more than|over|at least|at a minimum|upwards of|upward of|north of|in excess of|no less than|not less than|no fewer than|not fewer than|exceeding|exceeds|exceed|exceeded|minimum of|minimum|min|a minimum of|well over|well above|above|greater than|better than|tops|topping|topped|surpass|surpasses|surpassing|surpassed|beyond|starting at|floor of|a floor of|well in excess of|larger than|bigger than|higher than|well beyond|far more than|far above|top|>|≥
            UP_TO up to|as much as|as many as|no more than|not more than|at most|at the most|maximum of|a maximum of|maximum|max|max of|could reach|may reach|might reach|can reach|could total|may total|could be as much as|could be as high as|could rise to|could grow to|could climb to|could go to|could swell to|might total|might rise to|could come to|might come to|may come to|could be worth|might be worth|may be worth|might be|could cost up to|capped at|cap of|a cap of|ceiling of|a ceiling of|limit of|limited to|potentially|under|below|less than|fewer than|lower than|smaller than|as high as|as large as|as big as|as long as|not to exceed|not exceeding|not exceed|will not exceed|upto|well under|well below|anything up to|all the way to|all the way up to|not above|<|≤|at the outside
            ABOUT some|around|about|roughly|approximately|approx|approximate|circa|ca|close to|close on|closer to|nearly|almost|something like|in the region of|in the order of|of the order of|on the order of|in the neighborhood of|in the neighbourhood of|in the vicinity of|in the ballpark of|somewhere around|somewhere near|somewhere in the region of|just over|just under|just above|just below|just shy of|shy of|just short of|a shade over|a shade under|a touch over|a touch under|a hair under|a hair over|a little over|a little under|a little more than|a little less than|little more than|little less than|slightly more than|slightly less than|slightly over|slightly under|slightly above|slightly below|a bit more than|a bit less than|a bit over|a bit under|not quite|not far off|not far from|not far short of|an estimated|estimated|estimated at|approaching|approaches|nearing|along the lines of|the best part of|the better part of|getting on for|more or less|give or take|virtually|practically|anywhere near|the equivalent of about|~|∼|≈|in round numbers|a good|on average|an average of|say
            """);

    private static final Map<String, List<Phrase>> AFTER = afterPhrases("""
            AT_LEAST +|plus|or more|and more|and up|and above|and counting|or above|or greater|or higher|or better|at least|at a minimum|at minimum|minimum|at the least|at the very least|and then some|upwards|and upwards|or even more|if not more
            UP_TO at most|at the most|maximum|max|or less|or fewer|or below|at the outside|tops|ceiling|or lower|at maximum|at its maximum|at full stretch
            ABOUT or so|or thereabouts|give or take|or close to it|odd|ish|more or less|approximately|and change|or something close to it|or near it|or near enough
            """);

    /** Words that may stand between a bound and its figure. */
    private static final Set<String> BETWEEN = Set.of(
            "another",
            "additional",
            "further",
            "extra",
            "total",
            "combined",
            "fresh",
            "new",
            "whopping",
            "staggering",
            "full",
            "us",
            "only",
            "just",
            "even",
            "net",
            "initial",
            "aggregate",
            "cumulative",
            "mere",
            "estimated",
            "incremental",
            "cool",
            "reported",
            "planned");

    private static final Set<String> DISPUTES = Set.of(
            "talks",
            "dispute",
            "row",
            "fight",
            "battle",
            "concerns",
            "questions",
            "lawsuit",
            "negotiations",
            "discussions",
            "doubts",
            "worries",
            "taking",
            "took",
            "take",
            "hand",
            "handed",
            "handing",
            "spread",
            "spent");

    /** "adds up to $5 billion" is a sum. */
    private static final Set<String> ADDING = Set.of("add", "adds", "added", "adding");

    private final Tokens tokens;

    Bounds(Tokens tokens) {
        this.tokens = tokens;
    }

    private static Map<String, List<Phrase>> phrases(String table) {
        return phrases(table, true);
    }

    private static Map<String, List<Phrase>> afterPhrases(String table) {
        return phrases(table, false);
    }

    private static Map<String, List<Phrase>> phrases(String table, boolean byLast) {
        Map<String, List<Phrase>> map = new HashMap<>();
        for (String row : table.strip().split("\n")) {
            int space = row.strip().indexOf(' ');
            Bound bound = Bound.valueOf(row.strip().substring(0, space));
            for (String phrase : row.strip().substring(space + 1).split("\\|")) {
                String[] words = phrase.strip().split(" ");
                String key = words[byLast ? words.length - 1 : 0];
                map.computeIfAbsent(key, k -> new ArrayList<>()).add(new Phrase(words, bound));
            }
        }
        map.values().forEach(list -> list.sort((a, b) -> b.words.length - a.words.length));
        return map;
    }

    /** The hedge of the figure in tokens {@code [from, to)}, not reaching before {@code floor}. */
    Hedge around(int from, int to, int floor) {
        int start = from;
        Bound bound = Bound.STATED;
        int at = skipBetween(from, floor);
        Bound joined = hyphenated(from, floor);
        if (joined != null) {
            bound = joined;
            start = from - 4;
            at = start;
        }
        for (int steps = 0; steps < 3; steps++) {
            Phrase phrase = before(at, floor);
            if (phrase == null) {
                break;
            }
            bound = stronger(bound, phrase.bound);
            start = at - phrase.words.length;
            at = skipBetween(start, floor);
        }
        int end = to;
        int after = tokens.skipHyphen(to);
        Phrase behind = after > to && !tokens.at(after).glued() ? null : after(after);
        if (behind != null) {
            bound = stronger(bound, behind.bound);
            end = after + behind.words.length;
        }
        return new Hedge(bound, start, end);
    }
    /** "more-than-$100 billion", "up-to-$40 billion". */
    private @Nullable Bound hyphenated(int from, int floor) {
        boolean possible = from - 4 >= floor && tokens.isHyphen(from - 1) && tokens.isHyphen(from - 3);
        String words = possible ? tokens.text(from - 4) + " " + tokens.text(from - 2) : "";
        return switch (words) {
            case "more than", "at least" -> Bound.AT_LEAST;
            case "up to", "less than" -> Bound.UP_TO;
            case "close to" -> Bound.ABOUT;
            default -> null;
        };
    }

    private int skipBetween(int i, int floor) {
        int at = i;
        for (int steps = 0; steps < 4 && at > floor; steps++) {
            String word = tokens.text(at - 1);
            boolean of = word.equals("of") && tokens.is(at - 2, "total");
            boolean article = (word.equals("a") || word.equals("an")) && at < i;
            if (!BETWEEN.contains(word) && !of && !article) {
                return isHyphenated(at) ? i : at;
            }
            at--;
        }
        return at;
    }

    private boolean isHyphenated(int at) {
        return tokens.isHyphen(at - 1);
    }

    private @Nullable Phrase before(int at, int floor) {
        List<Phrase> candidates = at > floor ? BEFORE.get(tokens.text(at - 1)) : null;
        if (candidates == null) {
            return null;
        }
        for (Phrase phrase : candidates) {
            int from = at - phrase.words.length;
            if (from >= floor && tokens.are(from, phrase.words) && !isOther(phrase, from)) {
                return phrase;
            }
        }
        return null;
    }

    /** Words that look like a bound and are none: "talks over $5 billion", "a say", "the some". */
    private boolean isOther(Phrase phrase, int from) {
        if (phrase.words.length > 1) {
            return phrase.words[0].equals("up") && ADDING.contains(tokens.text(from - 1));
        }
        return switch (phrase.words[0]) {
            case "over" -> DISPUTES.contains(tokens.text(from - 1)) || tokens.is(from - 1, "left");
            case "about", "around" ->
                Set.of("talks", "questions", "concerns", "worries", "doubts", "talk", "said")
                        .contains(tokens.text(from - 1));
            case "say" -> !tokens.is(from - 1, ",");
            case "under", "below", "above" -> tokens.is(from - 1, "comes") || tokens.is(from - 1, "described");
            case "top" -> tokens.is(from - 1, "on") || tokens.is(from - 1, "the");
            default -> false;
        };
    }

    private @Nullable Phrase after(int i) {
        List<Phrase> candidates = AFTER.get(tokens.text(i));
        if (candidates == null) {
            return null;
        }
        for (Phrase phrase : candidates) {
            if (tokens.are(i, phrase.words) && !continues(phrase, i)) {
                return phrase;
            }
        }
        return null;
    }

    /** "$5 billion plus $3 billion" and "20 or more" differ; so do "$5 billion and more than". */
    private boolean continues(Phrase phrase, int i) {
        int next = i + phrase.words.length;
        return switch (phrase.words[0]) {
            case "plus", "+" ->
                tokens.at(next).isNumber() && !tokens.is(i, "+")
                        || Currencies.sign(tokens.text(next)) != null
                        || tokens.is(next, "a")
                        || tokens.is(next, "an")
                        || tokens.is(next, "the")
                        || tokens.is(next, "up");
            case "and", "or" -> tokens.is(next, "than") || tokens.is(next, "to");
            case "at" ->
                tokens.at(next).isNumber() || Currencies.sign(tokens.text(next)) != null || tokens.is(next, "a");
            case "minimum", "maximum", "max", "tops", "ceiling", "odd", "ish", "upwards", "approximately" ->
                tokens.at(next).isNumber() || Currencies.sign(tokens.text(next)) != null || tokens.is(next, "of");
            default -> false;
        };
    }

    private static Bound stronger(Bound a, Bound b) {
        return rank(b) > rank(a) ? b : a;
    }

    private static int rank(Bound bound) {
        return switch (bound) {
            case STATED -> 0;
            case ABOUT -> 1;
            case AT_LEAST -> 2;
            case UP_TO -> 3;
            case BETWEEN -> 4;
        };
    }
}
