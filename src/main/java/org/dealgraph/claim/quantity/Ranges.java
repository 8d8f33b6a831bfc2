package org.dealgraph.claim.quantity;

import java.util.Set;

/** The joints of ranges: "between a and b", "a to b", "a–b", "two or three". */
final class Ranges {

    private static final Set<String> RANGING = Set.of("ranging", "ranges", "range", "ranged", "anywhere", "anything", "somewhere", "varying", "varies");

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
    private boolean isChange(int from) {
        if (tokens.is(from - 1, "by")) {
            return true;
        }
        return tokens.is(from - 1, "from") && !RANGING.contains(tokens.text(from - 2));
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
