package org.dealgraph.claim.quantity;

import java.util.Set;

/** The joints of ranges: "between a and b", "a to b", "a–b", "two or three". */
final class Ranges {

    private static final Set<String> RANGING =
            Set.of("ranging", "ranges", "range", "ranged", "anywhere", "anything", "somewhere", "varying", "varies");

    private static final Set<String> CHANGES = Set.of(
            "raise",
            "raised",
            "raises",
            "raising",
            "rise",
            "rises",
            "rose",
            "rising",
            "risen",
            "increase",
            "increased",
            "increases",
            "increasing",
            "grow",
            "grew",
            "grows",
            "grown",
            "growing",
            "cut",
            "cuts",
            "cutting",
            "fall",
            "fell",
            "falls",
            "fallen",
            "falling",
            "drop",
            "dropped",
            "drops",
            "up",
            "down",
            "jump",
            "jumped",
            "jumps",
            "went",
            "goes",
            "go",
            "gone",
            "expand",
            "expanded",
            "expanding",
            "expands",
            "expansion",
            "doubled",
            "doubling",
            "lift",
            "lifted",
            "lifts",
            "boost",
            "boosted",
            "slash",
            "slashed",
            "reduce",
            "reduced",
            "reducing",
            "upsized",
            "enlarged",
            "climb",
            "climbed",
            "climbs",
            "swelled",
            "swell",
            "changed",
            "revised",
            "moved",
            "lengthened",
            "shortened",
            "extended",
            "valuation",
            "triple",
            "tripled",
            "soared",
            "surged",
            "shrank",
            "shrunk",
            "declined");

    /** Behind these stands by how much, and then how far: "rose 6 pence to 388 pence". */
    private static final Set<String> MOVES = Set.of(
            "rose",
            "fell",
            "jumped",
            "climbed",
            "dropped",
            "slipped",
            "gained",
            "soared",
            "surged",
            "advanced",
            "declined",
            "edged",
            "sank",
            "tumbled",
            "slid");

    private final Tokens tokens;

    Ranges(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The index behind the joint at {@code end} of a figure that started at {@code from}, or -1. */
    int joint(int from, int end) {
        if (isBetween(from)) {
            return tokens.is(end, "and") ? end + 1 : -1;
        }
        if (tokens.isDash(end)) {
            boolean tight = tokens.at(end).glued() && tokens.at(end + 1).glued();
            boolean loose = !tokens.at(end).glued() && !tokens.at(end + 1).glued();
            return tight || loose ? end + 1 : -1;
        }
        if (tokens.is(end, "to") && !isChange(from)) {
            return tokens.is(end + 1, "as") ? -1 : end + 1;
        }
        return tokens.is(end, "or") ? end + 1 : -1;
    }

    /** Whether "between" stands before, bound words aside. */
    private boolean isBetween(int from) {
        return tokens.is(from - 1, "between") || tokens.is(from - 2, "between") && tokens.is(from - 1, "about");
    }

    /** "from $5 billion to $7 billion" tells a change, "by $5 billion to $7 billion" an increase. */
    boolean isChange(int from) {
        if (tokens.is(from - 1, "by") || MOVES.contains(tokens.text(from - 1))) {
            return true;
        }
        if (!tokens.is(from - 1, "from") || RANGING.contains(tokens.text(from - 2))) {
            return false;
        }
        for (int i = from - 2; i > from - 12 && !tokens.endsSentence(i); i--) {
            if (CHANGES.contains(tokens.text(i))) {
                return true;
            }
        }
        return false;
    }

    /** "between" and "ranging from" belong to the range's span. */
    int start(int from, int floor) {
        int at = from;
        if (at > floor && (tokens.is(at - 1, "between") || tokens.is(at - 1, "from"))) {
            at--;
        }
        return at;
    }
}
